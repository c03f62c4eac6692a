import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  compileSchema,
  type Diagnostic,
  expectedAt,
  loadSchema,
  reviveSchema,
  Source,
} from '../src/index.ts';

const document = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>x <persNaem>y</persNaem></p></body></text></TEI>`;

it('loads a schema, validates, keeps it, and says what may stand at a place', async () => {
  const found: Diagnostic[] = [];
  const report = (each: Diagnostic) => found.push(each);
  const schema = await loadSchema('schema/variorum.rnc', (path) => readFile(path), report);
  const validator = compileSchema(schema!, report)!;
  expect(found).toEqual([]);
  const source = new Source('letter.xml', document);
  expect(validator.validate(source, report)).toBe(false);
  expect(found).toMatchObject([
    { code: 'element-missing' },
    { code: 'element-unknown', help: 'Did you mean “persName”?', expected: { length: expect.any(Number) } },
  ]);
  const [, { expected = [] } = {}] = found as [unknown, Partial<Diagnostic>];
  expect(expected.length).toBeGreaterThan(3);
  const revived = reviveSchema(validator.serialise())!;
  const inside = expectedAt(revived, source, document.indexOf('x <persNaem'));
  expect(inside.context).toBe('content');
  expect(inside.expected).toContainEqual(expect.objectContaining({ kind: 'element', name: 'persName' }));
  expect(inside.expected.find((each) => each.name === 'persName')!.documentation).toMatch(/\w/);
});

it('reports a schema that is not there, and a part of it', async () => {
  const found: Diagnostic[] = [];
  const read = (path: string) => readFile(path);
  expect(await loadSchema('schema/none.rng', read, (each) => found.push(each))).toBeUndefined();
  expect(found.map((each) => each.code)).toEqual(['file-missing']);
});
