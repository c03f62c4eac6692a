import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/relaxng/compact/foreign-element.ts';
import { readCompact } from '../../src/relaxng/compact/read-compact.ts';
import { Problems } from '../../src/relaxng/problems.ts';
import type { SchemaFile } from '../../src/relaxng/syntax.ts';
import { readXml } from '../../src/relaxng/xml/read-xml.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';
import { schemaOf } from './memory-files.ts';

/** The suite pairs compact syntax with XML syntax: both must be read as the same schema. Comments, which the suite also translates, are not part of a schema. */
const path = '../shared/suites/relaxng/compacttest.xml';

const children = (element: Element, local?: string) =>
  element.childNodes.filter(
    (each): each is Element => each.nodeType === 1 && (local === undefined || each.name.local === local),
  );
const fail = (found: { message: string }) => {
  throw new Error(found.message);
};

/** The schema without places, prefixes, and the differences of spelling that the two syntaxes have. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (value === null || typeof value !== 'object') return value;
  const { origin, scope, base, ...rest } = value as Record<string, unknown>;
  const entries = Object.entries(rest)
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => [key, key === 'href' ? String(each).replace(/\.rn[cg]$/, '') : shape(each)]);
  const result = Object.fromEntries(entries) as {
    kind?: string;
    items?: { kind?: string; items?: unknown[] }[];
  };
  if (result.kind === 'choice' || result.kind === 'group' || result.kind === 'interleave') {
    if (result.items!.length === 1) return result.items![0];
    result.items = result.items!.flatMap((each) =>
      each.kind === result.kind ? (each.items as never[]) : [each],
    );
  }
  return result;
}

/** Documentation is compared with the patterns that it says something of; `##` makes no element. */
const annotationsOf = (file: SchemaFile) =>
  file.annotations
    .filter((each) => each.name.local !== 'documentation')
    .map((each) => JSON.stringify(foreign(each)))
    .sort();
function foreign({ name, attributes, childNodes }: Element): unknown {
  return {
    name: `{${name.namespace}}${name.local}`,
    attributes: attributes.map((each) => `{${each.name.namespace}}${each.name.local}=${each.value}`).sort(),
    content: childNodes
      .flatMap((each) => (each.nodeType === 1 ? [foreign(each)] : each.nodeType === 3 ? [each.data] : []))
      .reduce((done: unknown[], each) => {
        // Text is compared joined, and without what only indents the XML.
        if (typeof each === 'string' && typeof done.at(-1) === 'string') done.push(`${done.pop()}${each}`);
        else if (typeof each !== 'string' || each.trim() !== '') done.push(each);
        return done;
      }, []),
  };
}

describe.skipIf(!existsSync(path))(`James Clark's compacttest.xml (skipped where ${path} is absent)`, () => {
  const suite = new Source(path, existsSync(path) ? readFileSync(path, 'utf8') : '<testSuite/>');
  const document = parseTree(suite, fail)!;
  /** A file of a case: text in compact syntax, or elements. */
  const contentOf = (element: Element) =>
    children(element).length === 0
      ? textOf(element)
      : suite.text.slice(element.startTagEnd, element.endTagStart).trim();
  const cases = children(document.documentElement, 'testCase').map((test) => {
    const [compact] = children(test, 'compact');
    const [xml] = children(test, 'xml');
    const [right] = children(compact!, 'correct');
    const [wrong] = children(compact!, 'incorrect');
    const [pair] = xml === undefined ? [] : children(xml, 'correct');
    const resources = [compact, xml].flatMap((each) =>
      each === undefined ? [] : children(each, 'resource'),
    );
    const files = Object.fromEntries(resources.map((each) => [attribute(each, 'name')!, contentOf(each)]));
    return { line: suite.place(test.start).line, right, wrong, pair, files };
  });

  it('has all its cases', () => {
    // 56 pairs are 112 right schemas.
    expect(cases.filter((each) => each.right !== undefined && each.pair !== undefined)).toHaveLength(56);
    // Three more stand in comments of the suite.
    expect(cases.filter((each) => each.wrong !== undefined)).toHaveLength(31);
  });

  for (const { line, right, wrong, pair, files } of cases) {
    if (right !== undefined) {
      it(`line ${line}: reads the same from both syntaxes`, () => {
        const problems = new Problems(fail);
        const compact = readCompact(new Source('schema', textOf(right)), 'urn:inherited', problems);
        expect(pair, 'the XML of the pair').toBeDefined();
        const xml = readXml(new Source('schema', contentOf(pair!)), 'urn:inherited', problems)!;
        expect(shape(compact.pattern)).toEqual(shape(xml.pattern));
        expect(annotationsOf(compact)).toEqual(annotationsOf(xml));
      });
    }
    if (right !== undefined) {
      it(`line ${line}: is loaded and judged the same in both syntaxes`, async () => {
        const compact = await schemaOf({ ...files, 'schema.rnc': textOf(right) }, 'schema.rnc');
        const xml = await schemaOf({ ...files, 'schema.rng': contentOf(pair!) });
        // One case gives the file that it includes in compact syntax only.
        if ('x.rnc' in files && !('x.rng' in files)) return expect(compact.schema).toBeDefined();
        // “Right” is the syntax: several cases are a bare value or attribute, which cannot be a start (§7.1.5).
        expect([compact.schema, xml.schema]).not.toContain(undefined);
        expect(compact.faults.map((each) => each.message)).toEqual(xml.faults.map((each) => each.message));
      });
    }
    if (wrong !== undefined) {
      it(`line ${line}: refuses what is wrong`, async () => {
        const { validator, faults } = await schemaOf(textOf(wrong), 'schema.rnc');
        expect(validator).toBeUndefined();
        expect(faults.length).toBeGreaterThan(0);
      });
    }
  }
});
