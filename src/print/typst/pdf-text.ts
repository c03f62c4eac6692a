import { readMap, shownIn } from './pdf-content.ts';
import { PdfFile } from './pdf-file.ts';

/** The text of each page of a PDF that our typesetter wrote, in the order of painting, without blanks and hyphens. */
export function pdfText(bytes: Uint8Array): string[] {
  const file = new PdfFile(bytes);
  const maps = new Map<number, ReadonlyMap<string, string>>();
  const mapOf = (id: number) => {
    const map = maps.get(id) ?? readMap(file.stream(id));
    maps.set(id, map);
    return map;
  };
  return file.pages().map((page) => {
    const fonts = new Map([...file.fontsOf(page)].map(([name, id]) => [name, mapOf(id)]));
    const shown = shownIn(file.stream(file.contentOf(page)), fonts);
    return squeezed(shown.map(({ text }) => text).join(''));
  });
}

/** Text as two readings of it can be compared: no blanks, no hyphens, no characters that only join or direct. */
export const squeezed = (value: string): string => value.normalize('NFC').replace(/[\s\p{Cf}\-\u2010]/gu, '');
