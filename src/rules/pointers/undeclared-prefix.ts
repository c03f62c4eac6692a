import type { Corpus } from '../../corpus/corpus.ts';
import { prefixesOf } from '../../corpus/prefix-definition.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { groupBy } from '../group-by.ts';
import { holeIn } from '../inclusions/hole-in.ts';
import { otherPlaces } from '../many-places.ts';
import { pointersTo } from './pointers-to.ts';

/** Finds pointers whose prefix no `prefixDef` declares, one message for each prefix of a file. */
export function* undeclaredPrefix(corpus: Corpus): Iterable<Diagnostic> {
  const declared = new Set([...corpus.files.values()].flatMap((each) => [...prefixesOf(each).keys()]));
  for (const document of corpus.checked) {
    const faulty = pointersTo('undeclared-prefix', document, corpus);
    for (const [prefix, all] of groupBy(faulty, ({ target }) => target.prefix)) {
      const { pointer } = all[0]!;
      const near = didYouMean(prefix, declared);
      const hole = holeIn(document, corpus);
      const hasId = corpus.definitions(pointer.value).length > 0;
      yield diagnostic(
        'undeclared-prefix',
        document.place({ start: pointer.start, end: pointer.start + prefix.length + 1 }),
        { prefix, more: all.length > 1 ? ` (${all.length} pointers of this file have it)` : '' },
        {
          ...(hasId
            ? { help: `An element has the id “${pointer.value}”: write “#${pointer.value}”.` }
            : near.length > 0
              ? {
                  help: `Did you mean “${near[0]}:”?`,
                  expected: near.map((name) => ({ kind: 'value', name: `${name}:` })),
                }
              : hole === undefined
                ? {}
                : { help: `It may be declared in “${hole}”, which could not be included.` }),
          ...otherPlaces(
            all.map((each) => document.place(each.pointer)),
            `has the prefix “${prefix}:” too`,
          ),
        },
      );
    }
  }
}
