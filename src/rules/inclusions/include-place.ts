import type { Inclusion } from '../../corpus/inclusion.ts';
import type { Place } from '../../diagnostics/place.ts';
import { attributeNode } from '../../xml/tree.ts';

/** The value of the first of some attributes that an `xi:include` has, or else its start tag. */
export function includePlace({ document, element }: Inclusion, ...attributes: readonly string[]): Place {
  for (const name of attributes) {
    const found = attributeNode(element, name);
    if (found !== undefined && found.value !== '') {
      return document.place({ start: found.valueStart, end: found.valueEnd });
    }
  }
  return document.place({ start: element.start, end: element.startTagEnd });
}
