import type { Corpus } from '../../corpus/corpus.ts';
import type { Inclusion, InclusionFault } from '../../corpus/inclusion.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { groupBy } from '../group-by.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { includePlace } from './include-place.ts';

const mostSingly = 5;

/** Finds `xi:include`s that bring in nothing: the file, or the part of it, is not there or may not be read. Where a fallback stands in, all is well. */
export function* unresolvedInclude(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    const empty = corpus
      .inclusionsOf(document)
      .filter(
        ({ fault, content }) =>
          content.kind === 'nothing' && fault !== undefined && whyOf(fault) !== undefined,
      );
    for (const alike of groupBy(empty, ({ fault }) => fault!.kind).values()) {
      const files = [...groupBy(alike, ({ path, href }) => path || href).values()];
      for (const group of files.length > mostSingly ? [alike] : files) yield report(group);
    }
  }
}

function report(group: readonly Inclusion[]): Diagnostic {
  const first = group[0]!;
  const others = [...new Set(group.map((each) => each.href))].filter((href) => href !== first.href);
  const places = group.map((each) => includePlace(each, 'href', 'xpointer'));
  return diagnostic(
    'unresolved-include',
    places[0]!,
    {
      what: first.href === '' ? `the part “${xpointerOf(first.fault!)}”` : `“${first.href}”`,
      why: whyOf(first.fault!)!,
      more: others.length > 0 ? ` Nor was anything from ${others.length} more: ${someOf(others)}.` : '',
    },
    otherPlaces(places, 'nor could this be included'),
  );
}

function xpointerOf(fault: InclusionFault): string {
  return 'xpointer' in fault ? fault.xpointer : '';
}

function whyOf(fault: InclusionFault): string | undefined {
  switch (fault.kind) {
    case 'missing':
      return 'there is no such file';
    case 'outside':
      return 'it lies outside the project';
    case 'unreadable':
      return fault.detail;
    case 'remote':
      return 'it is on the network, and nothing is fetched from there; keep a copy in the project';
    case 'not-well-formed':
      return 'it is not well-formed XML';
    case 'xpointer-nothing':
      return `nothing in it answers to xpointer “${fault.xpointer}”`;
    case 'xpointer-unsupported':
      return `xpointer “${fault.xpointer}” is of a kind that is not supported; name the part by its xml:id`;
    default:
      return undefined;
  }
}
