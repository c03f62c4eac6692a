import { placeInConfig } from '../config/read-config.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import type { PreparedDocument } from '../prepare/prepared-edition.ts';
import { facingPages, joinedDocuments } from '../print/facing-pages.ts';
import { type PrintOptions, readPrintOptions } from '../print/options.ts';
import type { PrintDocument } from '../print/print-document.ts';
import { parsePrintXml, printDocumentOf } from '../print/read-print-xml.ts';
import type { Element } from '../xml/tree.ts';
import type { OutputInput } from './output.ts';
import { reportMessages } from './report-messages.ts';

/** One document of an edition ready to be printed. */
export interface Printable {
  readonly prepared: PreparedDocument;
  readonly document: PrintDocument;
  /** Where an element of the print document stands in the source. */
  placeOf(i: number | undefined): Place;
}

const made = new WeakMap<object, Promise<Printable[]>>();

/** The print documents of an edition; every output of print shares one run of the stylesheet. */
export function printDocuments(input: OutputInput): Promise<Printable[]> {
  let printables = made.get(input.edition);
  if (printables === undefined) {
    printables = transformAll(input);
    made.set(input.edition, printables);
  }
  return printables;
}

/** Numbers of elements of the right one of two joined documents come after those of the left. */
const rightOffset = 1e9;

async function transformAll(input: OutputInput): Promise<Printable[]> {
  const { edition, config, world, transform } = input;
  const stylesheet = config.stylesheets.print ?? 'print';
  const documents = edition.documents.filter((each) => each.kind === 'text');
  const roots = new Map<string, { readonly prepared: PreparedDocument; readonly root: Element }>();
  await Promise.all(
    documents.map(async (prepared) => {
      const result = await transform({ stylesheet, source: prepared.tei, index: prepared.index });
      reportMessages(prepared, result, world.report);
      roots.set(prepared.id, { prepared, root: parsePrintXml(result.principal) });
    }),
  );
  const parallels = printOptionsOf(input).facing ? edition.index.parallels : [];
  const single = documents.map(({ id }): Printable => {
    const { prepared, root } = roots.get(id)!;
    let tree = root;
    for (const { left, right, rows } of parallels)
      if (left.document === id && right.document === id) tree = facingPages(tree, rows, left, right) ?? tree;
    return {
      prepared,
      document: printDocumentOf(tree),
      placeOf: (i) => (i === undefined ? startOf(prepared.path) : prepared.placeOf(i)),
    };
  });
  const joined = parallels.flatMap(({ left, right, rows, route }): Printable[] => {
    const [first, second] = [roots.get(left.document), roots.get(right.document)];
    if (first === undefined || second === undefined || first === second) return [];
    const prefix = `${right.document}.`;
    const both = joinedDocuments(
      first.root,
      second.root,
      route.replace(/\.html$/, '').replace(/^.*\//, ''),
      prefix,
      rightOffset,
    );
    const prefixed = rows.map((row) => ({ ...row, right: row.right.map((id) => prefix + id) }));
    const tree = facingPages(both, prefixed, left, right);
    if (tree === undefined) return [];
    return [
      {
        prepared: first.prepared,
        document: printDocumentOf(tree),
        placeOf: (i) => {
          if (i === undefined) return startOf(first.prepared.path);
          return i < rightOffset ? first.prepared.placeOf(i) : second.prepared.placeOf(i - rightOffset);
        },
      },
    ];
  });
  const printables = [...single, ...joined];
  reportUnknownSeries(printables, input);
  return printables;
}

/** A misspelt band would silently keep its looks. */
function reportUnknownSeries(printables: readonly Printable[], { config, world }: OutputInput): void {
  const known = new Set(printables.flatMap(({ document }) => document.series.map(({ id }) => id)));
  for (const key of ['series', 'docxNotes'])
    for (const name of Object.keys((config.print[key] ?? {}) as object)) {
      if (known.has(name) || usual.has(name)) continue;
      const near = didYouMean(name, [...known, ...usual]);
      const others =
        near.length > 0 ? `Did you mean “${near.join('”, “')}”?` : `There are: ${[...known].join(', ')}.`;
      const place = placeInConfig(config, 'print', key, name);
      world.report(diagnostic('series-unknown', place, { name, key: `print.${key}`, others }));
    }
}

/** Series that an edition may settle before its texts have them. */
const usual = new Set(['apparatus', 'apparatus-notes', 'translator', 'author', 'source', 'editor']);

/** The settings of print of an edition. */
export const printOptionsOf = ({ config }: OutputInput): PrintOptions => readPrintOptions(config.print);
