import type { CitableUnit } from './edition-index.ts';

/** The anchors of the passages that an entry is keyed to by location, first and last. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly route: string;
}

/** Finds what `app/@loc` names among the citable units of a document: `1.12`, `1.12-14`, `12–14`; by their reference, or by their number where only one has it. */
export function passagesIn(
  units: readonly CitableUnit[],
): (document: string, loc: string) => Passage | undefined {
  const byDocument = new Map<string, Map<string, CitableUnit | undefined>>();
  const tableOf = (document: string) => {
    let table = byDocument.get(document);
    if (table !== undefined) return table;
    table = new Map();
    const own = units.filter((unit) => unit.document === document);
    for (const unit of own) table.set(unit.n, table.has(unit.n) ? undefined : unit);
    for (const unit of own.toReversed()) if (unit.ref !== '') table.set(unit.ref, unit);
    byDocument.set(document, table);
    return table;
  };
  return (document, loc) => {
    const table = tableOf(document);
    const [first, ...rest] = loc.split(/\s*[-–—]\s*/).filter((part) => part !== '');
    const from = first === undefined ? undefined : table.get(first);
    if (from === undefined) return undefined;
    const last = rest.at(-1);
    // `1.12-14` ends at 1.14.
    const to =
      last === undefined
        ? from
        : ((last.includes('.') ? undefined : table.get(first!.replace(/[^.]+$/, last))) ??
          table.get(last) ??
          from);
    return { from: from.id, to: to.id, route: from.route };
  };
}
