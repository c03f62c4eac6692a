import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document, Element, Node } from '../../../src/xml/tree.ts';
import projection from './projection.json' with { type: 'json' };
import { at, elementsOf, matches, readTei, textOf, valueAt } from './read-edition.ts';

const tei = readTei('tei/protocol-62.xml');
const seed = readFileSync(new URL('seed.txt', import.meta.url), 'utf8');
const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');

function seedWords(): string[] {
  return words(
    projection.seed.reduce((text, { find, put }) => text.replace(new RegExp(find, 'gu'), put), seed),
  );
}

/** The words of the page as the declared projection makes them from the TEI. */
function project(document: Document): string[] {
  const byId = new Map([...elementsOf(document)].map((each) => [valueAt(each, 'xml:id'), each]));
  const callsTranslator = (call: Element) =>
    valueAt(byId.get(valueAt(call, 'target')?.slice(1))!, 'type') === 'translator';

  function read(node: Node): string {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1) return '';
    if (projection.leftOut.some(({ element }) => matches(node, element)) && !callsTranslator(node)) return '';
    const rule = projection.generated.find(({ element }) => matches(node, element));
    const fill = (text = '') => text.replace('{n}', valueAt(node, 'n') ?? '');
    const own = rule?.times
      ? rule.text.repeat(Number(valueAt(node, rule.times)))
      : `${fill(rule?.before)}${fill(rule?.text)}`;
    const blank = projection.blanks.includes(node.name.local) ? ' ' : '';
    return `${blank}${own}${node.childNodes.map(read).join('')}${fill(rule?.after)}${blank}`;
  }

  return projection.parts.flatMap(({ is, path, label = '' }) => {
    let text = `${label} ${read(at(document, path))}`;
    if (!projection.verbatim.includes(is)) {
      for (const { tei, seed } of projection.normalised) text = text.replaceAll(tei, seed);
    }
    return words(text);
  });
}

describe('the page and its encoding', () => {
  it('have the same words in the same order', () => {
    expect(project(tei)).toEqual(seedWords());
  });

  it('would differ if one word were lost, added or moved', () => {
    const projected = project(tei);
    for (const position of [0, 100, 400, projected.length - 1]) {
      expect(projected.toSpliced(position, 1)).not.toEqual(seedWords());
    }
    expect(seedWords().length).toBe(769);
  });

  it('give the title as the author and the title of the edition together', () => {
    const titleStmt = 'teiHeader/fileDesc/titleStmt';
    const printed = words(textOf(at(tei, 'teiHeader/fileDesc/sourceDesc/biblStruct/analytic/title')));
    const [author, title] = ['author', "title[@type='main']"].map((each) =>
      words(textOf(at(tei, `${titleStmt}/${each}`))),
    );
    expect([...author!, ...title!]).toEqual(printed);
  });

  it('share no straight quotation mark outside what is verbatim', () => {
    expect(textOf(at(tei, 'text'))).not.toMatch(/["']/);
    expect(textOf(at(tei, 'teiHeader/profileDesc/abstract'))).not.toMatch(/["']/);
  });
});
