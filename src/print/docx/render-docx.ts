import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TableOfContents,
  TextRun,
} from 'docx';
import { composeEntry } from '../compose-entry.ts';
import { plainText, walkInlines, walkRuns } from '../inlines.ts';
import { noteNumbers } from '../note-numbers.ts';
import type { PrintOptions } from '../options.ts';
import type { Inline, PrintDocument } from '../print-document.ts';
import { seriesOf } from '../series.ts';
import { docxBlocks } from './docx-blocks.ts';
import { docxRuns, type RunSetting } from './docx-runs.ts';
import { docxStyles } from './docx-styles.ts';
import { settle } from './settle.ts';

/** One note or entry of a stream of Word's notes. */
interface Noted {
  readonly id: string;
  readonly stream: 'footnote' | 'endnote';
  readonly number: number;
  readonly content: readonly Inline[];
  readonly label: string;
  /** Ids that stand in it beside its own: readings. */
  readonly holds: readonly string[];
}

/** Writes a document as a Word file with real footnotes and endnotes and named styles; the same document gives the same bytes. */
export async function renderDocx(document: PrintDocument, options: PrintOptions): Promise<Uint8Array> {
  const numbers = noteNumbers(document, seriesOf(document, options));
  const noted = notesOf(document, options, numbers);
  const names = new Map<string, string>();
  const bookmark = (id: string): string => {
    let name = names.get(id);
    if (name === undefined) {
      const plain = /^[A-Za-z0-9_]{1,38}$/.test(id) ? `v_${id}` : `v__${names.size}`;
      name = plain;
      names.set(id, name);
    }
    return name;
  };
  const setting: RunSetting = {
    bookmark,
    noteOf: (id) => noted.get(id),
    numberOf: (id) => numbers.get(id) ?? '',
    referenced: new Set(referencedIn(document)),
  };
  const isRightToLeft = document.direction === 'rtl';
  const notes = (stream: Noted['stream']) =>
    Object.fromEntries(
      [...noted.values()]
        .filter((each) => each.stream === stream)
        .map((each) => [
          String(each.number),
          {
            children: [
              new Paragraph({
                style: stream === 'footnote' ? 'FootnoteText' : 'EndnoteText',
                suppressLineNumbers: true,
                bidirectional: isRightToLeft,
                children: noteRuns(each, setting),
              }),
            ],
          },
        ]),
    );
  const blocks = [...document.front, ...document.body, ...document.back];
  const opening = [
    ...(options.titlePage ? titlePage(document, setting) : []),
    ...(options.contents && blocks.filter((block) => block.kind === 'heading').length > 1
      ? [new TableOfContents(document.words.contents, { hyperlink: true, headingStyleRange: '1-3' })]
      : []),
  ];
  const children = docxBlocks(blocks, setting, isRightToLeft);
  const [footnotes, endnotes] = [notes('footnote'), notes('endnote')];
  const file = new Document({
    title: plainText(document.title.main),
    creator: document.title.authors.join('; '),
    lastModifiedBy: '',
    styles: docxStyles(options, document.language),
    footnotes,
    endnotes,
    evenAndOddHeaderAndFooters: true,
    customProperties: [...names]
      .filter(([, name]) => name.startsWith('v__'))
      .map(([id, name]) => ({ name, value: id })),
    sections: [
      ...(opening.length > 0
        ? [{ ...sectionOf(document, { ...options, lineNumbers: 'none' }), children: opening }]
        : []),
      { ...sectionOf(document, { ...options, titlePage: false }), children },
    ],
  });
  return settle(new Uint8Array(await Packer.toBuffer(file)), document.date);
}

