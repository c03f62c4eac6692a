import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { qualifiedName } from '../../src/xml/axes.ts';
import type { Handler } from '../../src/xml/events.ts';
import { parseEvents } from '../../src/xml/parse-events.ts';
import { Source } from '../../src/xml/source.ts';

/** What a text tells, an event a line, each with the stretch of the source it comes from. */
function told(text: string): { lines: string[]; isWellFormed: boolean; found: Diagnostic[] } {
  const lines: string[] = [];
  const found: Diagnostic[] = [];
  const cut = (start: number, end: number) => ` ⟵ ${JSON.stringify(text.slice(start, end))}`;
  const handler: Handler = {
    doctype: (name, publicId, systemId, start, end) =>
      lines.push(`doctype ${name} ${publicId} ${systemId}${cut(start, end)}`),
    startElement: (name, attributes, _scope, start, end) =>
      lines.push(
        `start ${qualifiedName(name)}${attributes
          .map(
            (each) =>
              ` [${qualifiedName(each.name)}=${each.value}${cut(each.start, each.end)}${cut(each.valueStart, each.valueEnd)}]`,
          )
          .join('')}${cut(start, end)}`,
      ),
    endElement: (name, start, end) => lines.push(`end ${qualifiedName(name)}${cut(start, end)}`),
    text: (value, start, end) => lines.push(`text ${JSON.stringify(value)}${cut(start, end)}`),
    comment: (value, start, end) => lines.push(`comment${value}${cut(start, end)}`),
    processingInstruction: (target, data, start, end) => lines.push(`pi ${target}|${data}${cut(start, end)}`),
  };
  const isWellFormed = parseEvents(new Source('a.xml', text), handler, (each) => found.push(each));
  return { lines, isWellFormed, found };
}

it('tells everything in order, with its span', () => {
  const text = `<?xml version="1.0"?><?m  a ?>
<!DOCTYPE p PUBLIC "-//X" "x.dtd" [<!ENTITY e "<b>i</b>">]>
<p xmlns="urn:p" x = 'a&amp;"b"'>t\r\n&lt;<![CDATA[<c>]]>&e;<q/><!--n--></p >
<?end?>`;
  expect(told(text)).toMatchObject({
    isWellFormed: true,
    lines: [
      'pi m|a  ⟵ "<?m  a ?>"',
      `doctype p -//X x.dtd ⟵ ${JSON.stringify('<!DOCTYPE p PUBLIC "-//X" "x.dtd" [<!ENTITY e "<b>i</b>">]>')}`,
      `start p [x=a&"b" ⟵ ${JSON.stringify(`x = 'a&amp;"b"'`)} ⟵ ${JSON.stringify('a&amp;"b"')}] ⟵ ${JSON.stringify(`<p xmlns="urn:p" x = 'a&amp;"b"'>`)}`,
      'text "t\\n" ⟵ "t\\r\\n"',
      'text "<" ⟵ "&lt;"',
      'text "<c>" ⟵ "<![CDATA[<c>]]>"',
      'start b ⟵ "&e;"',
      'text "i" ⟵ "&e;"',
      'end b ⟵ "&e;"',
      'start q ⟵ "<q/>"',
      'end q ⟵ "<q/>"',
      'commentn ⟵ "<!--n-->"',
      'end p ⟵ "</p >"',
      'pi end| ⟵ "<?end?>"',
    ],
    found: [{ code: 'external-dtd-not-read', severity: 'info' }],
  });
});

it('tells nothing more after a fatal fault', () => {
  const { lines, isWellFormed, found } = told('<a><b></c><d/></a>');
  expect(lines.map((each) => each.slice(0, 7))).toEqual(['start a', 'start b']);
  expect([isWellFormed, found.length]).toEqual([false, 1]);
});

it('shares one object between equal names', () => {
  const seen = new Set<object>();
  const text = '<a xmlns:x="u"><a/><x:b a="1"/><y:b xmlns:y="u"/><x:b xmlns:x="v" a=""/><x:b/></a>';
  parseEvents(
    new Source('a.xml', text),
    {
      startElement(name, attributes) {
        seen.add(name);
        for (const each of attributes) seen.add(each.name);
      },
    },
    () => {},
  );
  // a, x:b in u, y:b in u, x:b in v; the attribute a is the element a: both are in no namespace.
  expect(seen.size).toBe(4);
});

it('knows the bindings in scope, the innermost winning', () => {
  const scopes: [string, unknown][] = [];
  parseEvents(
    new Source('a.xml', '<a xmlns="1" xmlns:p="2"><b xmlns="" xmlns:q="3"><p:c xmlns:p="4"/></b></a>'),
    {
      startElement(name, _attributes, scope) {
        scopes.push([name.local, Object.fromEntries(scope.bindings())]);
        expect(scope.lookup('xml')).toBe('http://www.w3.org/XML/1998/namespace');
      },
    },
    () => {},
  );
  expect(scopes).toEqual([
    ['a', { '': '1', p: '2' }],
    ['b', { p: '2', q: '3' }],
    ['c', { p: '4', q: '3' }],
  ]);
});

it('lets a fault of the handler through', () => {
  const handler: Handler = {
    text() {
      throw new Error('ours');
    },
  };
  expect(() => parseEvents(new Source('a.xml', '<a>x</a>'), handler, () => {})).toThrow('ours');
});
