import { expect, it } from 'vitest';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';
import { XPath } from '../../src/xpath/xpath.ts';
import { XPathTree } from '../../src/xpath/xpath-tree.ts';

const document = parseTree(new Source('a.xml', '<a><b>x</b><b>y</b></a>'), () => undefined)!;
const tree = new XPathTree(document);
const run = (expression: string) => new XPath(expression, { namespaces: {} }).all(tree.root).map(String);

it.each([
  ['matches("abc", "b"), matches("abc", "^b"), matches((), "^$")', ['true', 'false', 'true']],
  ['matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "^(a+)+$")', ['false']],
  ['matches("ABC", "b", "i")', ['true']],
  ['matches("a.c", "a.c", "q"), matches("abc", "a.c", "q")', ['true', 'false']],
  [
    'let $t := "a" || codepoints-to-string(10) || "b" return (matches($t, "a.b", "s"), matches($t, "a.b", ""))',
    ['true', 'false'],
  ],
  ['matches("ab", "a b", "x")', ['true']],
  ['matches("e", "^[a-z-[aeiou]]$", ""), matches("f", "^[a-z-[aeiou]]$", "")', ['false', 'true']],
  ['matches("é:x", "^\\i\\c*$", "")', ['true']],
  [
    'matches("a-b", "^[a\\-b]+$", ""), matches("-", "^[-a]$", ""), matches("{", "[{}]", "")',
    ['true', 'true', 'true'],
  ],
  ['replace("Abc", "(b)(c)", "$2$1", "i")', ['Acb']],
  ['replace("a.b", ".", "$&", "q")', ['a$&b']],
  ['replace("ab", "B", "[$0]\\$", "i")', ['a[b]$']],
  ['tokenize("aXbxc", "x", "i")', ['a', 'b', 'c']],
  ['contains-token("a  bc", "bc"), contains-token("abc", "b")', ['true', 'false']],
  ['sort(("b", "a"))', ['a', 'b']],
  ['sort((10, 9))', ['9', '10']],
  ['normalize-unicode("e\u0301") = "é", normalize-unicode("é", "NFD") = "é"', ['true', 'false']],
  ['resolve-uri("b", "http://x/a/")', ['http://x/a/b']],
  ['unparsed-text-available("file:///etc/passwd"), doc-available("x")', ['false', 'false']],
  ['count(key("k", "v"))', ['0']],
])('%s', (expression, expected) => {
  expect(run(expression)).toEqual(expected);
});

it.each([
  'unparsed-text("file:///etc/passwd")',
  'doc("x")',
  'matches("a", "(", "")',
  'matches("a", "a", "z")',
  'tokenize("ab", "b*", "")',
])('fails and reads nothing: %s', (expression) => {
  expect(() => run(expression)).toThrow();
});
