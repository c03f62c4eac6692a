import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addSchema } from '../../src/build/add-schema.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { folderWith, letter, variorum } from '../cli/run.ts';

const main = 'https://example.org/tei/main.rng';
const rng = (content: string) => `<grammar xmlns="http://relaxng.org/ns/structure/1.0">${content}</grammar>`;
const remote: Record<string, string> = {
  [main]: rng('<include href="parts/part.rng"/>'),
  'https://example.org/tei/parts/part.rng': rng(
    '<start><element name="TEI" ns="http://www.tei-c.org/ns/1.0"><empty/></element></start>',
  ),
};
const get = async (url: URL) => {
  const text = remote[url.href];
  if (text === undefined) throw new Error('the server answers 404');
  return new TextEncoder().encode(text);
};

const assertNever = (url: string): never => {
  throw new Error(`${url} was asked for`);
};

it('keeps a remote schema with what it includes, and builds use the copy', async () => {
  const text = letter().replace('<TEI', `<?xml-model href="${main}"?>\n<TEI`);
  const folder = folderWith({ 'variorum.json': '{}', 'tei/a.xml': text });
  expect(variorum(['validate'], folder).out).toContain('schema-not-fetched');
  expect(await addSchema(folder, main, () => undefined, get)).toEqual({ path: 'schema/main.rng', files: 2 });
  expect(existsSync(join(folder, 'schema/parts/part.rng'))).toBe(true);
  const { out } = variorum(['validate'], folder);
  expect(out).not.toContain('schema-not-fetched');
  expect(out).toMatch(/schema|not allowed|may not|must/i);
});

it('notices a copy that has changed or gone', async () => {
  const folder = folderWith({ 'variorum.json': '{}', 'tei/a.xml': letter() });
  await addSchema(folder, main, () => undefined, get);
  const lock = JSON.parse(readFileSync(join(folder, 'schema/lock.json'), 'utf8'));
  expect(Object.keys(lock.files)).toEqual(Object.keys(remote));
  const { writeFileSync, rmSync } = await import('node:fs');
  writeFileSync(join(folder, 'schema/main.rng'), 'x');
  rmSync(join(folder, 'schema/parts/part.rng'));
  const { out } = variorum(['validate'], folder);
  expect(out).toContain('schema-copy-changed');
  expect(out).toContain('schema-copy-missing');
});

it('keeps what lies beside the schema’s folder where it lies to the schema, and passes over comments', async () => {
  const folder = folderWith({ 'variorum.json': '{}', 'tei/a.xml': letter() });
  const from = {
    'https://example.org/a/own/main.rng': rng(
      '<!-- <include href="gone.rng"/> --><include href="../common/part.rng"/>',
    ),
    'https://example.org/a/common/part.rng': remote['https://example.org/tei/parts/part.rng']!,
  } as Record<string, string>;
  const read = async (url: URL) => new TextEncoder().encode(from[url.href] ?? assertNever(url.href));
  const added = await addSchema(folder, 'https://example.org/a/own/main.rng', () => undefined, read);
  expect(added).toEqual({ path: 'schema/own/main.rng', files: 2 });
  const { out } = variorum(['validate', '--schema', 'schema/own/main.rng'], folder);
  expect(out).toContain('TEI');
  expect(out).not.toContain('schema-');
});

it.each([
  ['of another server', 'https://elsewhere.example/x.rng'],
  ['whose name would lead out of the edition', 'a%2F..%2F..%2F..%2Fx.rng'],
])('leaves a schema that includes a file %s', async (_, href) => {
  const folder = folderWith({ 'variorum.json': '{}' });
  const found: Diagnostic[] = [];
  const read = async () => new TextEncoder().encode(rng(`<include href="${href}"/>`));
  const added = await addSchema(folder, main, (each) => found.push(each), read);
  expect([added, found.map((each) => each.code)]).toEqual([undefined, ['schema-not-had']]);
  expect(existsSync(join(folder, 'schema'))).toBe(false);
});

it('writes nothing when a part cannot be had', async () => {
  const folder = folderWith({ 'variorum.json': '{}' });
  const found: Diagnostic[] = [];
  const report = (each: Diagnostic) => found.push(each);
  expect(await addSchema(folder, 'https://example.org/tei/none.rng', report, get)).toBeUndefined();
  expect(found.map((each) => each.code)).toEqual(['schema-not-had']);
  expect(existsSync(join(folder, 'schema'))).toBe(false);
});

it('copies a local file, named by a path', () => {
  const folder = folderWith({
    'variorum.json': '{}',
    'tei/a.xml': letter(),
    'mine/x.rnc': 'element x { empty }',
  });
  const { code, out } = variorum(['schema', 'add', 'mine/x.rnc'], folder);
  expect([code, out.includes('"schema/x.rnc"')]).toEqual([0, true]);
});
