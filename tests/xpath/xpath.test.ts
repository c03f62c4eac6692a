import { describe, expect, it } from 'vitest';
import { TEI } from '../../src/xml/name.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { XPath, XPathError } from '../../src/xpath/xpath.ts';
import { XPathTree } from '../../src/xpath/xpath-tree.ts';

const text = `<?go on?><TEI xmlns="${TEI}" xmlns:x="urn:x"><!--c--><p n="1" xml:lang="de">a<hi x:y="z">b</hi>c</p><p>d &amp; e</p></TEI>`;
const document = parseTree(new Source('a.xml', text), (fault) => {
  throw new Error(fault.message);
})!;
const tree = new XPathTree(document);
const context = { namespaces: { '': TEI, tei: TEI, x: 'urn:x' } };
const strings = (expression: string) => new XPath(expression, context).all(tree.root).map(String);

describe('XPath over our tree', () => {
  it.each([
    ['//p ! string(.)', ['abc', 'd & e']],
    ['//tei:p/@n ! string(.)', ['1']],
    ['count(//node())', ['10']],
    ['//hi/@x:y ! name(.)', ['x:y']],
    ['//hi/following-sibling::text() ! string(.)', ['c']],
    ['//hi/preceding-sibling::node() ! string(.)', ['a']],
    ['//p[lang("de")] ! string(@n)', ['1']],
    ['(//p | //hi)[last()] ! string(.)', ['d & e']],
    ['//comment() ! string(.)', ['c']],
    ['/processing-instruction() ! name(.)', ['go']],
    ['count(//@*)', ['3']],
    ['//hi/ancestor::* ! local-name(.)', ['TEI', 'p']],
    ['path(//hi)', [`/Q{${TEI}}TEI[1]/Q{${TEI}}p[1]/Q{${TEI}}hi[1]`]],
    ['//p[1] << //p[2]', ['true']],
    ['let $p := //p return count($p)', ['2']],
  ])('%s', (expression, expected) => {
    expect(strings(expression)).toEqual(expected);
  });

  it('leads back to our nodes, attributes among them', () => {
    const [hi] = new XPath('//hi', context).nodes(tree.root);
    expect(text.slice(hi!.node.nodeType === 1 ? hi!.node.start : 0)).toMatch(/^<hi/);
    const [lang] = new XPath('//@xml:lang', context).nodes(tree.root);
    expect(text.slice(lang!.attribute!.start, lang!.attribute!.end)).toBe('xml:lang="de"');
  });

  it('takes variables and knows current()', () => {
    const [p] = new XPath('//p[2]', context).nodes(tree.root);
    const test = new XPath('$n = 2 and //p[. is current()]', context);
    expect(test.test(tree.root, { n: 2 }, { current: p! })).toBe(true);
    expect(test.test(tree.root, { n: 3 }, { current: p! })).toBe(false);
  });

  it.each(['//p[', 'nofunction()', '$unbound', 'y:p', '1 + "a"'])(
    'throws an error of its own: %s',
    (expression) => {
      expect(() => new XPath(expression, context).all(tree.root)).toThrow(XPathError);
    },
  );
});
