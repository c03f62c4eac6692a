import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { includePlace } from './include-place.ts';

/** Finds `xi:include`s that XInclude itself does not allow. */
export function* invalidInclude(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const inclusion of corpus.inclusionsOf(document)) {
      const { fault } = inclusion;
      if (fault?.kind !== 'invalid') continue;
      const attributes = fault.detail.startsWith('parse=') ? ['parse'] : ['href'];
      yield diagnostic('invalid-include', includePlace(inclusion, ...attributes), { what: fault.detail });
    }
  }
}
