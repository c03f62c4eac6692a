import { describe, expect, it } from 'vitest';
import { toHtml, toText } from '../../src/cite/rich-text.ts';
import { citationStyles, findStyle } from '../../src/cite/styles.ts';
import { viewOf } from '../../src/cite/view.ts';
import { startOf } from '../../src/diagnostics/place.ts';
import { hostileRecords } from './hostile-records.ts';
import { manualRecords } from './manual-records.ts';

const styles = Object.entries(citationStyles).filter(([name]) => name !== 'source');

describe('citation styles', () => {
  // Each line was read against the rules of its manual; where a CSL processor differs, docs/cite.md says why.
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
