import type { ReadingContext } from './reading-context.ts';

/** Why an element's content is not in the reading text. */
export type Left = 'choice' | 'variant' | 'deleted' | 'note' | 'call' | 'furniture' | 'data';

/** One row of the table of the reading text. */
export interface Treatment {
  /** TEI names, blank-separated. */
  readonly elements: string;
  /** The condition in words, for the documentation; with `applies` as its test. */
  readonly when?: string;
  readonly applies?: (at: ReadingContext, i: number) => boolean;
  /** Set where the content is not taken. */
  readonly left?: Left;
  readonly before?: string | ((at: ReadingContext, i: number) => string);
  readonly after?: string | ((at: ReadingContext, i: number) => string);
  /** What is printed, in words, where `before` or `after` is computed. */
  readonly prints?: string;
  /** Holds in the header and in registers too, not only in the running text. */
  readonly everywhere?: true;
}

/** The longest run of underscores that a `space` prints. */
const longestSpace = 40;

/**
 * The table of the reading text: the first row that applies decides; an element of no row is taken as it stands, whatever its vocabulary.
 * `docs/reading-text.md` is made from it.
 */
export const readingTextTable: readonly Treatment[] = [
  {
    elements: '*',
    when: 'in a `choice`, and another child of it is preferred (`corr`, `reg`, `expan`, `ex`, then whatever comes first; `reading.choice` in the config names others)',
    applies: (at, i) => at.parentName(i) === 'choice' && at.takenOf(at.parent(i)) !== i,
    left: 'choice',
    everywhere: true,
  },
  {
    elements: 'app',
    when: 'double end-point or location-referenced: the text around it already shows the lemma',
    applies: (at, i) => at.methodOf(i) !== 'parallel-segmentation',
    left: 'variant',
  },
  {
    elements: 'lem rdg rdgGrp',
    when: 'it is not the lemma of its entry, and does not hold it',
    applies: (at, i) => !at.isTaken(i),
    left: 'variant',
    everywhere: true,
  },
  { elements: 'wit witDetail', left: 'variant' },
  {
    elements: 'note noteGrp',
    when: 'in an apparatus entry',
    applies: (at, i) => at.isApparatusPart(i),
    left: 'note',
    everywhere: true,
  },
  {
    elements: 'note noteGrp',
    when: 'outside bibliographic descriptions and register entries, of which it is a part',
    applies: (at, i) => at.isRunningNote(i),
    left: 'note',
  },
  {
    elements: 'ref',
    when: 'it calls a note and holds no word, only its number or mark',
    applies: (at, i) => at.isBareCall(i),
    left: 'call',
  },
  {
    elements: 'del',
    when: 'in a `restore`',
    applies: (at, i) => at.parentName(i) === 'restore',
    everywhere: true,
  },
  { elements: 'del', left: 'deleted', everywhere: true },
  {
    elements: 'am',
    when: 'in an `expan`',
    applies: (at, i) => at.standsIn(i, 'expan'),
    left: 'choice',
    everywhere: true,
  },
  {
    elements: 'pc',
    when: 'a weak hyphen (`@force="weak"`) right before a break inside a word',
    applies: (at, i) => at.attribute(i, 'force') === 'weak' && at.precedesInnerBreak(i),
    left: 'furniture',
    everywhere: true,
  },
  {
    elements: 'supplied',
    when: 'in another `supplied`: the outer brackets serve',
    applies: (at, i) => at.standsIn(at.parent(i), 'supplied'),
    everywhere: true,
  },
  {
    elements: 'supplied',
    when: '`@reason="omitted"`',
    applies: (at, i) => at.attribute(i, 'reason') === 'omitted',
    before: '⟨',
    after: '⟩',
    everywhere: true,
  },
  { elements: 'supplied', before: '[', after: ']', everywhere: true },
  { elements: 'surplus', before: '{', after: '}', everywhere: true },
  {
    elements: 'gap',
    when: 'in a `supplied`, whose brackets serve',
    applies: (at, i) => at.standsIn(i, 'supplied'),
    left: 'data',
    before: '…',
    everywhere: true,
  },
  { elements: 'gap', left: 'data', before: '[…]', everywhere: true },
  { elements: 'ellipsis', left: 'data', before: '…', everywhere: true },
  {
    elements: 'space',
    when: 'its `@unit` counts characters, and it is wider than one: one is a blank between words',
    applies: (at, i) =>
      at.count(i) > 1 && /^(?:chars?|characters?|letters?|glyphs?)$/.test(at.attribute(i, 'unit') ?? ''),
    left: 'data',
    before: (at, i) => '_'.repeat(Math.min(longestSpace, at.count(i))),
    prints: `one underscore for each of \`@quantity\`, at most ${longestSpace}`,
    everywhere: true,
  },
  {
    elements: 'space',
    when: '`@dim="vertical"`, or it stands between blocks',
    applies: (at, i) => at.attribute(i, 'dim') === 'vertical' || at.isBetweenBlocks(i),
    left: 'data',
    everywhere: true,
  },
  { elements: 'space', left: 'data', before: ' ', everywhere: true },
  {
    elements: 'g',
    when: 'empty',
    applies: (at, i) => at.isEmpty(i),
    before: (at, i) => at.glyph(i),
    prints:
      'the `mapping` of the `glyph` or `char` that it points to (`normalized`, `standard`, else the first), else □',
    everywhere: true,
  },
  { elements: 'rt', before: '（', after: '）', everywhere: true },
  {
    elements: 'vocal kinesic incident',
    when: 'it has a description',
    applies: (at, i) => !at.isEmpty(i),
    before: '[',
    after: ']',
  },
  {
    elements: 'roleDesc actor',
    when: 'in a `castItem`, right behind another element without a blank or a mark between them',
    applies: (at, i) => at.parentName(i) === 'castItem' && at.isRunInto(i),
    before: ' ',
  },
  { elements: 'fw metamark figDesc index binaryObject', left: 'furniture' },
  {
    elements:
      'listPerson listPlace listOrg listEvent listObject listNym listRelation listWit listApp listChange listPrefixDef',
    when: 'in a document that is not itself a register',
    applies: (at) => at.kind === 'text',
    left: 'data',
  },
  {
    elements: 'biblStruct biblFull msDesc',
    when: 'in a document that is not itself a register',
    applies: (at) => at.kind === 'text',
    left: 'data',
  },
  {
    elements:
      'span spanGrp interp interpGrp link linkGrp join joinGrp alt altGrp timeline certainty precision respons fs fLib fvLib listAnnotation annotation xenoData substJoin listTranspose teiHeader facsimile standOff',
    left: 'data',
  },
];
