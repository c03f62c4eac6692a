import type { CorpusDocument } from './corpus-document.ts';
import type { Inclusion, InclusionFault } from './inclusion.ts';

/** The most inclusions that one document may come to, those of included files counted each time. */
export const mostInclusions = 10_000;
/** The most UTF-16 units that one document may come to. */
const mostText = 256 * 1024 * 1024;
/** How many loops get their chain worked out. */
const mostChains = 50;

/** A part of a file that is brought in as a whole, and the inclusions in it. */
interface Part {
  readonly inclusions: number[];
  readonly length: number;
}

/** Cuts the inclusions that lead round to themselves, and those with which a document would grow beyond the limits. */
export function breakLoops(
  resolved: ReadonlyMap<CorpusDocument, readonly Inclusion[]>,
): Map<CorpusDocument, readonly Inclusion[]> {
  const all = [...resolved.values()].flat();
  const numbers = new Map(all.map((inclusion, i) => [inclusion, i]));
  const parts = new Map<string, Part>();
  const partOf = (inclusion: Inclusion): Part | undefined => {
    if (inclusion.content.kind !== 'nodes') return undefined;
    const { document, nodes } = inclusion.content;
    const [first, last] = [nodes[0], nodes.at(-1)];
    return partAt(document, first?.start ?? 0, last?.end ?? 0);
  };
  const partAt = (document: CorpusDocument, start: number, end: number): Part => {
    const key = `${start} ${end} ${document.path}`;
    let part = parts.get(key);
    if (part === undefined) {
      const within = (resolved.get(document) ?? []).filter(
        ({ element }) => start <= element.start && element.end <= end,
      );
      part = { inclusions: within.map((each) => numbers.get(each)!), length: end - start };
      parts.set(key, part);
    }
    return part;
  };
  for (const document of resolved.keys()) {
    const { childNodes } = document.tree;
    partAt(document, childNodes[0]?.start ?? 0, childNodes.at(-1)?.end ?? 0);
  }
  const targets = all.map(partOf);
  const faults = new Map<number, InclusionFault>();
  const order = peel(parts.values(), targets);
  const loose = new Set(order);
  let chains = 0;
  for (const part of parts.values()) {
    if (loose.has(part)) continue;
    for (const i of part.inclusions) {
      const target = targets[i];
      if (target === undefined || loose.has(target) || faults.has(i)) continue;
      const way = chains++ < mostChains ? wayTo(part, i, target, targets) : [i];
      if (way !== undefined) faults.set(i, { kind: 'loop', chain: way.map((n) => all[n]!) });
    }
  }
  const texts = all.map(({ content }) => (content.kind === 'text' ? content.text.length : 0));
  cutExplosions(faults.size === 0 ? order : peel(parts.values(), targets, faults), targets, texts, faults);
  if (faults.size === 0) return new Map(resolved);
  return new Map(
    [...resolved].map(([document, inclusions]) => [
      document,
      inclusions.map((inclusion): Inclusion => {
        const fault = faults.get(numbers.get(inclusion)!);
        return fault === undefined ? inclusion : { ...inclusion, content: { kind: 'nothing' }, fault };
      }),
    ]),
  );
}

/** The parts that lead to no loop, each after those that it includes. */
function peel(
  parts: Iterable<Part>,
  targets: readonly (Part | undefined)[],
  cut: ReadonlyMap<number, unknown> = new Map(),
): Part[] {
  const waiting = new Map<Part, number>();
  const usedBy = new Map<Part, Part[]>();
  const ready: Part[] = [];
  for (const part of parts) {
    const needs = part.inclusions.filter((i) => targets[i] !== undefined && !cut.has(i));
    waiting.set(part, needs.length);
    if (needs.length === 0) ready.push(part);
    for (const i of needs) {
      const users = usedBy.get(targets[i]!);
      if (users === undefined) usedBy.set(targets[i]!, [part]);
      else users.push(part);
    }
  }
  for (const part of ready) {
    for (const user of usedBy.get(part) ?? []) {
      const left = waiting.get(user)! - 1;
      waiting.set(user, left);
      if (left === 0) ready.push(user);
    }
  }
  return ready;
}

/** The inclusions, from the first on, that lead from what it brings in back to the part it stands in. */
function wayTo(
  home: Part,
  first: number,
  target: Part,
  targets: readonly (Part | undefined)[],
): number[] | undefined {
  const from = new Map<Part, number[]>([[target, [first]]]);
  for (const [part, way] of from) {
    if (part === home) return way;
    for (const i of part.inclusions) {
      const next = targets[i];
      if (next !== undefined && !from.has(next)) from.set(next, [...way, i]);
    }
  }
  return undefined;
}

function cutExplosions(
  order: readonly Part[],
  targets: readonly (Part | undefined)[],
  texts: readonly number[],
  faults: Map<number, InclusionFault>,
): void {
  const sizes = new Map<Part, { count: number; length: number }>();
  for (const part of order) {
    let { length } = part;
    let count = 0;
    for (const i of part.inclusions) {
      const target = targets[i];
      const size = target === undefined ? { count: 0, length: texts[i]! } : sizes.get(target);
      if (size === undefined || faults.has(i)) continue;
      if (count + 1 + size.count > mostInclusions || length + size.length > mostText) {
        faults.set(i, { kind: 'too-many', count: count + 1 + size.count });
        continue;
      }
      count += 1 + size.count;
      length += size.length;
    }
    sizes.set(part, { count, length });
  }
}
