import type { ConfigKey } from './config-key.ts';

/** Outputs of print, by their names in the config. */
export type PrintOutput = 'pdf' | 'latex' | 'docx' | 'pages';

type PrintKey = Omit<ConfigKey, 'key'> & {
  readonly name: string;
  /** The outputs that read it. */
  readonly outputs: readonly PrintOutput[];
};

const lengths = { type: 'length', minimum: 0, maximum: 2000 } as const;
const switches = { type: 'true or false' } as const;
const everywhere = ['pdf', 'latex', 'docx', 'pages'] as const;
const paged = ['pdf', 'latex', 'docx'] as const;
const keyed = ['pdf', 'latex', 'pages'] as const;

/** What one band may set: a list of words to choose from, or the type of the value. */
export const bandSettings: Readonly<Record<string, readonly string[] | 'string' | 'number'>> = {
  title: 'string',
  order: 'number',
  layout: ['run-in', 'blocks'],
  key: ['mark', 'line', 'verse', 'paragraph', 'source-page', 'source-line'],
  marks: ['number', 'letter', 'roman', 'symbol'],
  restart: ['document', 'page'],
};

const keys: readonly PrintKey[] = [
  {
    name: 'pageSize',
    outputs: paged,
    type: 'page size',
    default: 'b5',
    describes: 'Paper: a4, a5, b5, letter, octavo, or width and height ("148mm 210mm").',
    example: 'a5',
  },
  {
    name: 'marginInner',
    outputs: paged,
    ...lengths,
    default: '22mm',
    describes: 'Margin at the spine.',
    example: '18mm',
  },
  {
    name: 'marginOuter',
    outputs: paged,
    ...lengths,
    default: '24mm',
    describes: 'Margin at the outer edge.',
    example: '30mm',
  },
  {
    name: 'marginTop',
    outputs: paged,
    ...lengths,
    default: '22mm',
    describes: 'Margin above the text; the running head stands in it.',
    example: '25mm',
  },
  {
    name: 'marginBottom',
    outputs: paged,
    ...lengths,
    default: '22mm',
    describes: 'Margin below the foot.',
    example: '25mm',
  },
  {
    name: 'fontSize',
    outputs: paged,
    type: 'length',
    minimum: 4,
    maximum: 48,
    default: '10.5pt',
    describes: 'Type size of the text.',
    example: '11pt',
  },
  {
    name: 'noteSize',
    outputs: paged,
    type: 'length',
    minimum: 4,
    maximum: 48,
    default: '8.5pt',
    describes: 'Type size of the foot.',
    example: '9pt',
  },
  {
    name: 'leading',
    outputs: paged,
    type: 'number',
    minimum: 1,
    maximum: 4,
    default: 1.3,
    describes: 'Distance of lines, in type sizes.',
    example: 1.4,
  },
  {
    name: 'fonts',
    outputs: ['pdf'],
    type: 'strings',
    default: [],
    describes:
      'Font files of the edition (.ttf, .otf, .woff), first choice first; the packaged fonts follow.',
    example: ['fonts/NotoSerifDevanagari.ttf'],
  },
  {
    name: 'justify',
    outputs: paged,
    ...switches,
    default: true,
    describes: 'Sets prose to the full width of the line.',
    example: false,
  },
  {
    name: 'hyphenate',
    outputs: paged,
    ...switches,
    default: true,
    describes: 'Divides words by the rules of their language.',
    example: false,
  },
  {
    name: 'titlePage',
    outputs: everywhere,
    ...switches,
    default: true,
    describes: 'Begins with a title page.',
    example: false,
  },
  {
    name: 'contents',
    outputs: everywhere,
    ...switches,
    default: true,
    describes: 'Prints a table of contents where the text has two headings or more.',
    example: false,
  },
  {
    name: 'indexes',
    outputs: keyed,
    ...switches,
    default: true,
    describes: 'Prints the indexes with page numbers.',
    example: false,
  },
  {
    name: 'facing',
    outputs: everywhere,
    ...switches,
    default: true,
    describes:
      'Prints an original and its translation on facing pages where the encoding aligns them; two files give a further document of both.',
    example: false,
  },
  {
    name: 'lineNumbers',
    outputs: everywhere,
    type: 'choice',
    values: ['page', 'section', 'document', 'none'],
    default: 'page',
    describes:
      'Where the count of lines begins again; `none` prints no numbers, and keys still count by page.',
    example: 'section',
  },
  {
    name: 'lineNumberEvery',
    outputs: everywhere,
    type: 'integer',
    default: 5,
    describes: 'Prints every so many line numbers; 0 prints none.',
    example: 10,
  },
  {
    name: 'lineNumberSide',
    outputs: ['pdf', 'latex'],
    type: 'choice',
    values: ['outer', 'inner', 'left', 'right'],
    default: 'outer',
    describes: 'Margin that the line numbers stand in.',
    example: 'left',
  },
  {
    name: 'verseNumberEvery',
    outputs: keyed,
    type: 'integer',
    default: 5,
    describes:
      'Prints every so many verse numbers, and on a page with numbered verse none beside other lines, whose keys have the page before them (3.2); 0 numbers verse by printed line.',
    example: 4,
  },
  {
    name: 'ranges',
    outputs: keyed,
    type: 'choice',
    values: ['full', 'short', 'following'],
    default: 'short',
    describes: 'How a span of lines is written: 107–108, 107–8, or 107f. and 107ff.',
    example: 'full',
  },
  {
    name: 'keyNumerals',
    outputs: keyed,
    type: 'choice',
    values: ['arabic', 'roman'],
    default: 'arabic',
    describes: 'Numerals of the keys.',
    example: 'roman',
  },
  {
    name: 'sameKey',
    outputs: keyed,
    type: 'choice',
    values: ['repeat', 'omit'],
    default: 'repeat',
    describes: 'Prints the key again for a second entry of the same line, or leaves it out.',
    example: 'omit',
  },
  {
    name: 'lemmaWords',
    outputs: everywhere,
    type: 'integer',
    default: 4,
    describes: 'A lemma of more words is shortened to its first and last; 0 never shortens.',
    example: 0,
  },
  {
    name: 'lemmaEllipsis',
    outputs: everywhere,
    type: 'string',
    default: ' … ',
    describes: 'Stands between the first and last word of a shortened lemma.',
    example: ' – ',
  },
  {
    name: 'lemmaBracket',
    outputs: everywhere,
    type: 'string',
    default: ']',
    describes: 'Stands after the lemma.',
    example: ':',
  },
  {
    name: 'repeatedWords',
    outputs: ['pdf', 'pages'],
    ...switches,
    default: true,
    describes: 'Counts a lemma that its printed line holds more than once: et².',
    example: false,
  },
  {
    name: 'readingSeparator',
    outputs: everywhere,
    type: 'string',
    default: ' : ',
    describes: 'Stands between two readings.',
    example: ', ',
  },
  {
    name: 'siglaSeparator',
    outputs: everywhere,
    type: 'string',
    default: ' ',
    describes: 'Stands between a reading and its sigla.',
    example: ': ',
  },
  {
    name: 'entrySeparator',
    outputs: keyed,
    type: 'string',
    default: ' ‖ ',
    describes: 'Stands between two entries that are run in.',
    example: ' | ',
  },
  {
    name: 'bandTitles',
    outputs: keyed,
    ...switches,
    default: false,
    describes: 'Prints the title of a band above it.',
    example: true,
  },
  {
    name: 'series',
    outputs: everywhere,
    type: 'bands',
    default: {},
    describes: `Settings of a band by its name (apparatus, or a series of notes): ${Object.entries(
      bandSettings,
    )
      .map(([name, values]) => (typeof values === 'string' ? name : `${name} (${values.join(', ')})`))
      .join(', ')}.`,
    example: { editor: { title: 'Commentary', marks: 'letter', restart: 'page' } },
  },
  {
    name: 'pdfStandard',
    outputs: ['pdf'],
    type: 'choice',
    values: ['1.7', '2.0', 'a-2b', 'a-2u', 'a-2a', 'a-3b', 'a-3u', 'a-3a', 'a-4'],
    default: 'a-2u',
    describes: 'PDF standard that the file keeps.',
    example: 'a-3u',
  },
  {
    name: 'date',
    outputs: ['pdf', 'docx'],
    type: 'date',
    default: '',
    describes: "Date in the file's metadata (ISO 8601); without it, the edition's own.",
    example: '2024-05-01',
  },
  {
    name: 'docxNotes',
    outputs: ['docx'],
    type: 'streams',
    default: {},
    describes: 'Which series are footnotes in Word and which endnotes (footnote, endnote).',
    example: { apparatus: 'footnote', editor: 'endnote' },
  },
  {
    name: 'textWidth',
    outputs: ['pages'],
    type: 'integer',
    minimum: 24,
    default: 64,
    describes: 'Columns of the text in pages, without the margin.',
    example: 72,
  },
  {
    name: 'textLines',
    outputs: ['pages'],
    type: 'integer',
    minimum: 12,
    default: 56,
    describes: 'Lines of a page of the text in pages.',
    example: 60,
  },
];

/** Every key below `print` in `variorum.json`. */
export const printKeys: readonly ConfigKey[] = keys.map(({ name, outputs: _, ...rest }) => ({
  key: `print.${name}`,
  ...rest,
}));

/** Which outputs read a key below `print`. */
export const printOutputsOf: ReadonlyMap<string, readonly PrintOutput[]> = new Map(
  keys.map(({ name, outputs }) => [name, outputs]),
);
