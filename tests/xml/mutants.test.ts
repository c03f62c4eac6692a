import { expect, it } from 'vitest';
import { contentOf, slimdomContentOf } from './content.ts';
import { mutant, sequence } from './mutate.ts';
import { readSoundly } from './soundness.ts';
import { suiteCases, suiteFile } from './w3c-suite.ts';

const seeds = suiteCases()
  .filter((each) => each.type === 'valid' && each.entities === 'none' && !each.isXml11)
  .map((each) => suiteFile(each.path));

/** A sample; tests/proof/xml has tens of thousands, and libxml2 as a judge. */
it('stands random changes: one error or a tree, places inside the file, never an exception', () => {
  const random = sequence(62);
  let accepted = 0;
  for (let i = 0; i < 1500; i++) {
    const bytes = Buffer.from(mutant(Buffer.from(seeds[random(seeds.length)]!).toString(), random));
    if (random(10) === 0 && bytes.length > 0) bytes[random(bytes.length)] = random(256);
    const { tree } = readSoundly(bytes);
    if (tree === undefined) continue;
    accepted++;
    const theirs = slimdomContentOf(bytes.toString());
    if (theirs !== undefined) expect(contentOf(tree)).toBe(theirs);
  }
  expect(accepted).toBeGreaterThan(100);
});
