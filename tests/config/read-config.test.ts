import { expect, it } from 'vitest';
import { configKeys } from '../../src/config/keys.ts';
import { defaultConfig, readConfig } from '../../src/config/read-config.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

function read(text: string) {
  const found: Diagnostic[] = [];
  const config = readConfig(text, 'variorum.json', (each) => found.push(each));
  const at = found.map(
    ({ code, place }) => `${code} ${place.line}:${place.column}-${place.endLine}:${place.endColumn}`,
  );
  return { config, found, at };
}

it('fills in the defaults', () => {
  expect(read('{}').config).toEqual(defaultConfig());
  expect(defaultConfig()).toMatchObject({
    tei: ['tei/**/*.xml'],
    text: { width: 72 },
    apparatus: { terms: 'la' },
  });
});

it('takes the example of every key', () => {
  for (const { key, example } of configKeys) {
    const nested = key.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), example);
    expect(read(JSON.stringify(nested)).at, key).toEqual([]);
  }
});

it('allows comments and trailing commas', () => {
  const { config, at } = read('{ // mine\n "title": "T", /* x */ "tei": ["a.xml",], }');
  expect(at).toEqual([]);
  expect(config).toMatchObject({ title: 'T', tei: ['a.xml'] });
});

it('finds a misspelt key at its place and offers the right one', () => {
  const { at, found } = read('{\r\n  "titel": "T",\n  "text": { "widht": 3 }\n}');
  expect(at).toEqual(['config-unknown-key 2:3-2:10', 'config-unknown-key 3:13-3:20']);
  expect(found.map((each) => each.help)).toEqual(['Did you mean “title”?', 'Did you mean “text.width”?']);
});

it.each([
  ['{"title": 3}', 'config-wrong-type 1:11-1:12'],
  ['{"tei": "a.xml"}', 'config-wrong-type 1:9-1:16'],
  ['{"text": {"width": -1}}', 'config-wrong-type 1:20-1:22'],
  ['{"text": 3}', 'config-wrong-type 1:10-1:11'],
  ['{"notes": {"numbering": "page"}}', 'config-wrong-type 1:25-1:31'],
  ['{"rules": {"x": "fatal"}}', 'config-wrong-type 1:11-1:25'],
  ['[]', 'config-wrong-type 1:1-1:3'],
  ['{"print": {"pageSize": "a9"}}', 'config-wrong-type 1:24-1:28'],
  ['{"print": {"noteSize": 9}}', 'config-wrong-type 1:24-1:25'],
  ['{"print": {"noteSize": "1pt"}}', 'config-wrong-type 1:24-1:29'],
  ['{"print": {"leading": 0}}', 'config-wrong-type 1:23-1:24'],
  ['{"print": {"fontsize": "12pt"}}', 'config-unknown-key 1:12-1:22'],
  ['{"print": {"series": {"editor": {"layuot": "blocks"}}}}', 'config-unknown-key 1:34-1:42'],
  ['{"print": {"series": {"editor": {"marks": "greek"}}}}', 'config-wrong-type 1:43-1:50'],
  ['{"print": {"docxNotes": {"editor": "margin"}}}', 'config-wrong-type 1:36-1:44'],
  ['{"print": {"docxNotes": ["editor"]}}', 'config-wrong-type 1:25-1:35'],
  ['{"print": {"date": "yesterday"}}', 'config-wrong-type 1:20-1:31'],
  ['{"print": {"date": "2023-02-30"}}', 'config-wrong-type 1:20-1:32'],
  ['{"print": {"pageSize": "150pt 150pt"}}', 'config-wrong-type 1:11-1:38'],
])('keeps the default where the value is wrong: %s', (text, expected) => {
  const { at, config } = read(text);
  expect(at).toEqual([expected]);
  expect(config).toEqual(defaultConfig());
});

it.each(['', '{', '{"title": }', '{"title" "x"}', 'title = x', '\u0000'])(
  'reports what is not JSON: %j',
  (text) => {
    expect(read(text).at[0]).toMatch(/^config-(not-json|wrong-type) 1:/);
  },
);

it('treats names of the language as data', () => {
  const { at } = read('{"__proto__": {"title": "x"}, "constructor": 1, "toString": 2}');
  expect(at).toHaveLength(3);
  expect(({} as Record<string, unknown>).title).toBeUndefined();
});

it('finds a misspelt code of a check, at its place', () => {
  const { at, found } = read('{"rules": {"dangling-pointr": "off", "duplicate-id": "warning"}}');
  expect(at).toEqual(['config-unknown-key 1:12-1:29']);
  expect(found[0]!.help).toBe('Did you mean “dangling-pointer”?');
});
