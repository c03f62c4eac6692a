import type { Place } from '../src/diagnostics/place.ts';
import { Source } from '../src/xml/source.ts';

/** A text in which `⟦` and `⟧` stand around the spans that a test expects, and those spans. Nobody counts columns. */
export function marked(path: string, text: string): { text: string; places: Place[] } {
  const spans: { start: number; end: number }[] = [];
  const open: { start: number; end: number }[] = [];
  let plain = '';
  for (const piece of text.split(/([⟦⟧])/)) {
    if (piece === '⟦') {
      const span = { start: plain.length, end: plain.length };
      spans.push(span);
      open.push(span);
    } else if (piece === '⟧') open.pop()!.end = plain.length;
    else plain += piece;
  }
  const source = new Source(path, plain);
  return { text: plain, places: spans.map(({ start, end }) => source.place(start, end)) };
}

/** A TEI document with a header that is as short as the schema allows, around a body. */
export function tei(body: string, header = '', attributes = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"${attributes}>
<teiHeader>
<fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>B</p></publicationStmt><sourceDesc><p>C</p></sourceDesc></fileDesc>
${header}</teiHeader>
<text><body>${body}</body></text>
</TEI>
`;
}
