import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** Finds `xml-model` instructions that name a schema on somebody's own machine. */
export function* schemaOnOneMachine(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const { href, hrefStart, hrefEnd } of document.models) {
      const isLocal = /^file:|^[A-Za-z]:[\\/]|^\\\\|^\/(?:Users|home|Volumes|tmp|mnt)\//i.test(href);
      if (!isLocal) continue;
      const name = href.split(/[\\/]/).at(-1) ?? '';
      yield diagnostic(
        'schema-on-one-machine',
        document.place({ start: hrefStart, end: hrefEnd }),
        { href },
        name === ''
          ? {}
          : { help: `Put the schema into the project and name it by a relative path: href="…/${name}".` },
      );
    }
  }
}
