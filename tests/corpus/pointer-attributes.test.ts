import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { holdsPointers } from '../../src/corpus/pointer-attributes.ts';
import { childElements, descendantElements } from '../../src/xml/axes.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';

const guidelines = '../shared/schemas/p5subset.xml';

describe('holdsPointers', () => {
  it('knows the attributes that mean other things elsewhere', () => {
    expect(holdsPointers('app', 'from')).toBe(true);
    expect(holdsPointers('date', 'from')).toBe(false);
    expect(holdsPointers('locus', 'to')).toBe(false);
    expect(holdsPointers('num', 'value')).toBe(false);
    expect(holdsPointers('rdg', 'wit')).toBe(true);
    expect(holdsPointers('toString', 'constructor')).toBe(false);
  });

  // Skipped where the Guidelines' own specification is not beside the project.
  it.skipIf(!existsSync(guidelines))(
    'agrees with the TEI Guidelines on every attribute of every element',
    () => {
      const tree = readTree(readFileSync(guidelines), guidelines, () => undefined)!;
      const specs = new Map<string, Element>();
      const elements: Element[] = [];
      for (const each of descendantElements(tree)) {
        if (each.name.local === 'classSpec') specs.set(attribute(each, 'ident')!, each);
        if (each.name.local === 'elementSpec') elements.push(each);
      }
      const wrong: string[] = [];
      let count = 0;
      for (const element of elements) {
        const name = attribute(element, 'ident')!;
        for (const [local, datatype] of attributesOf(element, specs)) {
          if (local.startsWith('xml:')) continue;
          const isPointer = datatype === 'teidata.pointer';
          if (isPointer) count++;
          if (isPointer !== holdsPointers(name, local) && !isOfOdd(name, local))
            wrong.push(`${name}/@${local}`);
        }
      }
      expect(count).toBeGreaterThan(5000);
      expect(wrong).toEqual([]);
    },
  );
});

/** Pointers from one schema specification to another, which are no part of an edition. */
function isOfOdd(element: string, local: string): boolean {
  const odd = 'moduleRef schemaSpec classRef elementRef macroRef dataRef constraintSpec specGrpRef specDesc';
  return odd.split(' ').includes(element) || local === 'property';
}

/** An element's attributes and their datatypes, its own before those of its classes. */
function attributesOf(spec: Element, classes: ReadonlyMap<string, Element>): Map<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<Element>();
  const visit = (each: Element) => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const definition of descendantElements(each, 'attDef')) {
      const ident = attribute(definition, 'ident')!;
      const datatype = childElements(definition, 'datatype')[0];
      const reference = datatype && childElements(datatype)[0];
      const key = reference && (attribute(reference, 'key') ?? attribute(reference, 'name'));
      if (datatype === undefined && attribute(definition, 'mode') === 'change') continue;
      if (!found.has(ident)) found.set(ident, attribute(definition, 'mode') === 'delete' ? '' : (key ?? ''));
    }
    for (const member of descendantElements(each, 'memberOf')) {
      const parent = classes.get(attribute(member, 'key') ?? '');
      if (parent !== undefined) visit(parent);
    }
  };
  visit(spec);
  return found;
}
