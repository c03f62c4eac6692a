import { contentText, type Declaration, declarationsOf, isSafeDeclaration } from './css.ts';

/** How an element looks: known renditions as class names, the safe rest as CSS, generated text around it, and what could not be taken. */
export interface Rendition {
  readonly classes: readonly string[];
  readonly style: string;
  readonly before: string;
  readonly after: string;
  readonly refused: readonly string[];
}

export const plain: Rendition = { classes: [], style: '', before: '', after: '', refused: [] };

/** Words of `@rend` that editors use, by the class they mean. TEI leaves the vocabulary to the project. */
const words: Readonly<Record<string, string>> = {
  italic: 'italic italics italicized it i slant slanted oblique kursiv cursive',
  bold: 'bold b strong fett boldface',
  'small-caps': 'small-caps smallcaps smallcap sc smcap smallcapitals versalitas',
  'all-caps': 'all-caps allcaps caps uppercase capitals',
  superscript: 'superscript super sup superior above-line supralinear',
  subscript: 'subscript sub inferior',
  underline: 'underline underlined underscore u under ul',
  'double-underline': 'double-underline doubleunderline double-underlined underline-double',
  overline: 'overline overlined overbar',
  strike: 'strike strikethrough strike-through line-through strikeout struck crossed crossed-out st',
  spaced: 'spaced letter-spaced letterspace letterspaced spaced-out gesperrt spaced-letters expanded',
  right:
    'right align-right alignright flush-right flushright ragged-left rightjustified align(right) text-right',
  center: 'center centre centered centred align-center aligncenter align(center) text-center',
  left: 'left align-left flush-left flushleft align(left)',
  justify: 'justify justified',
  indent: 'indent indented indent1 indent(1) indent-1 hanging',
  'indent-2': 'indent2 indent(2) indent-2',
  'indent-3': 'indent3 indent(3) indent-3',
  block: 'block blockquote display displayed',
  inline: 'inline run-in',
  'quoted-double': 'quoted quotes quoted-double doublequoted double-quotes quotationmarks',
  'quoted-single': 'quoted-single single-quotes singlequoted',
  larger: 'larger large big',
  smaller: 'smaller small',
  upright: 'upright roman normal regular antiqua plain',
  'initial-cap': 'initial dropcap drop-cap initial-capital',
  hidden: 'hidden',
  frame: 'frame framed boxed box border',
};
const classes = new Map(
  Object.entries(words).flatMap(([name, all]) => all.split(' ').map((word) => [word, name] as const)),
);

const quotes: Readonly<Record<string, readonly [string, string]>> = {
  'quoted-double': ['“', '”'],
  'quoted-single': ['‘', '’'],
};

/** Classes that say the same as a CSS declaration. */
const declared: readonly (readonly [property: RegExp, value: RegExp, name: string])[] = [
  [/^font-style$/, /^(?:italic|oblique)$/i, 'italic'],
  [/^font-style$/, /^normal$/i, 'upright'],
  [/^font-weight$/, /^(?:bold|bolder|[6-9]00)$/i, 'bold'],
  [/^font-variant(?:-caps)?$/, /^small-caps$/i, 'small-caps'],
  [/^text-transform$/, /^uppercase$/i, 'all-caps'],
  [/^vertical-align$/, /^super$/i, 'superscript'],
  [/^vertical-align$/, /^sub$/i, 'subscript'],
  [/^text-decoration(?:-line)?$/, /^underline$/i, 'underline'],
  [/^text-decoration(?:-line)?$/, /^overline$/i, 'overline'],
  [/^text-decoration(?:-line)?$/, /^line-through$/i, 'strike'],
  [/^letter-spacing$/, /^(?!0|-|normal)/i, 'spaced'],
  [/^text-align$/, /^(?:right|end)$/i, 'right'],
  [/^text-align$/, /^center$/i, 'center'],
  [/^text-align$/, /^(?:left|start)$/i, 'left'],
  [/^text-align$/, /^justify$/i, 'justify'],
  [/^display$/, /^block$/i, 'block'],
  [/^display$/, /^inline$/i, 'inline'],
];

/** What the words of a `@rend` ask for; a word that is a CSS declaration counts as one. */
export function renditionOfRend(rend: string): Rendition {
  const value = rend.trim();
  if (/^[a-z-]+\s*:\s*[^\s]/i.test(value)) return renditionOfStyle(value);
  const found: string[] = [];
  const refused: string[] = [];
  let [before, after] = ['', ''];
  // A "rendition ladder" of the older Perseus and TCP kind: `pre(“) post(”)`.
  const rest = value.replace(/\b(pre|post)\(([^()]*)\)/gi, (_, which: string, text: string) => {
    if (which.toLowerCase() === 'pre') before += text;
    else after += text;
    return ' ';
  });
  for (const word of rest.split(/[\s,;]+/)) {
    if (word === '') continue;
    const name = classes.get(word.toLowerCase().replace(/^#/, ''));
    if (name === undefined) refused.push(word);
    else found.push(name);
  }
  return withQuotes({ classes: found, style: '', before, after, refused });
}

/** What a CSS style asks for (`@style`, or the content of a `rendition`). */
export function renditionOfStyle(style: string): Rendition {
  const found: string[] = [];
  const rest: string[] = [];
  const refused: string[] = [];
  for (const declaration of declarationsOf(style)) {
    const name = classOf(declaration);
    if (name !== undefined) found.push(name);
    else if (isSafeDeclaration(declaration)) rest.push(`${declaration.property}: ${declaration.value}`);
    else refused.push(`${declaration.property}: ${declaration.value}`.slice(0, 80));
  }
  return { classes: found, style: rest.join('; '), before: '', after: '', refused };
}

/** The text that a `rendition` with `@scope="before"` or `"after"` generates. */
export function generatedText(style: string): string {
  const content = declarationsOf(style).find((each) => each.property === 'content');
  return content === undefined ? '' : (contentText(content.value) ?? '');
}

/** Several renditions of one element, the later ones over the earlier. */
export function together(all: readonly Rendition[]): Rendition {
  if (all.length === 0) return plain;
  if (all.length === 1) return all[0]!;
  return {
    classes: [...new Set(all.flatMap((each) => each.classes))],
    style: all
      .map((each) => each.style)
      .filter((each) => each !== '')
      .join('; '),
    before: all.map((each) => each.before).join(''),
    after: all
      .map((each) => each.after)
      .reverse()
      .join(''),
    refused: all.flatMap((each) => each.refused),
  };
}

function classOf({ property, value }: Declaration): string | undefined {
  const plainValue = value.replace(/\s*!important$/i, '');
  return declared.find(([named, valued]) => named.test(property) && valued.test(plainValue))?.[2];
}

function withQuotes(rendition: Rendition): Rendition {
  const name = rendition.classes.find((each) => Object.hasOwn(quotes, each));
  if (name === undefined) return rendition;
  const [open, close] = quotes[name]!;
  return { ...rendition, before: rendition.before + open, after: close + rendition.after };
}
