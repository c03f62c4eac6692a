import { describe, expect, it } from 'vitest';
import { sayEntry, sayKey } from '../../../src/edition/apparatus/say-entry.ts';
import { apparatusOf } from './apparatus-of.ts';

/** What the entries of a text say, each after its key. */
async function said(body: string, more: Record<string, string> = {}): Promise<string[]> {
  const { apparatus, entries } = await apparatusOf(body, more);
  return entries.map(
    (entry) => `${sayKey(entry, apparatus.terms)}: ${sayEntry(entry, apparatus.terms).text}`,
  );
}
describe('an entry says', () => {
  it.each([
    [
      'the lemma, then its readings',
      '<lem wit="#A">x</lem><rdg wit="#B">y</rdg><rdg wit="#C">z</rdg>',
      'x A] y B; z C',
    ],
    ['om. for no words', '<lem>x</lem><rdg wit="#B #C"/>', 'x] om. BC'],
    ['of an addition what is added', '<lem>x</lem><rdg wit="#B">x y z</rdg>', 'x] y z add. B'],
    ['what is added before', '<lem>x</lem><rdg wit="#B">y x</rdg>', 'x] y praem. B'],
    [
      'of an addition with names in it all, and no term',
      '<lem>x</lem><rdg wit="#B">x <persName>y</persName></rdg>',
      'x] x y B',
    ],
    ['iter. in place of words said twice', '<lem>x y</lem><rdg wit="#B">x y x y</rdg>', 'x y] iter. B'],
    ['words said otherwise than twice', '<lem>x</lem><rdg wit="#B">x x x</rdg>', 'x] x x x B'],
    [
      'what is declared a repetition',
      '<lem>x y</lem><rdg wit="#B" type="dittography">x x y</rdg>',
      'x y] x x y iter. B',
    ],
    ['words in another order', '<lem>x y</lem><rdg wit="#B">y x</rdg>', 'x y] y x transp. B'],
    ['who proposed a reading', '<lem>x</lem><rdg resp="#lachmann">y</rdg>', 'x] y coni. Lachmann'],
    ['who emended it', '<lem>x</lem><rdg type="emendation" resp="#lachmann">y</rdg>', 'x] y em. Lachmann'],
    ['who deleted it', '<lem>x</lem><rdg type="deletion" resp="#lachmann"/>', 'x] del. Lachmann'],
    ['who bracketed it', '<lem>x</lem><rdg type="secl" resp="#lachmann">[x]</rdg>', 'x] [x] secl. Lachmann'],
    ['a name as it is written', '<lem>x</lem><rdg resp="Bentley">y</rdg>', 'x] y coni. Bentley'],
    ['hands', '<lem wit="#A" hand="#A2">x</lem><rdg wit="#A" hand="#A1">y</rdg>', 'x A²] y A¹'],
    ['a hand alone', '<lem>x</lem><rdg hand="#A1">y</rdg>', 'x] y A¹'],
    ['where it stands', '<lem>x</lem><rdg wit="#A"><add place="above">y</add></rdg>', 'x] y s.l. A'],
    ['that it is in the margin', '<lem>x</lem><rdg wit="#A" type="marginal">y</rdg>', 'x] y in marg. A'],
    ['that it is not certain', '<lem>x</lem><rdg wit="#A" cert="low">y</rdg>', 'x] y ut vid. A'],
    ['why', '<lem>x</lem><rdg wit="#A" cause="homoeoteleuton"/>', 'x] om. A (homoeoteleuton)'],
    ['whence', '<lem>x</lem><rdg wit="#A" source="#lachmann">y</rdg>', 'x] y A (Lachmann)'],
    [
      'whose word tells two readings of one witness apart',
      '<lem wit="#A" resp="#lachmann">x</lem><rdg wit="#A" resp="#lachmann">y</rdg><rdg wit="#B" resp="#lachmann">z</rdg>',
      'x A] y A (Lachmann); z B',
    ],
    [
      'a term of a witness, once',
      '<lem>x</lem><rdg wit="#A #B">y</rdg><witDetail wit="#A" type="ac">a.c.</witDetail>',
      'x] y A a.c. B',
    ],
    [
      'a detail in words',
      '<lem>x</lem><rdg wit="#A #B">y</rdg><witDetail wit="#A">in another ink</witDetail>',
      'x] y AB (A in another ink)',
    ],
    [
      'both',
      '<lem>x</lem><rdg wit="#A">y</rdg><witDetail wit="#A" type="margin">in red</witDetail>',
      'x] y A in marg. (in red)',
    ],
    [
      'a detail of another witness',
      '<lem>x</lem><rdg wit="#A">y</rdg><witDetail wit="#B" type="illegible"/>',
      'x] y A (B illeg.)',
    ],
    [
      'a detail before all readings',
      '<witDetail wit="#B">torn</witDetail><lem>x</lem><rdg wit="#A">y</rdg>',
      'x] y A (B torn)',
    ],
    [
      'a type that has no term',
      '<lem>x</lem><rdg wit="#A">y</rdg><witDetail wit="#A" type="erased"/>',
      'x] y A (erased)',
    ],
    ['where a witness begins', '<lem>x</lem><rdg wit="#A"><witStart/>x</rdg>', 'x] x inc. A'],
    ['where it ends', '<lem>x<witEnd wit="#A"/></lem><rdg wit="#B">y</rdg>', 'x des.] y B'],
    [
      'which of the witnesses ends',
      '<lem wit="#A #B">x<witEnd wit="#B"/></lem><rdg wit="#C">y</rdg>',
      'x A B des.] y C',
    ],
    ['a lacuna', '<lem>x</lem><rdg wit="#A"><lacunaStart/></rdg>', 'x] lac. A'],
    ['that it ended before', '<lem>x</lem><rdg wit="#A"><witEnd/></rdg>', 'x] des. A'],
    [
      'that it cannot be read',
      '<lem>x</lem><rdg wit="#A"><gap reason="illegible"/></rdg>',
      'x] […] illeg. A',
    ],
    ['its notes', '<lem>x</lem><rdg wit="#A">y</rdg><note>one</note><note>two</note>', 'x] y A — one — two'],
    ['a note alone', '<note>one</note>', 'one'],
    ['a lemma and a note', '<lem>x</lem><note>one</note>', 'x] one'],
    ['nothing', '', ''],
  ])('%s', async (_, content, expected) => {
    const person =
      '<listPerson><person xml:id="lachmann"><persName><surname>Lachmann</surname></persName></person></listPerson>';
    const [first] = await said(`<lg><l n="3"><app>${content}</app></l></lg>${person}`);
    expect(first!.slice(3)).toBe(expected);
  });

  it.each([
    ['omnis vir <app><lem/><rdg wit="#B">bonus</rdg></app>', 'post vir] bonus add. B'],
    ['omnis vir, <app><lem wit="#A"/><rdg wit="#B">bonus</rdg></app>', 'post vir om. A] bonus add. B'],
    ['<app><lem/><rdg wit="#B">bonus</rdg></app> omnis vir', 'ante omnis] bonus add. B'],
    ['<app><lem/><rdg wit="#B">bonus</rdg></app>', 'om.] bonus add. B'],
    ['<supplied>vir</supplied><app><lem/><rdg wit="#B">bonus</rdg></app>', 'post [vir]] bonus add. B'],
  ])('beside which word something is added: %s', async (line, expected) => {
    expect(await said(`<lg><l n="1">before</l><l n="3">${line}</l><l>after</l></lg>`)).toEqual([
      `3: ${expected}`,
    ]);
  });

  it('what a point between two words is beside', async () => {
    expect(
      await said(
        '<p>si fas est,<anchor xml:id="p"/> superare</p><listApp><app from="#p" to="#p"><rdg wit="#B">forte</rdg></app></listApp>',
      ),
    ).toEqual(['§ 1: post est] forte add. B']);
  });

  it('its key by verse, line, paragraph and section', async () => {
    const app = '<app><lem>x</lem><rdg wit="#B">y</rdg></app>';
    expect(
      await said(
        `<div n="2"><head>${app}</head><p>${app}<lb n="7"/>${app}</p><lg><l n="4">${app}</l></lg></div>`,
      ),
    ).toEqual(['§ 2: x] y B', '§ 1: x] y B', 'l. 7: x] y B', '4: x] y B']);
  });
});
