import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expectedAt } from '../../src/relaxng/expected-at.ts';
import { Source } from '../../src/xml/source.ts';
import { schemaOf } from './memory-files.ts';

const { validator } = await schemaOf(
  readFileSync('tests/relaxng/fixtures/minutes.rnc', 'utf8'),
  'minutes.rnc',
);
const start =
  '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body>';

/** What may stand where the text has a bar. */
function at(body: string) {
  const whole = start + body;
  const { context, expected } = expectedAt(
    validator!,
    new Source('x', whole.replace('|', '')),
    whole.indexOf('|'),
  );
  return { context, names: expected.map((each) => (each.kind === 'text' ? 'TEXT' : each.name)), expected };
}

describe('what may stand here', () => {
  it('names elements, text and the end tag in content', () => {
    expect(at('<div><head/>|</div></body></text></TEI>')).toMatchObject({
      context: 'content',
      names: ['p', 'l', 'listPerson'],
    });
    expect(at('<p>A|').names).toEqual(['TEXT', 'hi', 'ref', 'date', 'persName', '</p>']);
  });

  it('names elements while one is being written, whatever comes after', () => {
    expect(at('<div><|')).toMatchObject({ context: 'element name', names: ['p', 'l', 'listPerson', 'head'] });
    expect(at('<div><lis|<p/></div>').names).toContain('listPerson');
  });

  it('names the attributes that are not there yet, with their documentation', () => {
    const { context, names, expected } = at('<div n="1" |><p/></div>');
    expect([context, names]).toEqual(['attribute name', ['xml:id', 'type']]);
    expect(expected[0]!.documentation).toBe('names the element, so that others can point to it.');
  });

  it('names values, with their documentation', () => {
    const { context, expected } = at('<div type="|');
    expect(context).toBe('attribute value');
    expect(expected).toEqual([
      { kind: 'value', name: 'attendance', documentation: 'the list of those present' },
      { kind: 'value', name: 'item', documentation: 'one point of the agenda' },
      { kind: 'value', name: 'decision', documentation: 'what was decided' },
    ]);
    expect(at("<p><hi n='a>b' rend='bold |").names).toEqual(['bold', 'italic', 'underlined']);
    expect(at('<p><date when="|"/></p>').names).toEqual(['an ISO date: 1962-10-27, 1962-10 or 1962']);
  });

  it('answers for the root, and nothing in comments and end tags', () => {
    expect(expectedAt(validator!, new Source('x', ''), 0).expected.map((each) => each.name)).toEqual(['TEI']);
    expect(at('<!-- <div> | -->').context).toBe('nothing');
    expect(at('<p></|').context).toBe('nothing');
  });

  it('is not led astray by faults before the place', () => {
    expect(at('<pp/><div foo="1"><head/>|').names).toEqual(['p', 'l', 'listPerson']);
  });
});
