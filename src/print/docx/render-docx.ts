import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx';
import { plainText, text, walkBlocks } from '../inlines.ts';
import type { PrintOptions } from '../options.ts';
import type { Block, Inline, PrintDocument } from '../print-document.ts';
import { referenceTargets } from '../reference-targets.ts';
import { docxBlocks } from './docx-blocks.ts';
import { docxNotes, type Noted, noteRuns } from './docx-notes.ts';
import { docxRuns, type RunSetting } from './docx-runs.ts';
import { docxStyles } from './docx-styles.ts';
import { settle } from './settle.ts';

/** Writes a document as a Word file with real footnotes and endnotes and named styles; the same document gives the same bytes. */
export async function renderDocx(document: PrintDocument, options: PrintOptions): Promise<Uint8Array> {
  const noted = docxNotes(document, options);
  const blocks = [...document.front, ...document.body, ...document.back];
  const headings = options.contents
    ? [...walkBlocks(blocks)].filter((block) => block.kind === 'heading' && block.level <= 3)
    : [];
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
  const textWidth = options.pageSize[0] - options.marginInner - options.marginOuter;
  const setting: RunSetting = {
    textWidth,
    noteSize: options.noteSize,
    bookmark,
    noteOf: (id) => noted.notes.get(id),
    numberOf: (id) => noted.numberOf(id),
    referenced: new Set([...referenceTargets(document), ...headings.map(({ id }) => id ?? '')]),
  };
  const isRightToLeft = document.direction === 'rtl';
  const notes = (stream: Noted['stream']) =>
    Object.fromEntries(
      [...noted.notes.values()]
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
  const opening = [
    ...(options.titlePage ? titlePage(document, setting) : []),
    ...(headings.length > 1 ? contents(document, headings, setting) : []),
  ];
  const children = docxBlocks(blocks, setting, isRightToLeft);
  const [footnotes, endnotes] = [notes('footnote'), notes('endnote')];
  const file = new Document({
    title: plainText(document.title.main),
    creator: document.title.authors.join('; '),
    lastModifiedBy: '',
    styles: docxStyles(options, document),
    footnotes,
    endnotes,
    evenAndOddHeaderAndFooters: true,
    hyphenation: { autoHyphenation: options.hyphenate },
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
  return settle(new Uint8Array(await Packer.toBuffer(file)), {
    date: options.date || document.date,
    numberings: noted.numberings,
    textWidth: Math.round(textWidth * 20),
    isRightToLeft,
  });
}

/** The contents as Word's own field, with the headings in it until Word counts their pages. */
function contents(
  document: PrintDocument,
  headings: readonly Block[],
  setting: RunSetting,
): (Paragraph | TableOfContents)[] {
  const entries = headings.flatMap((block) =>
    block.kind === 'heading'
      ? [{ title: block.text, level: block.level, href: setting.bookmark(block.id ?? '') }]
      : [],
  );
  return [
    new Paragraph({
      style: 'ContentsHeading',
      bidirectional: document.direction === 'rtl',
      suppressLineNumbers: true,
      text: document.words.contents,
    }),
    new TableOfContents(document.words.contents, {
      hyperlink: true,
      headingStyleRange: '1-3',
      cachedEntries: entries,
    }),
  ];
}

function titlePage(document: PrintDocument, setting: RunSetting): Paragraph[] {
  const { authors, main, subtitle, lines } = document.title;
  const bidirectional = document.direction === 'rtl';
  const parts: readonly (readonly [string, readonly Inline[]])[] = [
    ...authors.map((author) => ['Author', [text(author)]] as const),
    ['Title', main],
    ...(subtitle.length > 0 ? [['Subtitle', subtitle] as const] : []),
    ...lines.map((line) => ['Author', line] as const),
  ];
  return [
    ...parts.map(
      ([style, content], at) =>
        new Paragraph({
          style,
          bidirectional,
          suppressLineNumbers: true,
          ...(at === 0 ? { spacing: { before: 2400 } } : {}),
          children: docxRuns(content, setting, bidirectional ? { isRightToLeft: true } : {}),
        }),
    ),
    new Paragraph({ pageBreakBefore: true, suppressLineNumbers: true, children: [] }),
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
