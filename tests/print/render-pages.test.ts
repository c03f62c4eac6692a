import { describe, expect, it } from 'vitest';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import { columns } from '../../src/print/pages/set-run.ts';
import { stressDocument } from './stress-document.ts';

const rule = '-'.repeat(16);

describe('text in pages', () => {
  const document = stressDocument({
    paragraphs: 60,
    wordsEach: 90,
    entriesEach: 4,
    noteEvery: 2,
    noteWords: 250,
  });
  const { text, layout } = renderPages(document, {
    ...defaultPrintOptions,
    titlePage: false,
    contents: false,
  });
  const pages = text.split('\f').map((page) => page.split('\n'));

  it('keys every entry to the line that its lemma stands on, and keeps it on that page', () => {
    const wrong: string[] = [];
    const found = new Map<string, string>();
    for (const [index, page] of pages.entries()) {
      const end = page.indexOf(rule);
      let line = 0;
      for (const [at, row] of page.slice(2, end < 0 ? undefined : end).entries()) {
        if (row.trim() === '') continue;
        line++;
        const shown = /^ {0,3}(\d+) {2}/.exec(row)?.[1];
        if (shown !== undefined && shown !== String(line))
          wrong.push(`page ${index + 1} row ${at}: ${shown} beside line ${line}`);
        for (const [lemma] of row.matchAll(/lemma\d+x/g)) found.set(lemma, `${index + 1}.${line}`);
      }
    }
    for (const entry of layout.entries)
      if (found.get(entry.lemma) !== `${entry.page}.${entry.key}`)
        wrong.push(`${entry.id}: ${entry.page}.${entry.key}, its lemma on ${found.get(entry.lemma)}`);
    expect(wrong).toEqual([]);
    expect(layout.entries).toHaveLength(document.entries.length);
  });

  it('shows every reading and every note once', () => {
    for (const entry of document.entries) expect(text.split(`lectio${entry.id.slice(3)}y`)).toHaveLength(2);
    for (const note of document.notes)
      for (const word of [`nota${note.n}z`, `finis${note.n}z.`])
        expect(text.split(word), word).toHaveLength(2);
  });

  it('keeps to its lines and columns', () => {
    for (const page of pages) {
      expect(page.length - 1).toBeLessThanOrEqual(defaultPrintOptions.textLines);
      for (const row of page) expect(columns(row)).toBeLessThanOrEqual(defaultPrintOptions.textWidth + 6);
    }
  });
});
