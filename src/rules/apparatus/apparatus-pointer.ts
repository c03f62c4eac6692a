import type { Pointer } from '../../corpus/pointer.ts';

/** Whether the rules on the apparatus judge a pointer that leads nowhere: a siglum, or an end point of an entry. */
export function isApparatusPointer({ attribute, element }: Pointer): boolean {
  const { local } = attribute.name;
  return local === 'wit' || (element.name.local === 'app' && (local === 'from' || local === 'to'));
}
