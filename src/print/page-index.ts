import { walkInlines, walkRuns } from './inlines.ts';
import type { Index, IndexTerm, PrintDocument } from './print-document.ts';

/** One line of a printed index: depth of nesting, label, pages or what to see instead. */
export type IndexLine = readonly [depth: number, label: string, pages: string];

export interface PrintedIndex {
  readonly title: string;
  readonly entries: readonly IndexLine[];
}

interface Term {
  readonly label: string;
  sort: string;
  readonly pages: Set<number>;
  /** First and last pages of passages. */
  readonly spans: [number, number][];
  readonly see: Set<string>;
  readonly seeAlso: Set<string>;
  readonly below: Map<string, Term>;
}

const newTerm = (label: string, sort: string): Term => ({
  label,
  sort: sort === '' ? label : sort,
  pages: new Set(),
  spans: [],
  see: new Set(),
  seeAlso: new Set(),
  below: new Map(),
});

/** The entry of a term below another; the first sort key that it is given counts. */
function termBelow(above: Term, { text, sort }: IndexTerm): Term {
  let term = above.below.get(text);
  if (term === undefined) {
    term = newTerm(text, sort);
    above.below.set(text, term);
  } else if (sort !== '' && term.sort === text) term.sort = sort;
  return term;
}

/** Composes the indexes of a document; `pageOf` gives the page that a name's or index mark's id stands on. */
export function pageIndexes(
  document: PrintDocument,
  pageOf: (id: string, note: string | undefined) => number | undefined,
  pageLabel: (page: number) => string,
): PrintedIndex[] {
  const registers = new Map<string, Term>();
  const roots = new Map<string, Term>();
  const add = (index: Index) => {
    const root = newTerm('', '');
    roots.set(index.id, root);
    for (const entry of index.entries) {
      const term = newTerm(entry.label, entry.sort);
      for (const see of entry.see) term.see.add(see);
      root.below.set(`#${entry.id}`, term);
      registers.set(entry.id, term);
    }
  };
  for (const index of document.indexes) add(index);
  const read = (content: Parameters<typeof walkInlines>[0], note?: string) => {
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'name') {
        const page = pageOf(inline.id, note);
        if (page !== undefined) for (const entry of inline.entries) registers.get(entry)?.pages.add(page);
      } else if (inline.kind === 'index-mark' && inline.spanFrom === undefined) {
        const root = roots.get(inline.index);
        if (root === undefined) continue;
        const term = inline.terms.reduce(termBelow, root);
        const page = pageOf(inline.id, note);
        const last = inline.spanTo === undefined ? undefined : pageOf(inline.spanTo, undefined);
        if (page !== undefined && inline.see === '' && inline.isPlaced !== false) {
          if (last !== undefined && last > page) term.spans.push([page, last]);
          else term.pages.add(page);
        }
        if (inline.see !== '') term.see.add(inline.see);
        if (inline.seeAlso !== '') term.seeAlso.add(inline.seeAlso);
      }
    }
  };
  for (const run of walkRuns([...document.front, ...document.body, ...document.back])) read(run.content);
  for (const note of document.notes) read(note.content, note.id);
  const collator = new Intl.Collator(document.language, { numeric: true });
  const out: PrintedIndex[] = [];
  for (const index of document.indexes) {
    const entries: IndexLine[] = [];
    const put = (term: Term, depth: number) => {
      const terms = [...term.below.values()].sort(
        (a, b) => collator.compare(a.sort, b.sort) || (a.label < b.label ? -1 : 1),
      );
      for (const each of terms) {
        const pages = pageRanges(
          [...each.pages].sort((a, b) => a - b),
          pageLabel,
          each.spans,
        );
        const { words } = document;
        const see = [...each.see].map((target) => words.see.replace('{n}', () => target));
        const also = [...each.seeAlso].map((target) => words.seeAlso.replace('{n}', () => target));
        if (pages === '' && see.length === 0 && also.length === 0 && each.below.size === 0) continue;
        entries.push([depth, each.label, [pages, ...see, ...also].filter((part) => part !== '').join('; ')]);
        put(each, depth + 1);
      }
    };
    put(roots.get(index.id)!, 0);
    if (entries.length > 0) out.push({ title: index.title, entries });
  }
  return out;
}

/** Pages as an index gives them: three or more in a row become a range, and passages are ranges whatever they hold. */
export function pageRanges(
  pages: readonly number[],
  label: (page: number) => string,
  spans: readonly (readonly [from: number, to: number])[] = [],
): string {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before !== undefined && from <= before[1]) before[1] = Math.max(before[1], to);
    else merged.push([from, to]);
  }
  const alone = pages.filter((page) => !merged.some(([from, to]) => from <= page && page <= to));
  const parts: [number, string][] = merged.map(([from, to]) => [from, `${label(from)}–${label(to)}`]);
  for (let at = 0; at < alone.length; ) {
    let end = at;
    while (alone[end + 1] === alone[end]! + 1) end++;
    if (end - at >= 2) parts.push([alone[at]!, `${label(alone[at]!)}–${label(alone[end]!)}`]);
    else for (let each = at; each <= end; each++) parts.push([alone[each]!, label(alone[each]!)]);
    at = end + 1;
  }
  return parts
    .sort((a, b) => a[0] - b[0])
    .map(([, part]) => part)
    .join(', ');
}
