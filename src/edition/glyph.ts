import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';

const preferred = ['normalized', 'standard', 'unicode', 'simplified', 'modern', 'expanded'];

/** The text that a `glyph` or `char` maps to (TEI P5, 5.2); undefined where it maps to none. */
export function glyphText(document: EditedDocument, glyph: number): string | undefined {
  const { names, unsettled } = document;
  if (names[glyph] !== 'glyph' && names[glyph] !== 'char') return undefined;
  let [best, rank] = ['', Number.POSITIVE_INFINITY];
  for (let i = glyph + 1; i <= unsettled.lasts[glyph]!; i++) {
    if (names[i] !== 'mapping') continue;
    const text = document.writtenText(i).trim();
    const place = preferred.indexOf(attribute(unsettled.elements[i]!, 'type') ?? '');
    const own = place < 0 ? preferred.length : place;
    if (text !== '' && own < rank) [best, rank] = [text, own];
  }
  return best === '' ? undefined : best;
}
