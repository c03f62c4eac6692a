import { describe, expect, it } from 'vitest';
import { descendants } from '../../src/xml/axes.ts';
import { decode } from '../../src/xml/decode.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { tokens } from '../../src/xml/tokens.ts';
import { corpusFile, corpusFiles, hasCorpora } from './corpora.ts';
import { suiteCases, suiteFile } from './w3c-suite.ts';

function tiled(text: string): string {
  let joined = '';
  let end = 0;
  for (const token of tokens(text)) {
    if (token.start !== end || token.end <= end) throw new Error(`gap at ${end}`);
    joined += text.slice(token.start, token.end);
    end = token.end;
  }
  return joined;
}

const kinds = (text: string) =>
  [...tokens(text)].map((each) => `${each.kind} ${text.slice(each.start, each.end)}`);

it('tells one kind from another', () => {
  const text = `<?xml version="1.0"?>
<!DOCTYPE p [<!-- ]> --><?x ]> ?><!ENTITY a "]>">]><p a='>' b="/>">x&a;<![CDATA[<&]]><!-- > --><q/><?y z?></p>`;
  expect(kinds(text)).toEqual([
    'xmlDeclaration <?xml version="1.0"?>',
    'text \n',
    'doctype <!DOCTYPE p [<!-- ]> --><?x ]> ?><!ENTITY a "]>">]>',
    `startTag <p a='>' b="/>">`,
    'text x',
    'reference &a;',
    'cdata <![CDATA[<&]]>',
    'comment <!-- > -->',
    'emptyTag <q/>',
    'processingInstruction <?y z?>',
    'endTag </p>',
  ]);
});

it.each([
  '',
  '<',
  '&',
  '<p',
  '<p a="',
  '<!--',
  '<!DOCTYPE',
  'a & b < c > d',
  '<![CDATA[ <p>',
  '<?a <?b ?>',
  '</',
  '<p a=">" <q>',
])('tiles what is broken: %j', (text) => {
  expect(tiled(text)).toBe(text);
});

it('tiles every text of the W3C suite, faulty ones too', () => {
  for (const each of suiteCases()) {
    const source = decode(suiteFile(each.path), each.path, () => {});
    if (source !== undefined) expect(tiled(source.text), each.id).toBe(source.text);
  }
});

/** The bytes of a text in the encoding that it was read from. */
function encoded(text: string, hasByteOrderMark: boolean): Buffer {
  return Buffer.from(hasByteOrderMark ? `\ufeff${text}` : text);
}

describe.skipIf(!hasCorpora)('on real files (skipped where ../shared/corpora is absent)', () => {
  it.each(corpusFiles())(
    '%s: the tokens give the file back, byte for byte, and the tree its spans',
    (path) => {
      const bytes = corpusFile(path);
      const source = decode(bytes, path, () => {})!;
      expect(encoded(tiled(source.text), source.hasByteOrderMark).equals(bytes)).toBe(true);

      const starts = new Map<number, number>();
      for (const token of tokens(source.text)) starts.set(token.start, token.end);
      const document = parseTree(source, () => {})!;
      for (const node of descendants(document)) {
        const { start, end } = node;
        if (node.nodeType === 1) {
          if (starts.get(start) !== node.startTagEnd) throw new Error(`start tag at ${start}`);
          if (node.endTagStart !== end && starts.get(node.endTagStart) !== end) {
            throw new Error(`end tag at ${node.endTagStart}`);
          }
        } else if (node.nodeType !== 3 && starts.get(start) !== end) {
          throw new Error(`markup at ${start}`);
        }
        if (node.nodeType !== 1 || node.childNodes.length === 0) continue;
        let at = node.startTagEnd;
        for (const child of node.childNodes) {
          if (child.start !== at) throw new Error(`a gap between children at ${at}`);
          at = child.end;
        }
        if (at !== node.endTagStart) throw new Error(`a gap before the end tag at ${at}`);
      }
    },
  );
});
