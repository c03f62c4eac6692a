import type { Fault } from '../fault.ts';

/** Faults of a critical apparatus: each in one file of `src/rules/apparatus`. */
export const apparatusFaults = {
  'unknown-siglum': {
    layer: 'rule',
    severity: 'error',
    message: 'No witness has the siglum “{siglum}”{more}.',
    help: 'List the witness in a <listWit> of the edition, with the siglum as its xml:id.',
    explanation:
      'A siglum in `@wit` points to a `witness`, a group (`listWit` with an id), a hand (`handNote`), or a printed edition (`bibl`), in the same file or another one of the edition. The apparatus prints an unknown siglum as it stands, but the text of that witness cannot be shown and the *conspectus siglorum* lacks it.',
  },
  'witness-in-two-readings': {
    layer: 'rule',
    severity: 'error',
    message: '“{siglum}” has two readings in one entry, and nothing tells them apart.',
    help: 'Name the hand (`@hand`), the sequence (`@varSeq`) or the state (`witDetail` with `type="ac"` or `"pc"`) of one of them.',
    explanation:
      'One witness cannot read two things at one place, unless they are of different hands, stages or responsibility. Usually a siglum was left behind when an entry was copied.',
  },
  'witness-in-no-reading': {
    layer: 'rule',
    severity: 'error',
    message: 'This entry does not say what {sigla} read{s}.',
    help: 'Name every witness in each entry, or set `apparatus.policy` to `negative`.',
    explanation:
      'Under a positive apparatus (`apparatus.policy` is `positive` in the config) each entry names every witness that is extant there. Witnesses inside a lacuna need not be named.',
  },
  'reading-in-lacuna': {
    layer: 'rule',
    severity: 'error',
    message: '“{siglum}” has a reading where it has a lacuna.',
    help: 'Move the `{milestone}`, or take the siglum out of this reading.',
    explanation:
      'Between `lacunaStart` and `lacunaEnd`, before `witStart` and after `witEnd` a witness has no text, so it cannot read anything there.',
  },
  'reversed-end-points': {
    layer: 'rule',
    severity: 'error',
    message: 'The entry ends before it begins: `@to` leads to a place before that of `@from`.',
    help: 'Exchange the two, if they were confused.',
    explanation:
      'In the double end-point method `@from` and `@to` mark the beginning and the end of the lemma in the base text.',
  },
  'missing-end-point': {
    layer: 'rule',
    severity: 'error',
    message: 'No element has the id “{id}”, so the entry has no place in the text.',
    help: 'Put an <anchor xml:id="{id}"/> there, or correct the pointer.',
    explanation:
      '`@from` and `@to` of an `app` point to anchors or elements of the base text. An entry whose end points are missing is kept in the apparatus, without a lemma from the text.',
  },
  'divided-end-points': {
    layer: 'rule',
    severity: 'error',
    message: '`@from` and `@to` lead to two files, {from} and {to}.',
    explanation: 'A lemma is one stretch of one text.',
  },
  'empty-entry': {
    layer: 'rule',
    severity: 'warning',
    message: 'The entry has no lemma, no reading and no note.',
    help: 'Fill it or take it out.',
    explanation:
      'An `app` with nothing in it is not valid TEI and prints nothing. An entry that holds only a note is right.',
  },
  'circular-witness-list': {
    layer: 'rule',
    severity: 'error',
    message: 'The witnesses {circle} stand for one another in a circle.',
    help: 'Take out one of the references.',
    explanation:
      'A group of witnesses (`@corresp`, `@sameAs` or `@copyOf` of a `witness`) stands for its members. A group that is a member of itself stands for nothing.',
  },
  'entry-without-lemma': {
    layer: 'rule',
    severity: 'warning',
    message: 'The entry has no <lem>, so the text takes its first reading{more}.',
    help: 'Mark the lemma, or name the base witness in the config (`apparatus.baseWitness`).',
    explanation:
      'In parallel segmentation the text is made of the lemmas. Where there is none, the edition’s base witness gives the text; without one the first reading does, which may not be what the editor meant.',
  },
  'undeclared-method': {
    layer: 'rule',
    severity: 'info',
    message: 'No <variantEncoding> says how the apparatus is encoded; {method} is assumed.',
    help: '<variantEncoding method="{code}" location="{location}"/> in the encodingDesc says so.',
    explanation:
      'Without a declaration, `@from` or `@to` on an entry mean the double end-point method, `@loc` or a place in a `listApp` mean reference by location, and anything else parallel segmentation.',
  },
  'crossing-readings': {
    layer: 'rule',
    severity: 'info',
    message:
      'This entry crosses entry {n}, and {sigla} has a reading in both: its text shows that of entry {n} alone.',
    help: 'Say in one entry what the witness reads over the whole passage.',
    explanation:
      'Entries with two end points may cross, and the apparatus shows each of them. In the text of one witness only one of two crossing readings can take the place of the base text: the one that begins first.',
  },
  'witness-text-unavailable': {
    layer: 'rule',
    severity: 'info',
    message:
      'The text of a single witness cannot be made from this apparatus: {count} of its entries only name{s} their place.',
    explanation:
      'An entry that is referenced by location says what a witness reads near a line, not which words it stands for. The apparatus is shown in full; the texts of the witnesses are not offered.',
  },
} as const satisfies Record<string, Fault>;
