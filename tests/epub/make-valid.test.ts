import { describe, expect, it } from 'vitest';
import { makeValid } from '../../src/epub/make-valid.ts';
import { parseXhtml, textOf, writeXhtml } from '../../src/epub/xhtml.ts';

const valid = (xml: string) => {
  const page = parseXhtml(`<body>${xml}</body>`, 'page', ({ message }) => expect.fail(message))!;
  const before = textOf(page);
  makeValid(page);
  expect(textOf(page)).toBe(before);
  return writeXhtml(page).slice('<body>'.length, -'</body>'.length);
};

describe('makeValid', () => {
  it.each([
    [
      'a phrase that holds a block',
      '<p>a <tei-phrase class="q">b<div>c</div></tei-phrase></p>',
      '<div class="p">a <div class="q phrase">b<div>c</div></div></div>',
    ],
    ['a phrase without one', '<p><tei-phrase>a</tei-phrase></p>', '<p><span>a</span></p>'],
    [
      'a heading with a block',
      '<h2 id="h">a<p>b</p></h2>',
      '<div id="h" role="heading" aria-level="2" class="h2">a<p>b</p></div>',
    ],
    ['a link in a link', '<a href="x">a<a href="y">b</a></a>', '<a href="x">a<span>b</span></a>'],
    ['a link around a block', '<div><a href="x"><p>a</p></a></div>', '<div><a href="x"><p>a</p></a></div>'],
    [
      'a paragraph with such a link',
      '<p>a<a href="x"><p>b</p></a></p>',
      '<div class="p">a<a href="x"><p>b</p></a></div>',
    ],
    [
      'a list with something else in it',
      '<ul><li>a</li><p>b</p></ul>',
      '<ul><li>a</li><li class="among"><p>b</p></li></ul>',
    ],
    ['an item outside a list', '<div><li>a</li></div>', '<div><div class="li">a</div></div>'],
    ['an empty list', '<ul></ul>', '<div></div>'],
    [
      'descriptions without a term',
      '<dl><dd>a</dd><dt>b</dt></dl>',
      '<div class="dl"><div class="dd">a</div><div class="dt">b</div></div>',
    ],
    ['descriptions as they should be', '<dl><dt>a</dt><dd>b</dd></dl>', '<dl><dt>a</dt><dd>b</dd></dl>'],
    [
      'groups of descriptions',
      '<dl><div><dt>a</dt><dd>b</dd></div></dl>',
      '<dl><div><dt>a</dt><dd>b</dd></div></dl>',
    ],
    [
      'a cell that stands alone',
      '<p><td colspan="2">a</td></p>',
      '<div class="p"><div class="td">a</div></div>',
    ],
    [
      'a row of a table without a body',
      '<table><tr><td>a</td></tr></table>',
      '<table><tbody><tr><td>a</td></tr></tbody></table>',
    ],
    ['two elements of one id', '<p id="a">a</p><p id="a">b</p>', '<p id="a">a</p><p>b</p>'],
    [
      'what HTML and EPUB do not know',
      '<p tabindex="0" onclick="x()" data-a="1">a</p>',
      '<p data-a="1">a</p>',
    ],
    ['a language that is none', '<p lang="x y">a</p>', '<p>a</p>'],
    ['a language', '<p lang="grc">a</p>', '<p lang="grc" xml:lang="grc">a</p>'],
    [
      'ruby',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>',
      '<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>',
    ],
    [
      'a call',
      '<a role="doc-noteref" href="#n">1</a>',
      '<a role="doc-noteref" href="#n" epub:type="noteref">1</a>',
    ],
  ])('settles %s', (_, xml, wanted) => {
    expect(valid(xml)).toBe(wanted);
  });
});
