import { escapeAttribute, escapeText } from '../xml/escape.ts';

/** What a cover says. */
export interface CoverText {
  readonly title: string;
  readonly creators: readonly string[];
  /** BCP 47, of the title. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

const [width, height, margin] = [1200, 1800, 120];
const room = width - 2 * margin;

/** A cover of type alone, as a drawing: author above, title, two rules; the same words give the same bytes. */
export function coverSvg({ title, creators, language, direction }: CoverText): string {
  const { lines, size } = fitted(title);
  const isRightToLeft = direction === 'rtl';
  const x = isRightToLeft ? width - margin : margin;
  const text = (words: string, y: number, fontSize: number, more = '') =>
    `<text x="${x}" y="${Math.round(y)}" font-size="${fontSize}"${more}>${escapeText(words)}</text>`;
  const leading = size * 1.2;
  const first = 620;
  const shown = creators.length > 3 ? [...creators.slice(0, 3), '…'] : creators;
  const names = shown.flatMap((name) => wrapped(name, 46)).slice(0, 6);
  const last = first + leading * (lines.length - 1);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xml:lang="${escapeAttribute(language)}">`,
    `<title>${escapeText(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#f5f1e8"/>`,
    `<rect x="40" y="40" width="${width - 80}" height="${height - 80}" fill="none" stroke="#7a2414" stroke-width="6"/>`,
    `<g font-family="'Source Serif 4', Charter, 'Noto Serif', Georgia, serif" fill="#1d1b18" direction="${direction}">`,
    ...names.map((name, at) => text(name, 300 + at * 64, 46)),
    `<path d="M${margin} ${first - size - 60}H${width - margin}" stroke="#7a2414" stroke-width="3"/>`,
    ...lines.map((line, at) => text(line, first + at * leading, size)),
    `<path d="M${margin} ${Math.round(last + size)}H${width - margin}" stroke="#7a2414" stroke-width="3"/>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The title in lines, at the largest size that leaves it a third of the page. */
function fitted(title: string): { lines: string[]; size: number } {
  for (const size of [112, 96, 80, 68, 56, 46]) {
    const lines = wrapped(title, size);
    if (lines.length * size * 1.2 < 840 && lines.every((line) => widthOf(line) * size <= room))
      return { lines, size };
  }
  const lines = wrapped(title, 46).slice(0, 14);
  return { lines: lines.length < 14 ? lines : [...lines.slice(0, 13), '…'], size: 46 };
}

/** Breaks words into lines that fit at a font size; a word too long for a line is broken. */
function wrapped(words: string, size: number): string[] {
  const most = room / size;
  const lines: string[] = [];
  let line = '';
  for (const word of words
    .split(/\s+/)
    .filter((each) => each !== '')
    .flatMap((each) => pieces(each, most))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, most: number): string[] {
  const found: string[] = [''];
  for (const character of word) {
    if (widthOf(found.at(-1)! + character) > most) found.push('');
    found[found.length - 1] += character;
  }
  return found;
}

/** The width of words in ems, rather too wide than too narrow: there are no metrics, as the reader's own font may set them. */
function widthOf(words: string): number {
  let sum = 0;
  for (const character of words) {
    if (/\p{M}/u.test(character)) continue;
    if (
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(
        character,
      )
    )
      sum += 1;
    else if (/[\p{Lu}mwMW—]/u.test(character)) sum += 0.74;
    else if (/[\s.,;:'’!|iljtf]/u.test(character)) sum += 0.34;
    else sum += 0.55;
  }
  return sum;
}
