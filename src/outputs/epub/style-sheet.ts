import { readFile } from 'node:fs/promises';
import { type Face, fontFaces } from '../html/fonts.ts';

/** The style sheet of a book, with the fonts that it holds. */
export async function bookStyleSheet(faces: readonly Face[]): Promise<string> {
  const own = await readFile(new URL('../../../site/book.css', import.meta.url), 'utf8');
  return `${fontFaces(faces)}\n${own}`;
}
