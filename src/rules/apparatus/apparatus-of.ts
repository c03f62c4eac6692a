import type { Corpus } from '../../corpus/corpus.ts';
import type { Apparatus } from '../../edition/apparatus/apparatus.ts';
import { editionOf } from '../../edition/edition-of.ts';
import type { RuleContext } from '../rule.ts';

const critical = ['app', 'witness', 'listWit'];

/** The apparatus of a corpus; undefined where no document has anything of one, so that plain texts cost nothing. */
export function apparatusOf(corpus: Corpus, { config }: RuleContext): Apparatus | undefined {
  const isCritical = [...corpus.files.values()].some((file) =>
    critical.some((local) => file.elements(local).length > 0),
  );
  return isCritical ? editionOf(corpus, config).apparatus : undefined;
}
