import type { CorpusDocument } from '../corpus/corpus-document.ts';
import { Anchors } from './anchors.ts';
import { declaredMethods, type EncodingMethod, methodOf } from './apparatus/encoding-method.ts';
import { type CiteStructures, citeStructuresOf } from './cite-structure.ts';
import type { Reading } from './reading.ts';
import { readingOf } from './reading.ts';
import { kindOf, ReadingContext, type ReadingPolicy } from './reading-context.ts';
import { plain, type Rendition } from './rendition.ts';
import { Renditions } from './renditions.ts';
import { inlineText, runningText } from './running-text.ts';
import { type Include, type Sequence, sequenceOf } from './sequence.ts';
import { type SettledSequence, settleWhiteSpace } from './white-space.ts';

/** Facts about a document that only the edition as a whole knows. */
export interface EditionFacts {
  readonly policy: ReadingPolicy;
  /** Elements that call a note, by document and number. */
  isCall(document: EditedDocument, i: number): boolean;
  /** The character that a `g` stands for. */
  glyph(document: EditedDocument, i: number): string | undefined;
}

/** One document of an edition, its inclusions resolved: its elements by number, its reading text, its anchors. */
export class EditedDocument {
  readonly id: string;
  readonly path: string;
  readonly file: CorpusDocument;
  readonly kind: 'text' | 'register';
  readonly methods: readonly EncodingMethod[];
  readonly anchors: Anchors;
  /** What `citeStructure` says can be cited. */
  readonly citeStructures: CiteStructures;
  readonly renditions: Renditions;
  /** As it was read: white space not yet settled. */
  readonly unsettled: Sequence;
  private readonly facts: EditionFacts;
  private readonly rendered = new Map<number, Rendition>();
  private readonly standoff: Uint8Array;
  private made: { context: ReadingContext; reading: Reading; sequence: SettledSequence } | undefined;

  constructor(id: string, file: CorpusDocument, include: Include, facts: EditionFacts) {
    this.id = id;
    this.path = file.path;
    this.file = file;
    this.facts = facts;
    this.unsettled = sequenceOf(file.tree, include);
    this.kind = kindOf(this.unsettled);
    this.methods = declaredMethods(this.unsettled);
    this.citeStructures = citeStructuresOf(file.tree, this.unsettled, include);
    this.anchors = new Anchors(this.unsettled, this.references);
    this.renditions = new Renditions(this.unsettled, (i) => this.writtenText(i));
    this.standoff = standoffOf(this.unsettled);
  }

  /** What `citeStructure` calls a passage, by its number. */
  get references(): ReadonlyMap<number, string> {
    return this.citeStructures.references;
  }

  get names(): readonly string[] {
    return this.unsettled.names;
  }

  /** With the white space rule applied. */
  get sequence(): SettledSequence {
    return this.make().sequence;
  }

  get reading(): Reading {
    return this.make().reading;
  }

  get context(): ReadingContext {
    return this.make().context;
  }

  renditionOf(i: number): Rendition {
    let rendition = this.rendered.get(i);
    if (rendition === undefined) {
      rendition = this.renditions.of(i);
      if (rendition !== plain) this.rendered.set(i, rendition);
    }
    return rendition;
  }

  /** How an `app` is tied to the text. */
  methodOf(app: number): EncodingMethod {
    return methodOf(this.unsettled, app, this.methods, this.standoff[app] === 1);
  }

  /** Whether an element stands in a `listApp` or in `standOff`. */
  isStandoff(i: number): boolean {
    return this.standoff[i] === 1;
  }

  /** The reading text of the whole document. */
  readingText(): string {
    return runningText(this.sequence, this.reading, this.reading.roots);
  }

  /** The text of one element by the table of the reading text, on one line. */
  textOf(i: number): string {
    return inlineText(this.sequence, this.reading, i);
  }

  /** All character data inside an element, as written. */
  writtenText(i: number): string {
    const pieces: string[] = [];
    const stack = [...this.unsettled.elements[i]!.childNodes].reverse();
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (node.nodeType === 3) pieces.push(node.data);
      else if (node.nodeType === 1) {
        for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at]!);
      }
    }
    return pieces.join('');
  }

  private make(): { context: ReadingContext; reading: Reading; sequence: SettledSequence } {
    if (this.made === undefined) {
      const context = new ReadingContext(this.unsettled, {
        policy: this.facts.policy,
        kind: this.kind,
        method: (app) => this.methodOf(app),
        glyph: (i) => this.facts.glyph(this, i),
        isCall: (i) => this.facts.isCall(this, i),
      });
      const reading = readingOf(context, (i) => {
        const rendition = this.renditionOf(i);
        return rendition.before === '' && rendition.after === '' ? undefined : rendition;
      });
      this.made = { context, reading, sequence: settleWhiteSpace(this.unsettled, reading) };
    }
    return this.made;
  }
}

const besideTheText = new Set(['listApp', 'standOff']);

function standoffOf(sequence: Sequence): Uint8Array {
  const standoff = new Uint8Array(sequence.names.length);
  for (let i = 0; i < standoff.length; i++) {
    if (besideTheText.has(sequence.names[i]!)) standoff.fill(1, i, sequence.lasts[i]! + 1);
  }
  return standoff;
}
