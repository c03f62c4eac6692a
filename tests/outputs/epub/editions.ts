import { readdirSync } from 'node:fs';
import { readAll, tei } from './make-book.ts';

export const protocol = readAll(
  'tei',
  readdirSync('tei').filter((name) => name.endsWith('.xml')),
);
export const catullus = readAll('examples/catullus/tei', readdirSync('examples/catullus/tei'));
export const hebrew = tei(
  '<div><head>בראשית</head><p>בראשית ברא אלהים<note resp="#e">הערה <hi rend="italic">קטנה</hi></note> את השמים</p></div>',
  '<titleStmt><title>ספר</title><editor xml:id="e">A. Editor</editor></titleStmt>',
  'xml:lang="he"',
);
export const withPages = tei(
  '<p>One<pb n="2r"/> two <formula><math xmlns="http://www.w3.org/1998/Math/MathML"><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn></math></formula></p><p><pb n="2v"/>three</p><table><row role="label"><cell>a</cell></row><row><cell>b</cell></row></table><lg><l>verse</l></lg>',
);
