import { walkInlines, walkRuns } from './inlines.ts';
import type { Index, PrintDocument } from './print-document.ts';

/** One line of a printed index: depth of nesting, label, pages or what to see instead. */
export type IndexLine = readonly [depth: number, label: string, pages: string];

export interface PrintedIndex {
  readonly title: string;
  readonly entries: readonly IndexLine[];
}

interface Term {
  readonly label: string;
  readonly sort: string;
  readonly pages: Set<number>;
  readonly see: Set<string>;
  readonly seeAlso: Set<string>;
  readonly below: Map<string, Term>;
}

const newTerm = (label: string, sort: string): Term => ({
  label,
  sort: sort === '' ? label : sort,
  pages: new Set(),
  see: new Set(),
  seeAlso: new Set(),
  below: new Map(),
});

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
      } else if (inline.kind === 'index-mark') {
        let term = roots.get(inline.index);
        for (const { text, sort } of inline.terms) {
          if (term === undefined) break;
          let next: Term | undefined = term.below.get(text);
          if (next === undefined) {
            next = newTerm(text, sort);
            term.below.set(text, next);
          }
          term = next;
        }
        const page = pageOf(inline.id, note);
        if (term === undefined) continue;
        if (inline.see !== '') term.see.add(inline.see);
        else if (page !== undefined) term.pages.add(page);
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
        );
        const see = [...each.see].map((target) => `see ${target}`);
        const also = [...each.seeAlso].map((target) => `see also ${target}`);
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

/** Pages as an index gives them: three or more in a row become a range. */
export function pageRanges(pages: readonly number[], label: (page: number) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < pages.length; ) {
    let end = at;
    while (pages[end + 1] === pages[end]! + 1) end++;
    if (end - at >= 2) parts.push(`${label(pages[at]!)}–${label(pages[end]!)}`);
    else for (let each = at; each <= end; each++) parts.push(label(pages[each]!));
    at = end + 1;
  }
  return parts.join(', ');
}
