import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/relaxng/compact/foreign-element.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';
import { faultsOf, schemaOf } from './memory-files.ts';

/**
 * The suite lists values, not schemas. Its lists are expanded so:
 * - `valid`, `invalid`: the type alone, one instance;
 * - `equiv`: each value of each class as `value`, and every value of every class as instance, valid in its own class;
 * - `lessThan` a, b: `minExclusive`, `minInclusive`, `maxExclusive`, `maxInclusive` of each, with the other as instance;
 * - `incomparable` a, b: `minExclusive` and `maxExclusive` of each, under which the other is invalid;
 * - `length` n: `length`, `minLength` and `maxLength` of n are right, those of one more or less wrong.
 */
const path = '../shared/suites/relaxng/xsdtest.xml';

interface Case {
  readonly pattern: string;
  readonly namespaces: string;
  readonly subset: string;
  readonly text: string;
  readonly isValid: boolean;
}

const children = (element: Element, local: string) =>
  element.childNodes.filter((each): each is Element => each.nodeType === 1 && each.name.local === local);
const written = (text: string) => text.replace(/[&<>"\t\n\r]/g, (each) => `&#${each.charCodeAt(0)};`);
const namespacesOf = (element: Element) =>
  [...element.scope.bindings()]
    .map(([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${uri}"`)
    .join('');

function casesOf(type: Element): Case[] {
  const name = attribute(type, 'name')!;
  const found: Case[] = [];
  const add = (from: Element, pattern: string, text: string, isValid: boolean) =>
    found.push({
      pattern,
      namespaces: namespacesOf(from),
      subset: attribute(from, 'internalSubset') ?? '',
      text,
      isValid,
    });
  const data = (facet?: string, value?: string) =>
    `<data type="${name}">${facet === undefined ? '' : `<param name="${facet}">${written(value!)}</param>`}</data>`;
  for (const each of children(type, 'valid')) add(each, data(), textOf(each), true);
  for (const each of children(type, 'invalid')) add(each, data(), textOf(each), false);
  for (const equiv of children(type, 'equiv')) {
    const classes = children(equiv, 'class').map((each) => children(each, 'value').map(textOf));
    for (const [index, values] of classes.entries()) {
      for (const value of values) {
        const pattern = `<value type="${name}">${written(value)}</value>`;
        for (const [other, texts] of classes.entries())
          for (const text of texts) add(equiv, pattern, text, index === other);
      }
    }
  }
  for (const kind of ['lessThan', 'incomparable']) {
    for (const each of children(type, kind)) {
      const [a, b] = children(each, 'value').map(textOf) as [string, string];
      const isOrdered = kind === 'lessThan';
      add(each, data('minExclusive', a), b, isOrdered);
      add(each, data('maxExclusive', b), a, isOrdered);
      add(each, data('minExclusive', b), a, false);
      add(each, data('maxExclusive', a), b, false);
      if (!isOrdered) continue;
      add(each, data('minInclusive', a), b, true);
      add(each, data('maxInclusive', b), a, true);
      add(each, data('minInclusive', b), a, false);
      add(each, data('maxInclusive', a), b, false);
    }
  }
  for (const each of children(type, 'length')) {
    const count = Number(attribute(each, 'value'));
    for (const facet of ['length', 'minLength', 'maxLength']) {
      add(each, data(facet, String(count)), textOf(each), true);
      add(each, data(facet, String(count + 1)), textOf(each), facet === 'maxLength');
      if (count > 0) add(each, data(facet, String(count - 1)), textOf(each), facet === 'minLength');
    }
  }
  return found;
}

describe.skipIf(!existsSync(path))(`James Clark's xsdtest.xml (skipped where ${path} is absent)`, () => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '<xsdtest/>';
  const document = parseTree(new Source(path, text), (found) => {
    throw new Error(found.message);
  })!;
  const types = children(document.documentElement, 'datatype');

  it('has all its types', () => expect(types.length).toBe(44));

  for (const type of types) {
    const cases = casesOf(type);
    it(`${attribute(type, 'name')}: ${cases.length} cases`, async () => {
      expect(cases.length).toBeGreaterThan(0);
      for (const { pattern, namespaces, subset, text: value, isValid } of cases) {
        const { validator, faults } = await schemaOf(
          `<element xmlns="http://relaxng.org/ns/structure/1.0" name="doc"${namespaces.replace(/ xmlns="[^"]*"/, '')}
            datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">${pattern}</element>`,
        );
        expect(validator, `${pattern}: ${faults.map((each) => each.message).join()}`).toBeDefined();
        const instance = `${subset === '' ? '' : `<!DOCTYPE doc [${subset}]>`}<doc${namespaces}>${written(value)}</doc>`;
        expect(faultsOf(validator!, instance).length === 0, `${pattern} ${instance}`).toBe(isValid);
      }
    });
  }
});
