import { describe, expect, it } from 'vitest';
import { writeTei } from '../../src/prepare/write-tei.ts';
import { editionOf, readingTextOf, tei } from './edition-of.ts';

const settled = async (body: string) => {
  const edition = await editionOf({ 'a.xml': tei(body) });
  const [document] = edition.documents;
  const text = writeTei(document!, 0, () => '');
  return /<body>([\s\S]*)<\/body>/.exec(text)?.[1];
};

describe('the white space rule', () => {
  it.each([
    [
      'drops layout between elements that hold only elements',
      '<div>\n <head>A</head>\n\n <p>b</p>\n</div>',
      '<div><head>A</head><p>b</p></div>',
    ],
    ['makes a run one blank and trims a block', '<p>\n a\n\t b  <hi>c</hi>\n</p>', '<p>a b <hi>c</hi></p>'],
    [
      'keeps one blank between inline elements',
      '<p><hi>a</hi>\n <hi>b</hi></p>',
      '<p><hi>a</hi> <hi>b</hi></p>',
    ],
    ['counts a blank once across tags', '<p>a <hi> b </hi> c</p>', '<p>a <hi>b </hi>c</p>'],
    [
      'trims around a block inside a block',
      '<p>a\n <list>\n<item> b </item></list>\n c</p>',
      '<p>a<list><item>b</item></list>c</p>',
    ],
    ['has one blank before a line break', '<p>a<lb/>b <lb/> c\n<lb/>d</p>', '<p>a <lb/>b <lb/>c <lb/>d</p>'],
    [
      'has none beside a break inside a word',
      '<p>exam-\n<lb break="no"/>\nple</p>',
      '<p>exam-<lb break="no"/>ple</p>',
    ],
    [
      'has none in a word that a line break parts',
      '<p><w>\nexam<lb/>ple\n</w></p>',
      '<p><w>exam<lb/>ple</w></p>',
    ],
    [
      'keeps what stands between words',
      '<p><w>a</w>\n<w>b</w><pc>,</pc> <w>c</w></p>',
      '<p><w>a</w> <w>b</w><pc>,</pc> <w>c</w></p>',
    ],
    [
      'joins where the tokens say so',
      '<p><w join="right">a</w> <pc>,</pc> <w>b</w> <pc pre="false">.</pc></p>',
      '<p><w join="right">a</w><pc>,</pc> <w>b</w><pc pre="false">.</pc></p>',
    ],
    [
      'leaves preserved space alone',
      '<p xml:space="preserve"> a\n  b </p>',
      '<p xml:space="preserve"> a\n  b </p>',
    ],
    [
      'drops line ends between ideographs',
      '<p>日本\n  語の <hi>本</hi>\n文</p>',
      '<p>日本語の <hi>本</hi>文</p>',
    ],
    [
      'keeps the blank after a note and drops the one before its call',
      '<p>a\n<note>n</note>\nb</p>',
      '<p>a<note>n</note> b</p>',
    ],
    [
      'gives each alternative its own blanks',
      '<p>a <choice>\n<sic>b</sic>\n<corr>c</corr></choice> d</p>',
      '<p>a <choice><sic>b</sic><corr>c</corr></choice> d</p>',
    ],
    ['keeps the blanks on both sides of a deletion', '<p>a <del>b</del> c</p>', '<p>a <del>b</del> c</p>'],
  ])('%s', async (_, body, expected) => {
    expect(await settled(body)).toBe(expected);
  });

  it('does not let layout reach the reading text of a deletion', async () => {
    expect(await readingTextOf('<p>a <del>b</del> c</p>')).toBe('a c');
  });
});