/** Which notes go to which of Word's two streams: the config says, else entries are footnotes and, beside them, notes endnotes. */
function notesOf(
  document: PrintDocument,
  options: PrintOptions,
  numbers: ReadonlyMap<string, string>,
): Map<string, Noted> {
  const series = seriesOf(document, options);
  const hasEntries = document.entries.length > 0;
  const streams = new Map(
    series.map(
      (each) =>
        [
          each.id,
          options.docxNotes[each.id] ?? (each.holds === 'notes' && hasEntries ? 'endnote' : 'footnote'),
        ] as const,
    ),
  );
  const notes = new Map(document.notes.map((note) => [note.id, note]));
  const entries = new Map(document.entries.map((entry) => [entry.id, entry]));
  const noted = new Map<string, Noted>();
  const counts = { footnote: 0, endnote: 0 };
  const inText: string[] = [];
  for (const { content } of walkRuns([...document.front, ...document.body, ...document.back]))
    for (const inline of walkInlines(content)) {
      if (inline.kind === 'note') inText.push(inline.note);
      else if (inline.kind === 'entry-end') inText.push(inline.entry);
    }
  const ended = new Set(inText);
  for (const id of [...inText, ...document.entries.map((entry) => entry.id).filter((id) => !ended.has(id))]) {
    const [note, entry] = [notes.get(id), entries.get(id)];
    const stream = streams.get((note ?? entry)?.series ?? '');
    if (stream === undefined || noted.has(id)) continue;
    counts[stream]++;
    const number = counts[stream];
    noted.set(id, {
      id,
      stream,
      number,
      content: note?.content ?? composeEntry(entry!, options),
      label: note !== undefined && numbers.get(id) !== String(number) ? (numbers.get(id) ?? '') : '',
      holds:
        entry === undefined
          ? []
          : [entry.lemma.id, ...entry.readings.map((reading) => reading.id)].filter((each) => each !== ''),
    });
  }
  return noted;
}

function noteRuns(noted: Noted, setting: RunSetting): ParagraphChild[] {
  const named = [noted.id, ...noted.holds].map(
    (id) => new Bookmark({ id: setting.bookmark(id), children: [] }),
  );
  const label = noted.label === '' ? [] : [new TextRun({ text: `${noted.label} `, bold: true })];
  return [new TextRun(' '), ...named, ...label, ...docxRuns(noted.content, setting)];
}

function* referencedIn(document: PrintDocument): Generator<string> {
  const contents = [
    ...[...walkRuns([...document.front, ...document.body, ...document.back])].map((run) => run.content),
    ...document.notes.map((note) => note.content),
  ];
  for (const content of contents)
    for (const inline of walkInlines(content)) if (inline.kind === 'reference') yield inline.target;
}

function titlePage(document: PrintDocument, setting: RunSetting): Paragraph[] {
  const { authors, main, subtitle, lines } = document.title;
  return [
    ...authors.map((author) => new Paragraph({ style: 'Author', text: author })),
    new Paragraph({ style: 'Title', children: docxRuns(main, setting) }),
    ...(subtitle.length > 0
      ? [new Paragraph({ style: 'Subtitle', children: docxRuns(subtitle, setting) })]
      : []),
    ...lines.map((line) => new Paragraph({ style: 'Author', children: docxRuns(line, setting) })),
    new Paragraph({ pageBreakBefore: true, children: [] }),
  ];
}

function sectionOf(document: PrintDocument, options: PrintOptions): Omit<ISectionOptions, 'children'> {
  const twips = (points: number) => Math.round(points * 20);
  const page = () => new TextRun({ children: [PageNumber.CURRENT] });
  const header = (title: string) =>
    new Header({
      children: [
        new Paragraph({
          style: 'Header',
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: title, italics: true })],
        }),
      ],
    });
  const footer = () =>
    new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [page()] })] });
  return {
    properties: {
      titlePage: options.titlePage,
      page: {
        size: { width: twips(options.pageSize[0]), height: twips(options.pageSize[1]) },
        margin: {
          left: twips(options.marginInner),
          right: twips(options.marginOuter),
          top: twips(options.marginTop),
          bottom: twips(options.marginBottom),
        },
      },
      ...(options.lineNumbers === 'none'
        ? {}
        : {
            lineNumbers: {
              countBy: Math.max(1, Math.round(options.lineNumberEvery)),
              restart: options.lineNumbers === 'page' ? ('newPage' as const) : ('continuous' as const),
            },
          }),
    },
    headers: { default: header(document.running.right), even: header(document.running.left) },
    footers: { default: footer(), even: footer() },
  };
}
