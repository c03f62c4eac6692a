import { describe, expect, it } from 'vitest';
import { toHtml, toText } from '../../src/cite/rich-text.ts';
import { citationStyles, findStyle } from '../../src/cite/styles.ts';
import { viewOf } from '../../src/cite/view.ts';
import { startOf } from '../../src/diagnostics/place.ts';
import { hostileRecords } from './hostile-records.ts';
import { manualRecords } from './manual-records.ts';

const styles = Object.entries(citationStyles).filter(([name]) => name !== 'source');

describe('citation styles', () => {
  // Each line was read against the rules of its manual; where a CSL processor differs, docs/cite.md says why. Checked against:
  // Chicago 17, chapter 14 (14.23–24 books, 14.103–105 editors and translators, 14.111 letters, 14.168 articles, 14.208 web pages, 14.215 theses, 14.221–231 archives);
  // Chicago 18, chapters 13 and 14 (13.23 names, 14.8 pages of chapters, 14.30 no place, 14.70 year of an issue); Turabian 9, chapters 16 and 17 (as Chicago 17);
  // MLA 9, chapter 5 (5.1 containers, 5.19 organisations, 5.61 publishers) and 2.108 titles; APA 7, chapters 8 to 10 (8.15 and 9.41 republished works, 9.8 twenty authors, 10.2 books, 10.6 theses);
  // MHRA 4, the chapter on references; ISO 690:2021, clauses on creators, titles, production and location; GOST R 7.0.5-2008, sections 4, 6, 7 and 9 (archival documents).
  it.each(styles)('%s words every kind of record as its manual does', async (name, style) => {
    const blocks = manualRecords.map((record) => {
      const view = viewOf(record);
      const forms = [style.note(view), style.short(view), style.bibliography(view)].map(toHtml);
      return `${record.id}\n${[...new Set(forms)].join('\n')}\n`;
    });
    await expect(blocks.join('\n')).toMatchFileSnapshot(`expected/styles/${name}.html`);
  });

  it.each(styles)('%s never doubles its punctuation', (_name, style) => {
    for (const record of manualRecords) {
      const view = viewOf(record);
      for (const text of [style.note(view), style.bibliography(view)].map(toText)) {
        expect(text, record.id).not.toMatch(
          // A space stands before GOST’s colon and semicolon.
          /\.\.|,,|(?<!\b(?:\p{L}|al|eds?|trans|vols?|Jr|diss|edn|Oct|Nov|Feb))\.,|,\.|\s[,.]|\(\)|undefined| {2}/u,
        );
      }
    }
  });

  it.each(styles)('%s gives inert HTML for any words', (_name, style) => {
    for (const record of hostileRecords) {
      const view = viewOf(record);
      for (const text of [style.note(view), style.short(view), style.bibliography(view)]) {
        const html = toHtml(text);
        expect(html.replace(/<\/?i>|<a href="https?:[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>"]/);
      }
    }
  });

  it('is found under its old names, in any case', () => {
    for (const name of [
      'MLA',
      'chicago',
      'turabian-fullnote-bibliography',
      'modern-humanities-research-association',
      'iso690',
      'gost',
    ])
      expect(findStyle(name, startOf('x.xml')), name).toHaveProperty('style');
  });

  it('is never replaced by another: an unknown name is an error with suggestions', () => {
    expect(findStyle('chicago-note-bibliography', startOf('x.xml'))).toMatchObject({
      code: 'citation-style-unknown',
      severity: 'error',
      message: expect.stringContaining('did you mean “chicago-notes-bibliography”'),
    });
    for (const name of ['', 'vancouver', '__proto__', 'toString', 'constructor'])
      expect(findStyle(name, startOf('x.xml')), name).toMatchObject({ code: 'citation-style-unknown' });
  });
});
