import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type PageNode, parsePage } from '../../../src/outputs/html/parse-page.ts';

const page = (body: string) =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A &amp; B</title><script src="x.js"></script></head><body>${body}</body></html>`;

/** Every tag and text in order; a `tbody` without attributes may be one that only the parser knows of. */
function flat(node: PageNode, found: string[] = []): string[] {
  if (node.nodeName === '#text' && 'value' in node) found.push(`text ${node.value}`);
  if (!('childNodes' in node)) return found;
  const isSilent = !('tagName' in node) || node.tagName === '#document' || node.tagName === 'tbody';
  if (!isSilent)
    found.push(`${node.tagName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`);
  for (const child of node.childNodes) flat(child, found);
  if (!isSilent) found.push(`/${node.tagName}`);
  return found;
}
const isTidy = (root: object) => !('mode' in root);

const tidy = {
  'attributes, references, text':
    '<p id="a" hidden data-x="1 &lt; 2 &amp; &#34;">x &nbsp;&lt;b> &amp; y&#233;</p>',
  'inline elements and calls': '<p>a<i class="hi">b<sup><a href="#n1">1</a></sup></i>c<br>d</p>',
  'lists in lists':
    '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><dl><dt>t</dt><dd>d<dl><dt>u</dt></dl></dd></dl>',
  'tables with and without tbody':
    '<table>\n<tr><td>a<p>b</p></td></tr></table><table><caption>c</caption><tbody><tr><th>d</th></tr></tbody></table>',
  'preformatted text': '<pre>\na\n b</pre>',
  'scripts and comments': '<script>if (a < b && c) d("<p>");</script><p>a<!-- b -->c</p>',
  'elements of our own': '<p>a</p><tei-phrase class="q"><p>b</p></tei-phrase>',
};
const difficult = {
  'a block in a paragraph': '<p>a<span><div>b</div></span>c</p>',
  'a table in a paragraph': '<p>a<table><tr><td>b</td></tr></table></p>',
  'a link in a link': '<a href="a">b<span><a href="c">d</a></span></a>',
  'an item in an item': '<ul><li>a<div><li>b</li></div></li></ul>',
  'a heading in a heading': '<h2>a<h3>b</h3></h2>',
  'text in a table': '<table>a<tr><td>b</td></tr></table>',
  'a cell outside a row': '<div>a<td>b</td></div>',
  'an end tag too few': '<div><p>a</div>',
  'a reference that we never write': '<p>a&eacute;b</p>',
  'a form': '<form><p>a</p><form><p>b</p></form></form>',
  'vector graphics': '<svg viewBox="0 0 1 1"><title>a</title></svg>',
  'a second body': '<p>a</p><body class="b">',
  'capital letters': '<P>a</P>',
};

describe('parsePage', () => {
  for (const [what, body] of Object.entries(tidy)) {
    it(`reads from the tags alone what a browser sees: ${what}`, async () => {
      const root = await parsePage(page(body));
      expect(isTidy(root)).toBe(true);
      expect(flat(root as PageNode)).toEqual(flat(parse(page(body)) as unknown as PageNode));
    });
  }
  for (const [what, body] of Object.entries(difficult)) {
    it(`leaves to HTML's own rules: ${what}`, async () => {
      const root = await parsePage(page(body));
      expect(isTidy(root)).toBe(false);
      expect(flat(root as PageNode)).toEqual(flat(parse(page(body)) as unknown as PageNode));
    });
  }
});
