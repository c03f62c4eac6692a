import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';
import { childrenOf } from './sequence.ts';

/** A passage that can be cited. */
export interface UnitFound {
  readonly i: number;
  /** The number or name that the source gives, or the running number. */
  readonly n: string;
  readonly label: string;
  /** From 1: how many units are around it, itself counted. */
  readonly level: number;
  readonly ref: string;
}

const divisions = /^div[0-7]?$/;
const passages: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  p: '¶',
  ab: '¶',
  l: 'l.',
  u: '¶',
  sp: '¶',
});
const longestLabel = 60;

/**
 * The citable units of a document by its structure: divisions, and the paragraphs, verse lines and speeches in them.
 * `references` are those that a `citeStructure` gives, by element number; they take the place of the structural ones.
 */
export function citableUnitsOf(
  document: EditedDocument,
  references: ReadonlyMap<number, string> = new Map(),
): UnitFound[] {
  const { names, reading } = document;
  const { elements, lasts } = document.unsettled;
  const found: UnitFound[] = [];
  const open: {
    readonly last: number;
    readonly isDivision: boolean;
    readonly counts: Map<string, number>;
  }[] = [];
  for (const root of reading.roots) {
    open.length = 0;
    open.push({ last: lasts[root]!, isDivision: true, counts: new Map() });
    for (let i = root; i <= lasts[root]!; i++) {
      if (reading.lefts.has(i)) {
        i = lasts[i]!;
        continue;
      }
      while (open.at(-1)!.last < i) open.pop();
      const name = names[i]!;
      const isDivision = divisions.test(name);
      const sign = passages[name];
      if (!isDivision && sign === undefined && !references.has(i)) continue;
      const around = open.findLast((each) => each.isDivision)!;
      const own = attribute(elements[i]!, 'n')?.trim() ?? '';
      const count = (around.counts.get(sign ?? name) ?? 0) + 1;
      around.counts.set(sign ?? name, count);
      const n = own || String(count);
      found.push({
        i,
        n,
        label: isDivision ? divisionLabel(document, i, own) : `${sign ?? name} ${n}`,
        level: open.length,
        ref: references.get(i) ?? '',
      });
      open.push({ last: lasts[i]!, isDivision, counts: new Map() });
    }
  }
  return found;
}

/** A division is called by its heading, else by its kind and number. */
function divisionLabel(document: EditedDocument, i: number, own: string): string {
  for (const child of childrenOf(document.unsettled, i)) {
    if (document.names[child] !== 'head') continue;
    const text = document.textOf(child);
    if (text === '') continue;
    return text.length <= longestLabel ? text : `${text.slice(0, longestLabel).replace(/\s+\S*$/, '')}…`;
  }
  const type = attribute(document.unsettled.elements[i]!, 'type') ?? '';
  return [type, own].filter((each) => each !== '').join(' ') || '§';
}
