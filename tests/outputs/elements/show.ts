import { parse } from 'parse5';
import { defaultConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import { createTransform } from '../../../src/xslt/create-transform.ts';
import { tei } from '../../marked.ts';
import { MemoryWorld } from '../../memory-world.ts';

/** How one element is shown. */
export interface Shown {
  readonly html: string;
  readonly text: string;
  readonly isSupported: boolean;
}

/** Where an element that needs company stands; `§` is the element. Others stand in a paragraph. */
const company: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    '<p>A</p>§':
      'div div1 p ab trailer argument epigraph list table figure lg l sp spGrp stage castList opener closer postscript u annotationBlock titlePage byline meeting set prologue epilogue performance camera caption sound tech view move floatingText eg listBibl listPerson listPlace listOrg listEvent listObject listApp listWit entry entryFree superEntry salute signed dateline head docImprint imprimatur docTitle titlePart msDesc biblStruct biblFull quote incident kinesic writing surface surfaceGrp zone line',
    '<div1>§</div1>': 'div2',
    '<div1><div2>§</div2></div1>': 'div3',
    '<list>§<item>B</item></list>': 'item headLabel',
    '<list><head>H</head>§<item>B</item></list>': 'label',
    '<table>§</table>': 'row',
    '<table><row>§<cell>B</cell></row></table>': 'cell',
    '<castList>§</castList>': 'castItem castGroup',
    '<castList><castItem>A §</castItem></castList>': 'role roleDesc actor',
    '<sp>§<p>B</p></sp>': 'speaker',
    '<p>A <choice>§<corr>B</corr></choice></p>': 'sic',
    '<p>A <choice>§<reg>B</reg></choice></p>': 'orig',
    '<p>A <choice>§<expan>B</expan></choice></p>': 'abbr',
    '<p>A <app>§<rdg>B</rdg></app></p>': 'lem',
    '<p>A <app><lem>B</lem>§</app></p>': 'rdg rdgGrp witDetail wit',
    '<listPerson>§</listPerson>': 'person listRelation relation',
    '<listPlace>§</listPlace>': 'place',
    '<listOrg>§</listOrg>': 'org',
    '<listEvent>§</listEvent>': 'event',
    '<listObject>§</listObject>': 'object',
    '<listWit>§</listWit>': 'witness',
    '<p>A <address>§</address></p>': 'addrLine',
    '<p>A <ruby>§</ruby></p>': 'rb rt',
  }).flatMap(([frame, names]) => names.split(' ').map((name) => [name, frame])),
);
/** What an element needs in it to be itself. */
const inside: Readonly<Record<string, string>> = {
  choice: '<sic>A</sic><corr>X</corr>',
  app: '<lem>X</lem><rdg>Y</rdg>',
  list: '<item>X</item>',
  table: '<row><cell>X</cell></row>',
  listBibl: '<bibl>X</bibl>',
  biblStruct: '<monogr><title>X</title></monogr>',
  subst: '<del>A</del><add>X</add>',
  ruby: '<rb>X</rb><rt>Y</rt>',
  figure: '<figDesc>X</figDesc>',
  pb: '',
  cb: '',
  gb: '',
  lb: '',
  gap: '',
  space: '',
  milestone: '',
  anchor: '',
  handShift: '',
  caesura: '',
  ptr: '',
  graphic: '',
};
/** Elements of which only a whole document shows what they become. */
const outer: Readonly<Record<string, string>> = {
  text: '<p>X</p>',
  body: '<p>X</p>',
};
const attributes: Readonly<Record<string, string>> = {
  pb: ' n="1"',
  ref: ' target="https://example.org/"',
  ptr: ' target="https://example.org/"',
  graphic: ' url="x.png"',
};

/** Shows each element in a document of its own, by our stylesheets. */
export async function show(names: readonly string[]): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>();
  const files = Object.fromEntries(names.map((name) => [`${name}.xml`, documentOf(name)]));
  const transform = createTransform(new MemoryWorld({}));
  for (const name of names) {
    const world = new MemoryWorld({ [`${name}.xml`]: files[`${name}.xml`]!, 'x.png': '' });
    const edition = await prepare(await loadCorpus([`${name}.xml`], world), defaultConfig(), world.report);
    const [document] = edition.documents;
    const { tei: source, index } = document!;
    const html = await transform({ stylesheet: 'html', source, index });
    const text = await transform({ stylesheet: 'text', source, index });
    shown.set(name, {
      html: elementOf(html.principal, name),
      text: textOf(text.principal),
      isSupported: !html.messages.some((message) => message.name === name),
    });
  }
  return shown;
}

function documentOf(name: string): string {
  if (outer[name] !== undefined) return tei(outer[name]!).replace(`<${name}`, `<${name} xml:id="X"`);
  const content = inside[name] ?? 'Xx';
  const element = `<${name} xml:id="X"${attributes[name] ?? ''}>${content}</${name}>`;
  if (['front', 'back'].includes(name)) return tei('<p>A</p>').replace('<text>', `<text>${element}`);
  if (name === 'group')
    return tei('<p>A</p>').replace(
      /<body>.*<\/body>/,
      '<group xml:id="X"><text><body><p>Xx</p></body></text></group>',
    );
  if (['facsimile', 'sourceDoc', 'standOff'].includes(name))
    return tei('<p>A</p>').replace('<text>', `${element}<text>`);
  return tei((company[name] ?? '<p>A § B</p>').replace('§', element));
}

/** One document with every element that can stand in a body, each in its company, with words of its own. */
export function everything(names: readonly string[]): string {
  const whole = new Set('text front body back group facsimile sourceDoc standOff teiHeader'.split(' '));
  const bodies = names
    .filter((name) => !whole.has(name))
    .map((name) => {
      const content = (inside[name] ?? 'Xx').replace('X', `X-${name}`);
      const element = `<${name}${attributes[name] ?? ''}>${content}</${name}>`;
      return `<div>${(company[name] ?? '<p>A § B</p>').replace('§', element)}</div>`;
    });
  return tei(bodies.join('\n'));
}

/** The HTML element that carries the element's anchor or its class. */
function elementOf(page: string, name: string): string {
  let found = '';
  const visit = (node: {
    tagName?: string;
    attrs?: { name: string; value: string }[];
    childNodes?: unknown[];
  }) => {
    const own = (attribute: string) => node.attrs?.find((each) => each.name === attribute)?.value;
    const classes = own('class')?.split(' ') ?? [];
    if (
      found === '' &&
      (own('id') === 'X' || (classes.includes(name) && node.tagName !== 'body')) &&
      own('data-document') === undefined
    )
      found = own('data-note') === undefined ? `<${node.tagName}>` : 'a note at the end, `<li>`';
    for (const child of node.childNodes ?? []) visit(child as typeof node);
  };
  visit(parse(page) as never);
  return found;
}

function textOf(flowing: string): string {
  const [, body = ''] = flowing.split('====================');
  const [reading = '', ...rest] = body.split('--------------------');
  const plain = reading.replace(/\u2060\[.*?\]/g, '').trim();
  if (!plain.includes('X') && rest.join('').includes('X')) return 'at the end';
  if (!plain.includes('X'))
    return /[^\sAB\u2028\u2029]/.test(plain.replaceAll('H', ''))
      ? `\`${plain.replace(/[AB\s\u2028\u2029]/g, '')}\``
      : '–';
  return /(?:^|[\u2028\u2029])[^\u2028\u2029AB]*X[^\u2028\u2029AB]*(?:[\u2028\u2029]|$)/.test(plain) &&
    !/A X/.test(plain)
    ? 'its text, a line'
    : 'its text';
}
