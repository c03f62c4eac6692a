import { readFile } from 'node:fs/promises';
import { type Face, fontFaces } from '../html/fonts.ts';

/** The style sheet of a book, with the fonts that it holds. */
export async function bookStyleSheet(faces: readonly Face[]): Promise<string> {
  const own = ['source.css', 'book.css', 'renditions.css'].map((name) =>
    readFile(new URL(`../../../site/${name}`, import.meta.url), 'utf8'),
  );
  return [fontFaces(faces), ...(await Promise.all(own))].join('\n');
}
