import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileSchematron } from '../../src/schematron/compile.ts';
import { loadSchematron } from '../../src/schematron/load-schema.ts';
import { runSchematron } from '../../src/schematron/run-schema.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { root } from './jing.ts';

const tree = (path: string, text: string) =>
  parseTree(new Source(path, text), (fault) => {
    throw new Error(fault.message);
  })!;
const failure = (fault: { message: string }) => {
  throw new Error(fault.message);
};
const file = readFileSync(`${root}schema/variorum.sch`, 'utf8');
const loaded = await loadSchematron(tree('schema/variorum.sch', file), async () => undefined, failure);
const rules = compileSchematron(loaded!, undefined, failure);

/** What the rules find in a piece of TEI: the start of each message. */
function findings(content: string): string[] {
  const found: string[] = [];
  const text = content.startsWith('<?xml')
    ? content
    : `<TEI xmlns="http://www.tei-c.org/ns/1.0">${content}</TEI>`;
  runSchematron(rules, tree('a.xml', text), ({ message }) =>
    found.push(message.split(/[,:(]|\.$/)[0]!.trim()),
  );
  return found;
}

/** Each rule: what it finds, and the same made right. */
const cases: readonly [finding: string, wrong: string, right: string][] = [
  ['A date that is known', '<date when="1962" notBefore="1961"/>', '<date notBefore="1961"/>'],
  [
    'The earliest date possible',
    '<date notBefore="1963" notAfter="1962"/>',
    '<date notBefore="1962" notAfter="1963"/>',
  ],
  [
    'The time begins',
    '<state from="1991" to="1922"/>',
    '<biblScope from="9" to="1"/><state from="1922" to="1991"/>',
  ],
  [
    'A note of the translator names who wrote it',
    '<note type="translator"/>',
    '<note type="translator" resp="#kramer"/><note type="remark"/>',
  ],
  ['The call of a note points to it', '<ptr type="noteCall"/>', '<ptr type="noteCall" target="#n"/><ptr/>'],
  [
    'A certainty about a value says which value is claimed',
    '<certainty locus="value"/>',
    '<certainty locus="value" cert="low"/>',
  ],
  [
    'A speaker who is inferred is somebody’s inference',
    '<said who="#a" cert="low"/>',
    '<said who="#a" cert="low" resp="#b"/><said who="#a"/>',
  ],
  [
    'An entry of a register needs an @xml',
    '<standOff><person><persName>A</persName></person></standOff>',
    '<standOff><person xml:id="a"><persName>A</persName></person></standOff>',
  ],
  [
    'An entry of a register begins with a name',
    '<standOff><place xml:id="a"/></standOff>',
    '<particDesc><person/></particDesc>',
  ],
  ['A roster stands beside an item', '<list type="roster"/>', '<div type="item"><list type="roster"/></div>'],
  ['A decision stands in a division', '<ab type="decision"/>', '<div><ab type="decision"/></div><ab/>'],
  [
    'An entry of the apparatus has a lemma or a reading',
    '<app from="#a"/>',
    '<app><lem/></app><listApp><app/></listApp>',
  ],
  [
    'An entry that says where its passage ends',
    '<app to="#b"><lem/></app>',
    '<app from="#a" to="#b"><lem/></app>',
  ],
  ['A reading names its witnesses', '<rdg/>', '<rdg wit="#A"/><rdg resp="#x"/><rdg><wit>A</wit></rdg>'],
  ['A span says where it ends', '<addSpan/>', '<addSpan spanTo="#a"/>'],
  [
    'A replacement has what was deleted and what was added',
    '<subst><add/></subst>',
    '<subst><del/><add/></subst>',
  ],
  [
    'Terms of use name a licence',
    '<availability><p/></availability>',
    '<availability status="unknown"><p/></availability><bibl><availability><p/></availability></bibl>',
  ],
  [
    'The language en is declared twice',
    '<langUsage><language ident="en"/><language ident="en"/></langUsage>',
    '<langUsage><language ident="en"/><language ident="ru"/></langUsage>',
  ],
];

it.each(cases)('“%s …” is said of what is wrong, and not of what is right', (finding, wrong, right) => {
  expect(findings(wrong)).toEqual([finding]);
  expect(findings(right)).toEqual([]);
});

it('has a case for every rule', () => {
  expect(file.match(/<(assert|report)\b/g)?.length).toBe(cases.length);
});

it.each(['tei/protocol-62.xml', 'tei/registers.xml'])('finds nothing in %s', (path) => {
  expect(findings(readFileSync(`${root}${path}`, 'utf8'))).toEqual([]);
});
