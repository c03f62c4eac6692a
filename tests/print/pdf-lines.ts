import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Why a test that reads PDFs is skipped, or nothing. */
export const lacksPoppler =
  spawnSync('pdftotext', ['-v']).status === 0 ? undefined : 'pdftotext (poppler-utils) is not installed';

export interface Word {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** The words of each page of a PDF with their places, as poppler reads them. */
export function wordsOfPages(pdf: Uint8Array): Word[][] {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-pdf-'));
  const path = join(folder, 'a.pdf');
  writeFileSync(path, pdf);
  execFileSync('pdftotext', ['-bbox', path, `${path}.html`], { stdio: ['ignore', 'ignore', 'ignore'] });
  const html = readFileSync(`${path}.html`, 'utf8');
  return html
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
        (found) => ({
          text: found[5]!
            .replace(/\u2060/g, '')
            .replace(/&lt;/g, '<')
            .replace(/&gt;/g, '>')
            .replace(/&quot;/g, '"')
            .replace(/&(?:apos|#39);/g, "'")
            .replace(/&amp;/g, '&'),
          x: Number(found[1]),
          right: Number(found[3]),
          y: Number(found[4]),
          height: Number(found[4]) - Number(found[2]),
        }),
      ),
    );
}

/** The printed lines of a page's text, top to foot: words of at least the text's type size, grouped by the height they stand at. */
export function linesOfPage(words: readonly Word[], textSize: number): string[][] {
  const lines: { y: number; words: Word[] }[] = [];
  for (const word of words.filter((each) => each.height > textSize)) {
    const line = lines.find((each) => Math.abs(each.y - word.y) < 3.5);
    if (line === undefined) lines.push({ y: word.y, words: [word] });
    else line.words.push(word);
  }
  return lines
    .sort((a, b) => a.y - b.y)
    .map((line) => line.words.sort((a, b) => a.x - b.x).map((word) => word.text));
}
