import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute, type Document, type Element } from '../../src/xml/tree.ts';
import { slowConstructs } from '../../src/xslt/slow-constructs.ts';

const XSLT = 'http://www.w3.org/1999/XSL/Transform';
const folder = 'xslt';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.xsl'),
);
const trees = new Map<string, Document>(
  files.map((name) => {
    const faults: Diagnostic[] = [];
    const tree = readTree(readFileSync(join(folder, name)), name, (fault) => faults.push(fault));
    expect(faults, name).toEqual([]);
    return [name, tree!];
  }),
);
const elements = (from: Element): Element[] =>
  from.childNodes.flatMap((node) => (node.nodeType === 1 ? [node, ...elements(node)] : []));
const instructions = (name: string, local: string) =>
  elements(trees.get(name)!.documentElement).filter(
    (each) => each.name.namespace === XSLT && each.name.local === local,
  );
const where = (name: string, element: Element) =>
  `${name}:${trees.get(name)!.source.place(element.start).line}`;

/** The modules that an entry stylesheet is made of, itself first. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const local of ['include', 'import'])
    for (const each of instructions(name, local)) closure(join(name, '..', attribute(each, 'href')!), seen);
  return seen;
}
const entries = files.filter((name) => !name.includes('/'));

/** A document of a corpus is counted among its siblings once a document, not once a note. */
const allowed = ['citation.xsl'];

/** A named template takes nodes that it shows as they are, where a mode would have no node to match. */
const mayName = ['html/encoding.xsl'];

describe('our own stylesheets', () => {
  it.each(files)('%s is linear', (name) => {
    const found = slowConstructs(trees.get(name)!).map(({ message, place }) => `${message} ${place.line}`);
    expect(allowed.includes(name) && found.length === 1 ? [] : found).toEqual([]);
  });

  it.each(files)('%s says what every stylesheet here says', (name) => {
    const root = trees.get(name)!.documentElement;
    expect(attribute(root, 'version')).toBe('3.0');
    expect(attribute(root, 'expand-text')).toBe('yes');
    expect(attribute(root, 'xpath-default-namespace')).toBe('http://www.tei-c.org/ns/1.0');
    expect(attribute(root, 'exclude-result-prefixes')).toBe('#all');
  });

  it.each(files.filter((name) => !mayName.includes(name)))(
    '%s has templates for modes and no named ones',
    (name) => {
      const named = instructions(name, 'template')
        .filter((each) => ![undefined, 'xsl:initial-template'].includes(attribute(each, 'name')))
        .map((each) => where(name, each));
      expect([...named, ...instructions(name, 'call-template').map((each) => where(name, each))]).toEqual([]);
    },
  );

  it.each(files)('%s types its functions and parameters', (name) => {
    const untyped = ['function', 'param', 'with-param', 'variable']
      .flatMap((local) => instructions(name, local))
      .filter(
        (each) => attribute(each, 'as') === undefined && ['function', 'param'].includes(each.name.local),
      );
    expect(untyped.map((each) => where(name, each))).toEqual([]);
  });

  it.each(files)('%s chooses by template, not by element name', (name) => {
    const choosing = instructions(name, 'when').filter((each) =>
      /^(?:self::|name\(|local-name\()/.test(attribute(each, 'test') ?? ''),
    );
    expect(choosing.map((each) => where(name, each))).toEqual([]);
  });

  it.each(entries)('%s declares each of its modes once and uses no other', (entry) => {
    const modules = [...closure(entry)];
    const declared = modules.flatMap((name) =>
      instructions(name, 'mode').map((each) => attribute(each, 'name') ?? '#default'),
    );
    expect(declared.filter((mode, at) => declared.indexOf(mode) !== at)).toEqual([]);
    const used = modules.flatMap((name) =>
      ['template', 'apply-templates']
        .flatMap((local) => instructions(name, local))
        .flatMap((each) => (attribute(each, 'mode') ?? '').split(/\s+/)),
    );
    expect(used.filter((mode) => mode !== '' && !declared.includes(mode))).toEqual([]);
  });

  it('has one catch-all for the content, and it reports', () => {
    const all = files.flatMap((name) =>
      instructions(name, 'template').filter(
        (each) => attribute(each, 'match') === '*' && attribute(each, 'mode') === 'content',
      ),
    );
    expect(all).toHaveLength(1);
    expect(elements(all[0]!).some((each) => each.name.local === 'message')).toBe(true);
  });
});
