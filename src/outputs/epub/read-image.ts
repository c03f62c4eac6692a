import { diagnostic } from '../../diagnostics/catalogue.ts';
import { type Place, startOf } from '../../diagnostics/place.ts';
import { WorldError } from '../../world/world.ts';
import type { OutputInput } from '../output.ts';
import { cleanDrawing } from './drawing.ts';
import { mediaTypeOf } from './images.ts';

/** An image of the edition with its true media type; undefined, with the reason reported at the place that names it, where a book cannot hold it. */
export async function readImage(
  path: string,
  { world }: OutputInput,
  place: Place = startOf('variorum.json'),
): Promise<{ mediaType: string; content: Uint8Array } | undefined> {
  const leaveOut = (why: string) => {
    world.report(diagnostic('ebook-image-left-out', place, { path, why }));
    return undefined;
  };
  let bytes: Uint8Array;
  try {
    bytes = await world.read(path);
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    return leaveOut(error.message);
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType !== undefined) return { mediaType, content: bytes };
  const drawing = cleanDrawing(bytes, path);
  if (drawing !== undefined) return { mediaType: 'image/svg+xml', content: drawing };
  return leaveOut('it is in a format that not every reading system shows');
}
