import { attribute } from '../../xml/tree.ts';
import type { Sequence } from '../sequence.ts';

/** How an entry is tied to the text (TEI P5, critical apparatus, linking the apparatus to the text). */
export type EncodingMethod = 'parallel-segmentation' | 'double-end-point' | 'location-referenced';

/** The methods that the headers of a document declare in `variantEncoding`, in order. */
export function declaredMethods(sequence: Sequence): EncodingMethod[] {
  const found: EncodingMethod[] = [];
  for (let i = 0; i < sequence.names.length; i++) {
    if (sequence.names[i] === 'text') i = sequence.lasts[i]!;
    if (sequence.names[i] !== 'variantEncoding') continue;
    const method = attribute(sequence.elements[i]!, 'method')?.trim();
    if (
      method === 'parallel-segmentation' ||
      method === 'double-end-point' ||
      method === 'location-referenced'
    ) {
      found.push(method);
    }
  }
  return found;
}

/**
 * The method of one entry: what it says itself (`@from`/`@to`, `@loc`), else what the document declares, else parallel segmentation.
 * An entry of a `listApp` cannot be parallel segmentation: it stands beside the text.
 */
export function methodOf(
  sequence: Sequence,
  app: number,
  declared: readonly EncodingMethod[],
  isStandoff: boolean,
): EncodingMethod {
  const element = sequence.elements[app]!;
  if (attribute(element, 'from') !== undefined || attribute(element, 'to') !== undefined) {
    return 'double-end-point';
  }
  if (attribute(element, 'loc') !== undefined) return 'location-referenced';
  if (isStandoff) return 'location-referenced';
  return declared.length === 1 ? declared[0]! : 'parallel-segmentation';
}
