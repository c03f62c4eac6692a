import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Attribute } from '../../xml/events.ts';
import { type Led, pointersTo } from './pointers-to.ts';

/** Finds names of files with a blank in them: the attribute is read as several pointers, though all of it names a file that is there. */
export function* blankInFileName(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const told = new Set<Attribute>();
    for (const led of pointersTo('missing-file', document, corpus)) {
      const { attribute } = led.pointer;
      if (told.has(attribute) || !isPartOfFileName(led, corpus)) continue;
      told.add(attribute);
      const written = encoded(attribute.value);
      yield diagnostic(
        'blank-in-file-name',
        document.place({ start: attribute.valueStart, end: attribute.valueEnd }),
        { file: attribute.value.trim(), written },
        { expected: [{ kind: 'value', name: written }] },
      );
    }
  }
}

/** Whether a pointer that names no file is a word of an attribute that as a whole does. */
export function isPartOfFileName({ pointer }: Led<'missing-file'>, corpus: Corpus): boolean {
  const { document, attribute, value, base } = pointer;
  if (attribute.value.trim() === value || attribute.value.length > 256) return false;
  return corpus.resolveReference(document, encoded(attribute.value), base).kind === 'file';
}

function encoded(value: string): string {
  return value.trim().replaceAll(/\s/g, '%20');
}
