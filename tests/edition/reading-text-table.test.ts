import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elementsWithoutText } from '../../src/edition/element-content.ts';
import { readingTextTable, type Treatment } from '../../src/edition/reading-text-table.ts';
import { TEI } from '../../src/xml/name.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';

const guide = 'docs/reading-text.md';

function line(row: Treatment): string {
  const names =
    row.elements === '*'
      ? 'any element'
      : row.elements
          .split(/\s+/)
          .map((name) => `\`${name}\``)
          .join(' ');
  const generated =
    row.prints ??
    [row.before, row.after]
      .filter((text) => typeof text === 'string')
      .map((text) => (text === ' ' ? 'a blank' : text))
      .join(' ');
  const taken = row.left === undefined ? 'yes' : `no (${row.left})`;
  return `| ${names} | ${row.when ?? ''} | ${taken} | ${generated} | ${row.everywhere === true ? 'yes' : ''} |`;
}

describe('the table of the reading text', () => {
  it('stands in the guide as it is in the code (UPDATE_DOCS=1 writes it)', () => {
    const table = [
      '| element | where | content taken | generated | everywhere |',
      '|---|---|---|---|---|',
      ...readingTextTable.map(line),
    ].join('\n');
    const text = readFileSync(guide, 'utf8');
    const wanted = text.replace(
      /<!-- table -->[\s\S]*<!-- end of table -->/,
      () => `<!-- table -->\n${table}\n<!-- end of table -->`,
    );
    if (process.env.UPDATE_DOCS !== undefined) writeFileSync(guide, wanted);
    else expect(text).toBe(wanted);
  });
});

const odd = '../shared/schemas/p5subset.xml';

describe('the elements that hold only elements', () => {
  it.skipIf(!existsSync(odd))('are those of TEI P5, by its own source', () => {
    const tree = readTree(readFileSync(odd), odd, () => {});
    const specs: Element[] = [];
    const macros = new Map<string, Element>();
    const stack: Element[] = [tree!.documentElement];
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      if (element.name.local === 'elementSpec') specs.push(element);
      if (element.name.local === 'macroSpec') macros.set(attribute(element, 'ident')!, element);
      for (const node of element.childNodes) {
        if (node.nodeType === 1 && node.name.namespace === TEI) stack.push(node);
      }
    }
    const content = (spec: Element) =>
      spec.childNodes.find((node) => node.nodeType === 1 && node.name.local === 'content') as
        | Element
        | undefined;
    const hasText = (element: Element, seen: ReadonlySet<string>): boolean => {
      const { local } = element.name;
      if (['textNode', 'anyElement', 'dataRef', 'valList'].includes(local)) return true;
      const key = attribute(element, 'key') ?? '';
      const macro = local === 'macroRef' && !seen.has(key) ? macros.get(key) : undefined;
      const inside = macro && content(macro);
      if (inside !== undefined && hasText(inside, new Set([...seen, key]))) return true;
      return element.childNodes.some((node) => node.nodeType === 1 && hasText(node, seen));
    };
    const found = specs.filter((spec) => {
      const model = content(spec);
      return model === undefined || !hasText(model, new Set());
    });
    expect([...elementsWithoutText].sort()).toEqual(found.map((spec) => attribute(spec, 'ident')!).sort());
  });
});
