import type { PrintOptions } from '../options.ts';
import { linesOf, type Model } from './model.ts';

/** Distance of a pair of facing blocks to the pair above it, in points, by segment and pair: a heading stands apart from what it ends. */
export function pairGaps(model: Model, options: PrintOptions): (segment: number, pair: number) => number {
  const { line } = linesOf(options);
  const beginsSection = ([from, to]: readonly [number, number]) =>
    from < to && /\/h\d$/.test(model.units[from]!.kind);
  return (segment, pair) => {
    const at = model.segments[segment]!;
    const isApart =
      at.kind === 'parallel' && [at.pairs[pair]!.left, at.pairs[pair]!.right].some(beginsSection);
    return line * (isApart ? 1.5 : 0.5);
  };
}
