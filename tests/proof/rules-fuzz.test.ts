import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { checkCorpus } from '../../src/rules/check-corpus.ts';
import { rules } from '../../src/rules/rules.ts';
import { MemoryWorld } from '../memory-world.ts';

/** Our own files, and the real ones where they stand beside the project. */
const files = ['../shared/corpora', 'tei', 'examples', 'templates', 'tests']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => path.endsWith('.xml') && statSync(path).size < 40_000)
      .map((path) => readFileSync(path, 'utf8'))
      .filter((text) => text.includes('<text')),
  );
const allOn = Object.fromEntries(rules.map(({ code }) => [code, 'error' as const]));

const odd = [
  ...[
    '',
    ' ',
    '#',
    '##',
    '#a#b',
    '?',
    '?x#y',
    '.',
    '..',
    './',
    '/',
    '//',
    '//x',
    ':',
    'a:',
    ':a',
    '#:',
    'x:y:z',
    '%',
    '%2',
    '%zz#%zz',
  ],
  ...[
    '../b.xml',
    'b.xml#',
    'b.xml#x',
    'c.xml#x',
    'd/',
    'javascript:',
    'data:,',
    'file:',
    'C:\\',
    '\\\\h\\s',
    'a b',
    '&#9;#a&#10;',
    '&#x10FFFF;',
  ],
  ...[
    '#element(/1/2)',
    '#element(',
    '#xpointer(id(',
    '#)',
    '#element(/1/0)',
    '#element(/1/x)',
    'http://[',
    'http:////',
    '#__proto__',
    '__proto__:x',
  ],
  ...[
    '1962-02-30',
    '--',
    '---',
    'T',
    '0',
    '99999999999999999999',
    '1/2/3',
    '/',
    '-',
    'en_',
    '-x-',
    'x-',
    'a-b-c-d-e-f',
    '\u0301',
    'e\u0301',
    '𐎠',
  ],
];

describe('rules over mutilated files', () => {
  it('never throw, and every place lies in its file', async () => {
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    const mutilated = (text: string) => {
      const values = [...text.matchAll(/"([^"<&]{0,60})"/g)].map((found) => found[1]!);
      return text.replace(/([\w:-]+)="([^"<]*)"/g, (all, name: string) => {
        if (name.startsWith('xmlns') || random(8) > 0) return all;
        const value = random(2) === 0 ? odd[random(odd.length)]! : values[random(values.length)]!;
        const other =
          random(12) === 0 ? ['xml:id', 'xml:base', 'target', 'ref', 'when', 'xml:lang'][random(6)]! : name;
        return `${all.includes(`${other}=`) || other === name ? name : other}="${value}"`;
      });
    };
    expect(files.length).toBeGreaterThan(20);
    let checked = 0;
    for (let n = 0; n < 3000; n++) {
      const include = `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="${odd[random(odd.length)]}" xpointer="${odd[random(odd.length)]}"/>`;
      const texts: Record<string, string> = {};
      for (const path of ['a.xml', 'b.xml', 'd/c.xml']) {
        texts[path] = mutilated(files[random(files.length)]!).replace(/<text\b[^>]*>/, (tag) =>
          random(3) === 0 ? tag + include : tag,
        );
      }
      const corpus = await loadCorpus(Object.keys(texts), new MemoryWorld(texts));
      checked += corpus.documents.length;
      const found = checkCorpus(corpus, { config: { ...defaultConfig(), rules: allOn }, isEdition: true });
      for (const { place } of found) {
        expect(place.endLine > place.line || place.endColumn >= place.column).toBe(true);
        expect(place.line).toBeGreaterThan(0);
      }
    }
    expect(checked).toBeGreaterThan(3000);
  });
});
