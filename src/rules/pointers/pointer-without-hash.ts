import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { isPartOfFileName } from './blank-in-file-name.ts';
import { type Led, pointersTo } from './pointers-to.ts';

/** Attributes that name files oftener than ids: a bare word in them is an image, unless an element has that id. */
const namesFiles = new Set(['facs', 'url']);

/** Finds words without `#` in attributes of pointers, where no file has that name. */
export function* pointerWithoutHash(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const bare = pointersTo('missing-file', document, corpus).filter((each) => isBareWord(each, corpus));
    for (const [attribute, all] of groupBy(bare, ({ pointer }) => pointer.attribute.name.local)) {
      const words = [...new Set(all.map(({ pointer }) => pointer.value))];
      const known = words.find((word) => corpus.definitions(word).length > 0);
      const { pointer } = all.find((each) => each.pointer.value === known) ?? all[0]!;
      const others = words.filter((word) => word !== pointer.value);
      yield diagnostic(
        'pointer-without-hash',
        document.place(pointer),
        {
          word: pointer.value,
          attribute,
          more:
            others.length === 0
              ? ''
              : ` (${others.length} more such words in @${attribute}: ${someOf(others)})`,
        },
        {
          ...(known === undefined
            ? {}
            : {
                help: `Write “#${known}”: an element has that id.`,
                expected: [{ kind: 'value', name: `#${known}` }],
              }),
          ...otherPlaces(
            all.map((each) => document.place(each.pointer)),
            'a word without # too',
          ),
        },
      );
    }
  }
}

/** Whether a pointer to a file that is not there looks like an id whose `#` was forgotten. */
export function isBareWord(led: Led<'missing-file'>, corpus: Corpus): boolean {
  const { pointer } = led;
  if (!/^[^\s./:?#%\\]+(?:\.\d+)*$/.test(pointer.value)) return false;
  if (isPartOfFileName(led, corpus)) return false;
  return !namesFiles.has(pointer.attribute.name.local) || corpus.definitions(pointer.value).length > 0;
}
