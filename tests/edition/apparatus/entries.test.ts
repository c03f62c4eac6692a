import { describe, expect, it } from 'vitest';
import type { NumberedEntry } from '../../../src/edition/apparatus/apparatus.ts';
import { tei } from '../edition-of.ts';
import { apparatusOf } from './apparatus-of.ts';

const short = ({ n, lemma, readings, key }: NumberedEntry) => [
  n,
  key.n,
  `${lemma.text}] ${lemma.kind} ${lemma.sigla}`.trim(),
  ...readings.map((reading) => `${reading.kind} ${reading.text}|${reading.sigla}`),
];

describe('an entry in parallel segmentation', () => {
  it('has its lemma, readings and sigla in the order of the witness list', async () => {
    const { entries } = await apparatusOf(
      '<lg><l n="7">et <app><lem wit="#C #A">dedit</lem><rdg wit="#B">dat</rdg></app></l></lg>',
    );
    expect(entries.map(short)).toEqual([[1, '7', 'dedit] lem AC', 'substantive dat|B']]);
  });

  it.each([
    ['<lem wit="#A">x y</lem><rdg wit="#B"/>', 'omission'],
    ['<lem wit="#A"/><rdg wit="#B">x</rdg>', 'addition'],
    ['<lem wit="#A">x</lem><rdg wit="#B">x y</rdg>', 'addition'],
    ['<lem wit="#A">x y</lem><rdg wit="#B">y x</rdg>', 'transposition'],
    ['<lem wit="#A">x y</lem><rdg wit="#B">x y x y</rdg>', 'repetition'],
    ['<lem wit="#A">x</lem><rdg wit="#B"><gap/></rdg>', 'lacuna'],
    ['<lem wit="#A">x</lem><rdg wit="#B"><lacunaStart/></rdg>', 'lacuna'],
    ['<lem wit="#A">x</lem><rdg resp="#nobody">z</rdg>', 'conjecture'],
    ['<lem wit="#A">x</lem><rdg wit="#B" type="transposition">a b</rdg>', 'transposition'],
    ['<lem wit="#A">x</lem><rdg wit="#B">z</rdg>', 'substantive'],
    ['<lem wit="#A">x</lem><rdg wit="#B">X,</rdg>', 'substantive'],
  ])('recognises in %s: %s', async (content, kind) => {
    const { entries } = await apparatusOf(`<p><app>${content}</app></p>`);
    expect(entries[0]!.readings[0]!.kind).toBe(kind);
  });

  it('opens groups and inherits from them', async () => {
    const { entries } = await apparatusOf(
      '<p><app><lem wit="#A">x</lem><rdgGrp type="orthographic" cause="habit" wit="#x"><rdg>y</rdg><rdg wit="#B">z</rdg></rdgGrp></app></p>',
    );
    expect(entries[0]!.readings.map(({ group, cause, sigla }) => [group, cause, sigla])).toEqual([
      ['orthographic', 'habit', 'x'],
      ['orthographic', 'habit', 'B'],
    ]);
  });

  it('nests to any depth', async () => {
    const { entries } = await apparatusOf(
      '<p><app><lem wit="#A">one <app><lem>two</lem><rdg wit="#C">deux</rdg></app></lem><rdg wit="#B">drei</rdg></app></p>',
    );
    expect(entries.map((entry) => [entry.n, entry.lemma.text, entry.parentId])).toEqual([
      [1, 'one two', ''],
      [2, 'two', entries[0]!.id],
    ]);
  });

  it('takes the base witness where there is no lemma, else the first reading', async () => {
    const body = '<p><app><rdg wit="#A">x</rdg><rdg wit="#B">y</rdg></app></p>';
    const first = await apparatusOf(body);
    expect(first.entries.map(short)).toEqual([[1, '1', 'x] base A', 'substantive x|A', 'substantive y|B']]);
    const base = await apparatusOf(body, {}, 'B');
    expect(base.entries[0]!.lemma).toMatchObject({ text: 'y', kind: 'base', sigla: 'B' });
    expect(base.document.readingText()).toBe('y');
  });

  it('tells the hands and states of a witness apart', async () => {
    const { entries } = await apparatusOf(
      `<p><app><lem wit="#A" hand="#A2">x</lem><rdg wit="#A" hand="#A1">y</rdg></app>
      <app><lem wit="#A #B">u</lem><witDetail wit="#A" type="pc"/><rdg wit="#A">v</rdg><witDetail wit="#A" type="ac"/></app>
      <app><lem wit="A*">m</lem><rdg wit="Ac B">n</rdg></app></p>`,
    );
    expect(entries.map((entry) => [entry.lemma.sigla, entry.readings[0]!.sigla])).toEqual([
      ['A²', 'A¹'],
      ['A p.c. B', 'A a.c.'],
      ['A*', 'Ac B'],
    ]);
  });

  it('keeps a siglum that no list declares', async () => {
    const { entries } = await apparatusOf('<p><app><lem wit="#A">x</lem><rdg wit="#B #Q">y</rdg></app></p>');
    expect(entries[0]!.readings[0]).toMatchObject({ sigla: 'BQ', unknown: [{ value: '#Q', at: 1 }] });
  });

  it('may hold a note alone, or nothing at all', async () => {
    const { entries, document } = await apparatusOf('<p>a<app><note>n</note></app><app/> b</p>');
    expect(entries.map(({ lemma, notes }) => [lemma.kind, notes.length])).toEqual([
      ['none', 1],
      ['none', 0],
    ]);
    expect(document.readingText()).toBe('a b');
  });
});

describe('an entry with two end points', () => {
  const body = `<p>in <anchor xml:id="a"/>arma <anchor xml:id="b"/>virumque<anchor xml:id="c"/> cano<anchor xml:id="d"/>
    <app from="#c"><lem>cano</lem><rdg wit="#B">canto</rdg></app></p>`;
  const standoff = tei(
    `<listApp>
    <app from="text.xml#b" to="text.xml#d"><rdg wit="text.xml#C">virum canens</rdg></app>
    <app from="text.xml#a" to="text.xml#c"><rdg wit="text.xml#B"/></app>
    </listApp>`,
  );

  it('takes the base text as its lemma, in line or from another file, and knows what overlaps', async () => {
    const { entries, document } = await apparatusOf(body, { 'apparatus.xml': standoff });
    expect(entries.map(short)).toEqual([
      [1, '1', 'arma virumque] base', 'omission |B'],
      [2, '1', 'virumque cano] base', 'substantive virum canens|C'],
      [3, '1', 'cano] base', 'substantive canto|B'],
    ]);
    expect(entries.map(({ overlaps }) => overlaps.length)).toEqual([1, 1, 0]);
    expect(document.readingText()).toBe('in arma virumque cano');
  });

  it('says what is wrong with its end points', async () => {
    const { entries } = await apparatusOf(`<p><anchor xml:id="a"/>x<anchor xml:id="b"/></p><listApp>
      <app from="#b" to="#a"><rdg/></app><app from="#a" to="#none"><rdg/></app></listApp>`);
    expect(entries.map((entry) => entry.fault?.kind)).toEqual(['reversed', 'no-anchor']);
  });
});

describe('an entry that is referenced by location', () => {
  it('names its lemma and prints nothing', async () => {
    const { entries, document } = await apparatusOf(
      '<p>arma virumque</p><listApp><app loc="1.1"><lem>arma</lem><rdg wit="#B">arva</rdg></app></listApp>',
    );
    expect(entries.map(short)).toEqual([[1, '1.1', 'arma] named', 'substantive arva|B']]);
    expect(document.readingText()).toBe('arma virumque');
  });
});
