import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { parseTree } from '../../../src/xml/parse-tree.ts';
import { Source } from '../../../src/xml/source.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const flat = (text: string) => text.replace(/\s+/g, ' ').replace(/> </g, '><').trim();

const edition = flat(read('tei/protocol-62.xml')) + flat(read('tei/registers.xml'));
const guide = read('docs/encode.md');
const examples = [...guide.matchAll(/```xml\n([\s\S]*?)```/g)].map((match) => match[1]!);

/** Examples of what this edition does not have. */
const imagined = ['<said who="reg:pers-khrushchev"', '<choice><sic>in exchange of</sic>'];

it('every example of the guide is well-formed', () => {
  expect(examples.length).toBeGreaterThan(15);
  for (const example of examples) {
    const faults: Diagnostic[] = [];
    parseTree(new Source('docs/encode.md', `<TEI>${example}</TEI>`), (each) => faults.push(each));
    expect(
      faults.map((each) => each.message),
      example,
    ).toEqual([]);
  }
});

it('every example of the guide stands in the edition', () => {
  const strange = examples
    .filter((example) => !imagined.some((each) => example.startsWith(each)))
    .flatMap((example) => flat(example.replace(/<!--.*?-->/g, '…')).split('…'))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !edition.includes(piece));
  expect(strange).toEqual([]);
});
