import type { Block, Entry, Inline, Note, PrintDocument, Series } from '../../src/print/print-document.ts';

/** The two bands that most fixtures use: an apparatus run in and keyed to lines, and numbered notes. */
export const bands: readonly Series[] = [
  {
    id: 'apparatus',
    holds: 'entries',
    title: 'Apparatus',
    order: 1,
    layout: 'run-in',
    key: 'line',
    marks: 'number',
    restart: 'document',
  },
  {
    id: 'translator',
    holds: 'notes',
    title: 'Notes',
    order: 2,
    layout: 'blocks',
    key: 'mark',
    marks: 'number',
    restart: 'document',
  },
];

export const words = (value: string): Inline => ({ kind: 'text', text: value });

/** A document with nothing but what is given. */
export const printDocument = (given: Partial<PrintDocument>): PrintDocument => ({
  version: 1,
  id: 'fixture',
  language: 'en',
  direction: 'ltr',
  title: { main: [words('A Fixture')], subtitle: [], authors: [], lines: [] },
  running: { left: 'A Fixture', right: 'A Fixture' },
  date: '2020-01-02',
  series: bands,
  front: [],
  body: [],
  back: [],
  notes: [],
  entries: [],
  indexes: [],
  words: { contents: 'Contents', notes: 'Notes', see: 'see {n}', seeAlso: 'see also {n}' },
  ...given,
});

export interface StressSize {
  readonly paragraphs: number;
  readonly wordsEach: number;
  readonly entriesEach: number;
  /** A note in every so many paragraphs, and how many words it has. */
  readonly noteEvery: number;
  readonly noteWords: number;
  readonly seed?: number;
}

const lexicon =
  'senatus populus imperator consul legio castra hostis bellum pax urbs flumen mons silva agmen equites pedites signum arma victoria fortuna tempus annus dies nox hora annona frumentum navis classis portus insula provincia rex regnum foedus legatus epistula oratio'.split(
    ' ',
  );

/** A generated edition whose every lemma and note is a word of its own, so that each can be found again in a finished file. */
export function stressDocument(size: StressSize): PrintDocument {
  let state = size.seed ?? 7;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const phrase = (count: number) =>
    Array.from({ length: count }, () => lexicon[random(lexicon.length)]!).join(' ');
  const entries: Entry[] = [];
  const notes: Note[] = [];
  const body: Block[] = [];
  for (let p = 0; p < size.paragraphs; p++) {
    if (p % 12 === 0) {
      const text = `Liber ${p / 12 + 1}`;
      body.push({ kind: 'heading', id: `h${p}`, level: 1, content: [words(text)], text });
    }
    const content: Inline[] = [];
    const slice = Math.max(1, Math.floor(size.wordsEach / (size.entriesEach + 1)));
    for (let e = 0; e < size.entriesEach; e++) {
      const n = entries.length + 1;
      const [lemma, id] = [`lemma${n}x`, `app${n}`];
      content.push(
        words(`${phrase(slice)} `),
        { kind: 'entry-start', entry: id },
        words(lemma),
        { kind: 'entry-end', entry: id },
        words(' '),
      );
      entries.push({
        id,
        series: 'apparatus',
        loc: '',
        lemma: { id: '', content: [words(lemma)], text: lemma, place: '', terms: [], sigla: '', remarks: [] },
        readings: [
          {
            id: `${id}r1`,
            kind: 'substantive',
            content: [words(`lectio${n}y`)],
            terms: [],
            sigla: 'A C',
            remarks: [],
          },
          { id: `${id}r2`, kind: 'omission', content: [], terms: ['om.'], sigla: 'B', remarks: [] },
        ],
        remarks: [],
        notes: [],
      });
    }
    content.push(words(phrase(slice)));
    if (size.noteEvery > 0 && p % size.noteEvery === 0) {
      const n = notes.length + 1;
      content.push({ kind: 'note', note: `n${n}` });
      notes.push({
        id: `n${n}`,
        series: 'translator',
        n: String(n),
        content: [words(`nota${n}z ${phrase(size.noteWords)} finis${n}z.`)],
      });
    }
    content.push(words('.'));
    body.push({ kind: 'paragraph', id: `p${p}`, role: 'body', n: '', content });
  }
  return printDocument({ language: 'la', body, notes, entries });
}
