import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SchemaDesk, type SchemaJob } from '../../src/build/schema-desk.ts';
import { folderWith, letter } from '../cli/run.ts';

const place = { path: 'variorum.json', line: 1, column: 1, endLine: 1, endColumn: 1 };

it('loads each schema once, however many documents come', async () => {
  const root = folderWith({
    'a.xml': letter(),
    'b.xml': letter('<q/>'),
    'p.rnc': `namespace t = "http://www.tei-c.org/ns/1.0"
      start = any
      any = element * - t:q { attribute * { text }*, (text | any)* }`,
    'p.sch': `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/><pattern><rule context="t:body"><assert test="t:p">A p is wanted.</assert></rule></pattern></schema>`,
  });
  const desk = new SchemaDesk();
  const job = (path: string): SchemaJob => ({
    root,
    grants: [root],
    folders: [],
    path,
    isEdition: false,
    choices: [
      { language: 'relaxng', path: 'p.rnc', phase: undefined, named: place },
      { language: 'schematron', path: 'p.sch', phase: undefined, named: place },
    ],
  });
  expect(await desk.validate(job('a.xml'))).toEqual([]);
  for (const each of ['p.rnc', 'p.sch']) rmSync(join(root, each));
  const codes = (await desk.validate(job('b.xml'))).map((each) => each.code);
  expect(codes).toEqual(['element-unknown', 'schematron-assert']);
});

it('says of an empty schema that it is empty', async () => {
  const root = folderWith({ 'a.xml': letter(), 'p.sch': '\n' });
  const choices = [{ language: 'schematron', path: 'p.sch', phase: undefined, named: place } as const];
  const job = { root, grants: [root], folders: [], path: 'a.xml', isEdition: false, choices };
  expect(await new SchemaDesk().validate(job)).toMatchObject([
    { code: 'schematron-not-a-schema', message: expect.stringContaining('empty') },
  ]);
});
