import type { BookFont, BookMetadata, BookPage } from '../../epub/book.ts';
import { textOf } from '../../epub/xhtml.ts';
import { type Face, facesFor, fontLicence, readFace } from '../html/fonts.ts';

/** The font files whose letters stand in a book, with their licence. */
export async function fontsFor(
  pages: readonly BookPage[],
  { title }: BookMetadata,
): Promise<{ fonts: BookFont[]; faces: Face[] }> {
  const characters = new Set(title);
  for (const { body } of pages) for (const character of textOf(body)) characters.add(character);
  const faces = facesFor(characters);
  const files = faces.map(
    async (face): Promise<BookFont> => ({
      name: face.file,
      mediaType: 'font/woff2',
      content: await readFace(face),
    }),
  );
  if (faces.length === 0) return { fonts: [], faces };
  const licence: BookFont = { name: 'OFL.txt', mediaType: 'text/plain', content: await fontLicence() };
  return { fonts: [...(await Promise.all(files)), licence], faces };
}
