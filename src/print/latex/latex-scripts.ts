/** A script that the main font of a text is not expected to have. */
export interface LatexScript {
  /** Unicode's name of it. */
  readonly name: string;
  /** OpenType's name of it in fontspec. */
  readonly openType: string;
  /** Fonts that have it, first choice first. */
  readonly fonts: readonly string[];
  readonly isRightToLeft?: true;
}

const noto = (name: string) => [`Noto Serif ${name}`, `Noto Sans ${name}`];
const cjk = (language: string) => [
  `Noto Serif CJK ${language}`,
  `Noto Sans CJK ${language}`,
  'Source Han Serif',
];
const script = (name: string, ...fonts: string[]): LatexScript => ({
  name,
  openType: name,
  fonts: [...noto(name), ...fonts],
});

/** Scripts that get a font of their own; Latin, Greek and Cyrillic stand in the main font. */
export const latexScripts: readonly LatexScript[] = [
  {
    name: 'Hebrew',
    openType: 'Hebrew',
    fonts: ['Libertinus Serif', 'Noto Serif Hebrew', 'SBL Hebrew', 'Ezra SIL', 'DejaVu Sans'],
    isRightToLeft: true,
  },
  {
    name: 'Arabic',
    openType: 'Arabic',
    fonts: ['Amiri', 'Noto Naskh Arabic', 'Scheherazade New', 'DejaVu Sans'],
    isRightToLeft: true,
  },
  {
    name: 'Syriac',
    openType: 'Syriac',
    fonts: ['Noto Sans Syriac', 'Serto Jerusalem'],
    isRightToLeft: true,
  },
  script('Devanagari', 'Sanskrit 2003'),
  script('Ethiopic', 'Abyssinica SIL'),
  script('Armenian'),
  script('Georgian'),
  script('Bengali'),
  script('Tamil'),
  script('Telugu'),
  script('Kannada'),
  script('Malayalam'),
  script('Gujarati'),
  script('Gurmukhi'),
  script('Sinhala'),
  script('Thai'),
  script('Lao'),
  script('Khmer'),
  script('Myanmar'),
  script('Tibetan'),
  script('Coptic'),
  script('Gothic'),
  script('Glagolitic'),
  script('Runic'),
  { name: 'Han', openType: 'CJK', fonts: cjk('JP') },
  { name: 'Hiragana', openType: 'CJK', fonts: cjk('JP') },
  { name: 'Katakana', openType: 'CJK', fonts: cjk('JP') },
  { name: 'Hangul', openType: 'CJK', fonts: cjk('KR') },
];

/** Signs that Unicode gives to several scripts and that only a font of such a script has. */
const shared: Readonly<Record<string, string>> = {
  Arabic: '\\u060c\\u061b\\u061f\\u0640\\u064b-\\u0655\\u0660-\\u0669\\u0670',
  Devanagari: '\\u0951\\u0952\\u0964\\u0965',
};
const signsOf = (name: string): string => `\\p{Script=${name}}${shared[name] ?? ''}`;

const words = new Map(
  latexScripts.map(({ name }) => [
    name,
    // Words of one script with the blanks and points between them; a mark belongs to its letter.
    new RegExp(
      `[${signsOf(name)}](?:[${signsOf(name)}\\p{M}\\u200c\\u200d\\s,.:;·–—'’]*[${signsOf(name)}\\p{M}])?`,
      'gu',
    ),
  ]),
);
const ofAny = new Map(latexScripts.map(({ name }) => [name, new RegExp(`[${signsOf(name)}]`, 'u')]));

/** The scripts of a text that need a font of their own. */
export const scriptsIn = (text: string): LatexScript[] =>
  latexScripts.filter(({ name }) => ofAny.get(name)!.test(text));

/** Text parted into runs of one script each; `script` is nothing where the main font serves. */
export function scriptRuns(text: string): { readonly text: string; readonly script?: LatexScript }[] {
  const found = scriptsIn(text).flatMap((each) =>
    [...text.matchAll(words.get(each.name)!)].map((run) => ({ script: each, at: run.index, text: run[0] })),
  );
  found.sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  const runs: { text: string; script?: LatexScript }[] = [];
  let at = 0;
  for (const run of found) {
    if (run.at < at) continue;
    if (run.at > at) runs.push({ text: text.slice(at, run.at) });
    runs.push({ text: run.text, script: run.script });
    at = run.at + run.text.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at) });
  return runs;
}
