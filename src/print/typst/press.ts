import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FontBook } from '../fonts/font-book.ts';
import type { Layout } from './layout.ts';
import type { Report } from './report.ts';
import { settings } from './template.ts';
import { foot, lining, measuring, widthsOf } from './template-foot.ts';
import { pages } from './template-pages.ts';
import { textOfClusters } from './text-of-clusters.ts';
import type { Engine, TypesetDocument, Typesetter } from './typesetter.ts';

/** The folder that the template believes to stand in; its files are in memory. */
const workspace = resolve(tmpdir(), 'variorum-print');
const blank = '#let lay = (marks: (:), refs: (:))\n';

/** Sets one document again and again; what has not changed since the last time is not set anew. */
export class Press {
  private readonly typesetter: Typesetter;

  constructor(engine: Engine, fonts: FontBook) {
    this.typesetter = engine.create(fonts.files, workspace);
  }

  /** Gives the press the model to set. */
  put(doc: object): void {
    this.file('doc.json', doc);
  }

  /** Sizes of notes and entries in the order of the model: a width of those that are run in, lines of the others. */
  sizes(): number[] {
    const typeset = this.compile(blank + settings + foot + measuring);
    return this.query<number[]>(typeset, '<v-sizes>');
  }

  /** Widths of inlines on one line in the text's type, in points. */
  widths(asked: readonly { readonly nodes: readonly unknown[]; readonly label: boolean }[]): number[] {
    this.file('layout.json', asked);
    const typeset = this.compile(blank + settings + foot + widthsOf);
    return this.query<number[]>(typeset, '<v-widths>');
  }

  /** The words that the lines of notes begin with; `asked` has their words. */
  lineStarts(asked: Readonly<Record<string, readonly unknown[]>>): Record<string, number[]> {
    this.file('layout.json', asked);
    const typeset = this.compile(blank + settings + foot + lining);
    const found = this.query<Record<string, number[]>>(typeset, '<v-lines>');
    this.typesetter.evictCache(0);
    return found;
  }

  /** Sets the pages. */
  lay(layout: Layout): { typeset: TypesetDocument; report: Report } {
    this.file('layout.json', layout);
    const typeset = this.compile(`#let lay = json("/layout.json")\n${settings}${foot}${pages}`);
    return { typeset, report: this.query<Report>(typeset, '<v-report>') };
  }

  pdf(typeset: TypesetDocument, pdfStandard: string): Uint8Array {
    return textOfClusters(this.typesetter.pdf(typeset, { pdfStandard, creationTimestamp: 0 }));
  }

  /** Forgets what the passes before the last had set. */
  forget(passes: number): void {
    this.typesetter.evictCache(passes);
  }

  private file(name: string, content: object): void {
    this.typesetter.mapShadow(join(workspace, name), Buffer.from(JSON.stringify(content)));
  }

  private query<Found>(typeset: TypesetDocument, selector: string): Found {
    return this.typesetter.query(typeset, { selector, field: 'value' })[0] as Found;
  }

  private compile(program: string): TypesetDocument {
    const compiled = this.typesetter.compile({ mainFileContent: program });
    if (compiled.hasError() || compiled.result === null)
      throw new Error(
        `The typesetter failed: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`,
      );
    return compiled.result;
  }
}
