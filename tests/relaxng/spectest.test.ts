import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';
import { faultsOf, schemaOf } from './memory-files.ts';

const path = '../shared/suites/relaxng/spectest.xml';

interface Case {
  readonly line: number;
  readonly kind: 'correct' | 'incorrect';
  readonly schema: string;
  readonly files: Readonly<Record<string, string>>;
  readonly instances: readonly { readonly isValid: boolean; readonly text: string }[];
}

const children = (element: Element, local?: string) =>
  element.childNodes.filter(
    (each): each is Element => each.nodeType === 1 && (local === undefined || each.name.local === local),
  );

function casesOf(source: Source): Case[] {
  const document = parseTree(source, (found) => {
    throw new Error(found.message);
  })!;
  const inner = (element: Element) => {
    const text = source.text.slice(element.startTagEnd, element.endTagStart);
    return attribute(element, 'dtd') === undefined
      ? text.trim()
      : `${attribute(element, 'dtd')}${text.trim()}`;
  };
  /** The suite declares an entity in its own DOCTYPE. */
  const withEntity = (text: string) => text.replaceAll('&dii;', '<\u0e14\u0e35/>');
  const found: Case[] = [];
  const filesIn = (element: Element, folder: string, files: Record<string, string>) => {
    for (const each of children(element)) {
      if (each.name.local === 'resource') files[`${folder}${attribute(each, 'name')}`] = inner(each);
      if (each.name.local === 'dir') filesIn(each, `${folder}${attribute(each, 'name')}/`, files);
    }
    return files;
  };
  const visit = (element: Element) => {
    for (const suite of children(element, 'testSuite')) visit(suite);
    for (const test of children(element, 'testCase')) {
      for (const kind of ['correct', 'incorrect'] as const) {
        for (const schema of children(test, kind)) {
          const instances = children(test)
            .filter((each) => each.name.local === 'valid' || each.name.local === 'invalid')
            .map((each) => ({ isValid: each.name.local === 'valid', text: withEntity(inner(each)) }));
          const { line } = source.place(test.start);
          found.push({
            line,
            kind,
            schema: withEntity(inner(schema)),
            files: filesIn(test, '', {}),
            instances,
          });
        }
      }
    }
  };
  visit(document.documentElement);
  return found;
}

describe.skipIf(!existsSync(path))(`James Clark's spectest.xml (skipped where ${path} is absent)`, () => {
  const source = existsSync(path)
    ? new Source(path, readFileSync(path, 'utf8'))
    : new Source('', '<testSuite/>');
  const cases = casesOf(source);

  it('has all its cases', () => {
    const count = (isValid: boolean) =>
      cases.flatMap((each) => each.instances).filter((each) => each.isValid === isValid).length;
    expect(cases.filter((each) => each.kind === 'correct')).toHaveLength(172);
    expect(cases.filter((each) => each.kind === 'incorrect')).toHaveLength(213);
    expect([count(true), count(false)]).toEqual([289, 291]);
  });

  for (const { line, kind, schema, files, instances } of cases) {
    it(`line ${line}: ${kind}, ${instances.length} instances`, async () => {
      const { validator, faults } = await schemaOf({ ...files, 'schema.rng': schema });
      expect(validator !== undefined, faults.map((each) => each.message).join()).toBe(kind === 'correct');
      if (validator === undefined) {
        expect(faults.length).toBeGreaterThan(0);
        for (const fault of faults) expect(fault.message).not.toMatch(/\{[a-z]+\}/);
        return;
      }
      for (const { isValid, text } of instances) {
        const found = faultsOf(validator, text);
        expect(found.length === 0, `${text}\n${found.map((each) => each.message).join('\n')}`).toBe(isValid);
      }
    });
  }
});
