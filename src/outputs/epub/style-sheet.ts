import { readFile } from 'node:fs/promises';
import { packageFile } from '../../world/package-file.ts';
import { type Face, fontFaces } from '../html/fonts.ts';

/** The style sheet of a book, with the fonts that it holds. */
export async function bookStyleSheet(faces: readonly Face[]): Promise<string> {
  const own = ['source.css', 'book.css', 'renditions.css'].map((name) =>
    readFile(packageFile(`site/${name}`), 'utf8'),
  );
  return [fontFaces(faces), ...(await Promise.all(own))].join('\n');
}
