import { readMap, type Shown, shownIn, utf16 } from './pdf-content.ts';
import { PdfFile } from './pdf-file.ts';

/**
 * Where the glyphs of one character stand at different heights, as a letter and a sign that no font has as one, the typesetter says the whole character of each.
 * Here the letter says it alone, so that who copies or seeks words in the PDF finds them as they are.
 */
export function textOfClusters(pdf: Uint8Array): Uint8Array {
  const file = new PdfFile(pdf);
  const maps = new Map<number, Map<string, string>>();
  const mapOf = (id: number) => {
    const map = maps.get(id) ?? readMap(file.stream(id));
    maps.set(id, map);
    return map;
  };
  const pages = file.pages().map((page) => ({ page, fonts: file.fontsOf(page) }));
  for (const { fonts } of pages) for (const id of fonts.values()) mapOf(id);
  if (![...maps.values()].some((map) => [...map.values()].some(isMended))) return pdf;

  /** What each glyph without a text of its own says, by map and code; undefined where it is not always the same. */
  const said = new Map<string, string | undefined>();
  for (const { page, fonts } of pages) {
    const content = file.contentOf(page);
    const stream = file.stream(content);
    const named = new Map([...fonts].map(([name, id]) => [name, mapOf(id)]));
    const shown = shownIn(stream, named);
    const signs = signsIn(shown);
    let mended = '';
    let from = 0;
    for (const [index, { font, text, glyphs, actual, operator }] of shown.entries()) {
      const sign = signs.get(index);
      if (actual === undefined) {
        const key = `${fonts.get(font)} ${glyphs[0]}`;
        const own = sign ?? withoutJoiner(text);
        said.set(key, said.has(key) && said.get(key) !== own ? undefined : own);
      }
      if (actual !== undefined) {
        const own = sign === undefined ? withoutJoiner(text) : '';
        if (own === text) continue;
        mended += `${stream.slice(from, actual.from)}<FEFF${utf16(own)}>`;
        from = actual.to;
      } else if (sign !== undefined && operator.texts === 1) {
        const before = stream.slice(from, operator.from);
        const shows = stream.slice(operator.from, operator.to);
        mended += `${before}\n/Span << /ActualText <FEFF> >> BDC${shows}\nEMC`;
        from = operator.to;
      }
    }
    if (from > 0) file.replaceStream(content, mended + stream.slice(from));
  }
  for (const [id, map] of maps) {
    const changed = new Map(
      [...map.keys()].flatMap((code) => {
        const part = said.get(`${id} ${code}`);
        return part === undefined || part === map.get(code) ? [] : [[code, part] as const];
      }),
    );
    if (changed.size > 0) file.replaceStream(id, withTexts(file.stream(id), changed));
  }
  return file.bytes();
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text without the joiners by which our template keeps marks on their lines. */
const withoutJoiner = (text: string): string => text.replace(/\u2060+(?=.)|(?<=.)\u2060+/gsu, '');

const isMended = (text: string): boolean => isCluster(text) || text !== withoutJoiner(text);

/** Whether a text is one character with signs. */
function isCluster(text: string): boolean {
  const bare = withoutJoiner(text);
  return /^..+$/su.test(bare) && [...graphemes.segment(bare)].length === 1;
}

/** The glyphs that say a character again which another says already, and the signs that they are for viewers who know no `ActualText`. */
function signsIn(shown: readonly Shown[]): Map<number, string> {
  const signs = new Map<number, string>();
  for (let at = 0; at < shown.length; ) {
    const first = shown[at]!;
    let end = at + 1;
    if (isCluster(first.text))
      while (
        end < shown.length &&
        shown[end]!.text === first.text &&
        shown[end]!.font === first.font &&
        shown[end]!.operator !== shown[end - 1]!.operator &&
        shown[end]!.glyphs[0] !== first.glyphs[0]
      )
        end++;
    // Where the script runs from the right, the letter is painted behind its signs.
    const again = isFromRight.test(first.text)
      ? Array.from({ length: end - at - 1 }, (_, n) => end - 2 - n)
      : Array.from({ length: end - at - 1 }, (_, n) => at + 1 + n);
    const characters = [...withoutJoiner(first.text)].slice(1);
    for (const index of again) signs.set(index, characters.shift() ?? '\u2060');
    at = end;
  }
  return signs;
}

const isFromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A ToUnicode map with other texts for some of its codes. */
const withTexts = (cmap: string, texts: ReadonlyMap<string, string>): string =>
  cmap.replace(/beginbfchar[\s\S]*?endbfchar/g, (block) =>
    block.replace(/<([0-9A-Fa-f]{4})>(\s*)<[0-9A-Fa-f]+>/g, (line, code: string, blank: string) => {
      const text = texts.get(code.toLowerCase());
      return text === undefined ? line : `<${code}>${blank}<${utf16(text)}>`;
    }),
  );
