import { describe, expect, it } from 'vitest';
import { type ApparatusPolicy, textOfWitness } from '../../../src/edition/apparatus/projection.ts';
import { apparatusOf } from './apparatus-of.ts';

const textsOf = async (body: string, policy: ApparatusPolicy = 'negative') => {
  const { apparatus, document } = await apparatusOf(body);
  const text = (id: string) => textOfWitness(apparatus, document, apparatus.witnesses.byId(id)!, policy);
  return ['A', 'B', 'C'].map(text);
};

describe('the text of a witness', () => {
  it('has its own readings, also those of its group, and the lemma elsewhere', async () => {
    const body =
      '<p>a <app><lem wit="#A">b</lem><rdg wit="#x">c</rdg></app> d <app><lem>e</lem><rdg wit="#C"/></app> f</p>';
    expect(await textsOf(body)).toEqual(['a b d e f', 'a c d e f', 'a c d f']);
  });

  it('goes into nested entries', async () => {
    const body =
      '<p><app><lem wit="#A #C">one <app><lem wit="#A">two</lem><rdg wit="#C">deux</rdg></app></lem><rdg wit="#B">x</rdg></app></p>';
    expect(await textsOf(body)).toEqual(['one two', 'x', 'one deux']);
  });

  it('is silent in lacunas', async () => {
    const body = `<p>a <app><lem>b</lem><rdg wit="#B">b<lacunaStart/></rdg></app> c <app><lem>d</lem><rdg wit="#B"><lacunaEnd/>d</rdg></app> e
      <app><rdg wit="#C"><witStart/></rdg></app>f</p>`;
    expect(await textsOf(body)).toEqual(['a b c d e f', 'a b d e f', 'f']);
  });

  it('puts readings between end points', async () => {
    const body = `<p>in <anchor xml:id="a"/>arma <hi>virum<anchor xml:id="b"/>que</hi> cano</p>
      <listApp><app from="#a" to="#b"><rdg wit="#B">viros</rdg></app><app from="#b" to="#b"><rdg wit="#C">!</rdg></app></listApp>`;
    expect(await textsOf(body)).toEqual([
      'in arma virumque cano',
      'in virosque cano',
      'in arma virum!que cano',
    ]);
  });

  it('leaves out, under a positive policy, what a witness is not named for', async () => {
    const body = '<p>a <app><lem wit="#A">b</lem><rdg wit="#B">c</rdg></app> d</p>';
    expect(await textsOf(body, 'positive')).toEqual(['a b d', 'a c d', 'a d']);
  });

  it('cannot be had from an apparatus that is referenced by location', async () => {
    const body = '<p>a</p><listApp><app loc="1"><lem>a</lem><rdg wit="#B">b</rdg></app></listApp>';
    expect(await textsOf(body)).toEqual([undefined, undefined, undefined]);
  });
});
