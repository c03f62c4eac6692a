import { citation } from './citation/citation.ts';
import type { Output } from './output.ts';

/** Every output by its name: the door for a new one. */
export const outputs: ReadonlyMap<string, Output> = new Map(
  [citation].map((output) => [output.name, output]),
);
