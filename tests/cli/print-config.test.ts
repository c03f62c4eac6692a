import { describe, expect, it } from 'vitest';
import { folderWith, letter, variorum } from './run.ts';

interface Said {
  readonly code: string;
  readonly place: { readonly path: string; readonly line: number; readonly column: number };
  readonly help: string;
}

/** What is said of an edition with these print settings; `▲` stands before the part that is faulted. */
function said(print: string, words: readonly string[]) {
  const marked = `{ "tei": ["tei/*.xml"],\n "print": ${print} }`;
  const at = marked.slice(0, marked.indexOf('▲')).split('\n');
  const folder = folderWith({ 'variorum.json': marked.replace('▲', ''), 'tei/a.xml': letter() });
  const { code, out } = variorum([...words, '--format', 'json'], folder);
  const { diagnostics } = JSON.parse(out) as { diagnostics: Said[] };
  const place = { path: 'variorum.json', line: at.length, column: at.at(-1)!.length + 1 };
  return { code, place, found: diagnostics.filter((each) => each.place.path === 'variorum.json') };
}

describe('faults in the settings of print', () => {
  it.each([['validate'], ['build', '--only', 'text']])(
    'are said when the config is read, by %s',
    (...words) => {
      for (const [print, code] of [
        ['{ "fonts": [▲"fonts/none.ttf"] }', 'font-missing'],
        ['{ "date": ▲"today" }', 'config-wrong-type'],
        ['{ "marginOuter": ▲"22" }', 'config-wrong-type'],
        ['{ "series": { "editor": { "restart": ▲"line" } } }', 'config-wrong-type'],
        ['{ "docxNotes": { "editor": ▲"margin" } }', 'config-wrong-type'],
      ] as const) {
        const { code: status, place, found } = said(print, words);
        expect(found, print).toHaveLength(1);
        expect(found[0]).toMatchObject({ code, place });
        expect(status).toBe(1);
      }
    },
  );

  it('are said once where the PDF is made too', () => {
    const { place, found } = said('{ "fonts": [▲"fonts/none.ttf"] }', ['build', '--only', 'pdf']);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'font-missing', place });
  });

  it('name a band that no text has, at its place, as soon as the texts are known', () => {
    const { code, place, found } = said('{ "series": { "aparatus": ▲{ "marks": "letter" } } }', [
      'build',
      '--only',
      'latex',
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'series-unknown', place, help: 'Did you mean “apparatus”?' });
    expect(code).toBe(0);
    expect(said('{ "series": { "author": ▲{} } }', ['build', '--only', 'latex']).found).toEqual([]);
  });
});
