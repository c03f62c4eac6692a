import { describe, expect, it } from 'vitest';
import { readingTextOf } from './edition-of.ts';

const glyph =
  '<encodingDesc><charDecl><glyph xml:id="g"><mapping type="standard">ſ</mapping></glyph></charDecl></encodingDesc>';

describe('the reading text', () => {
  it.each([
    ['a <choice><sic>teh</sic><corr>the</corr></choice> b', 'a the b'],
    ['<choice><abbr>Dr</abbr><expan>Doctor</expan></choice>', 'Doctor'],
    ['<choice><orig>vp</orig><reg>up</reg></choice>', 'up'],
    ['<choice><unclear>a</unclear><unclear>b</unclear></choice>', 'a'],
    ['<expan><abbr>a<am>.</am></abbr><ex>nno</ex></expan>', 'anno'],
    ['the <sic>teh</sic> <corr>x</corr>', 'the teh x'],
    ['<subst><del>a</del><add>b</add></subst>', 'b'],
    ['<restore><del>a</del></restore> <del>b</del>c', 'a c'],
    [
      '<castItem><role>Claudius</role><roleDesc>king</roleDesc><actor>A.</actor></castItem>',
      'Claudius king A.',
    ],
    ['<castItem><role>Hamlet</role><roleDesc>, son</roleDesc></castItem>', 'Hamlet, son'],
    ['<castItem><role>Ophelia,</role> <roleDesc>daughter</roleDesc></castItem>', 'Ophelia, daughter'],
    ['the <supplied>US</supplied> base', 'the [US] base'],
    ['<supplied reason="omitted">et</supplied>', '⟨et⟩'],
    ['<supplied>a<supplied>b</supplied></supplied>', '[ab]'],
    ['<surplus>et</surplus>', '{et}'],
    ['a<gap reason="illegible"><desc>x</desc></gap>', 'a[…]'],
    ['<supplied>a <gap/></supplied>', '[a …]'],
    ['No. <space quantity="3" unit="chars"/> of', 'No. ___ of'],
    ['a<space/>b', 'a b'],
    ['zu<space quantity="1" unit="chars"/>schicken', 'zu schicken'],
    ['a<note>n</note> b', 'a b'],
    [
      'a<ptr target="#n"/><ref target="#n">1</ref><ref target="#n">see there</ref><note xml:id="n">x</note>',
      'asee there',
    ],
    ['<app><lem wit="#A">one</lem><rdg wit="#B">two</rdg></app>', 'one'],
    ['<app><rdg wit="#A">one</rdg><rdg wit="#B">two</rdg></app>', 'one'],
    [
      '<app><rdgGrp><lem>one <app><lem>two</lem><rdg>deux</rdg></app> three</lem></rdgGrp><rdg>x</rdg></app>',
      'one two three',
    ],
    ['one<app loc="1"><lem>one</lem><rdg>two</rdg></app>', 'one'],
    ['<anchor xml:id="a"/>one<app from="#a"><lem>one</lem><rdg>two</rdg></app>', 'one'],
    ['<fw>12</fw>a<index><term>x</term></index>', 'a'],
    ['<figure><graphic url="x.png"/><figDesc>d</figDesc></figure>a', 'a'],
    ['<ruby><rb>漢</rb><rt>かん</rt></ruby>', '漢（かん）'],
    ['<pc force="weak">-</pc><lb break="no"/>a', 'a'],
    ['<q rend="quoted">a</q>', '“a”'],
    ['<g ref="#g"/><g>x</g><g ref="#none"/>', 'ſx□'],
    ['<bibl>A, B<note>C</note></bibl>', 'A, BC'],
    ['a<unknown>b</unknown><x xmlns="urn:x">c</x>', 'abc'],
  ])('of %s', async (markup, expected) => {
    expect(await readingTextOf(`<p>${markup}</p>`, glyph)).toBe(expected);
  });

  it('has a block a line and a blank between cells', async () => {
    const body =
      '<div><head>H</head><lg><l>a</l><l>b</l></lg><list><item>c</item></list><table><row><cell>d</cell><cell>e</cell></row></table></div>';
    expect(await readingTextOf(body)).toBe('H\na\nb\nc\nd e');
  });

  it('parts the fields of an element that holds only elements', async () => {
    const body = '<entry><form>a</form><gramGrp>n.</gramGrp><sense>b</sense></entry>';
    expect(await readingTextOf(body)).toBe('a n. b');
  });
});
