import {
  BorderStyle,
  HeadingLevel,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { estimateColumns } from '../estimate-columns.ts';
import type { Block, Table as BlockTable, Inline, ParagraphRole } from '../print-document.ts';
import { docxRuns, type RunSetting } from './docx-runs.ts';

const styles: Readonly<Record<ParagraphRole, string>> = {
  body: 'BodyText',
  continued: 'FirstParagraph',
  decision: 'Decision',
  speaker: 'Speaker',
  stage: 'Stage',
  dateline: 'Dateline',
  salute: 'FirstParagraph',
  signed: 'Dateline',
  label: 'Stage',
  caption: 'Stage',
  centered: 'Centered',
  unindented: 'FirstParagraph',
};
const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

/** Blocks as paragraphs and tables of named styles. */
export function docxBlocks(
  blocks: readonly Block[],
  setting: RunSetting,
  isRightToLeft: boolean,
  style?: string,
): (Paragraph | Table)[] {
  return blocks.flatMap((block) => docxBlock(block, setting, isRightToLeft, style));
}

function docxBlock(
  block: Block,
  setting: RunSetting,
  isDocumentRightToLeft: boolean,
  over?: string,
): (Paragraph | Table)[] {
  const bidirectional = block.direction === undefined ? isDocumentRightToLeft : block.direction === 'rtl';
  const named = (content: readonly Inline[], id: string | undefined): ParagraphChild[] => {
    const anchor: Inline[] = id === undefined ? [] : [{ kind: 'anchor', id }];
    return docxRuns([...anchor, ...content], setting, {
      ...(block.language === undefined ? {} : { language: block.language }),
      ...(bidirectional ? { isRightToLeft: true } : {}),
    });
  };
  const paragraph = (content: readonly Inline[], style: string, id = block.id) =>
    new Paragraph({ style: over ?? style, bidirectional, children: named(content, id) });
  const inner = (content: readonly Block[], style?: string) =>
    docxBlocks(content, setting, bidirectional, style ?? over);
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[Math.min(block.level, 6) - 1]!,
          bidirectional,
          children: named(block.content, block.id),
        }),
      ];
    case 'paragraph':
      return [paragraph(block.content, styles[block.role])];
    case 'verse':
      return block.lines.map(
        (line, at) =>
          new Paragraph({
            style: 'Verse',
            bidirectional,
            ...(at === 0 ? { spacing: { before: 120 } } : {}),
            ...(line.indent > 0 ? { indent: { left: 720 + 240 * line.indent, hanging: 480 } } : {}),
            children: named(line.content, line.id),
          }),
      );
    case 'list':
      return block.items.flatMap((item, index) => {
        const label: Inline[] =
          item.label.length > 0
            ? [...item.label, { kind: 'text', text: '\u2002' }]
            : block.style === 'plain' || block.style === 'labelled'
              ? []
              : [{ kind: 'text', text: block.style === 'bulleted' ? '•\u2002' : `${index + 1}.\u2002` }];
        const [first, ...rest] = item.content;
        return first?.kind === 'paragraph'
          ? [paragraph([...label, ...first.content], 'ListItem', item.id), ...inner(rest)]
          : [...(label.length > 0 ? [paragraph(label, 'ListItem', item.id)] : []), ...inner(item.content)];
      });
    case 'table':
      return [
        ...(block.caption.length > 0 ? [paragraph(block.caption, 'Stage')] : []),
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          columnWidths: columnWidths(block, setting),
          visuallyRightToLeft: bidirectional,
          rows: block.rows.map(
            (row) =>
              new TableRow({
                tableHeader: row.isLabel,
                children: (row.cells.length > 0
                  ? row.cells
                  : [{ columns: 1, rows: 1, isLabel: false, content: [] }]
                ).map(
                  (cell) =>
                    new TableCell({
                      columnSpan: cell.columns,
                      rowSpan: cell.rows,
                      children: [
                        new Paragraph({
                          style: 'TableText',
                          bidirectional,
                          children: docxRuns(
                            cell.content,
                            setting,
                            cell.isLabel || row.isLabel ? { bold: true } : {},
                          ),
                        }),
                      ],
                    }),
                ),
              }),
          ),
        }),
        new Paragraph({ children: [] }),
      ];
    case 'minutes':
      if (block.roster.length === 0) return inner(block.content);
      return [
        sideBySide(
          [new Paragraph({ style: 'Roster', bidirectional, children: named(block.roster, block.id) })],
          inner(block.content),
          27,
        ),
      ];
    case 'quotation':
      return inner(block.content, 'Quotation');
    case 'parallel':
      return block.pairs.map((pair) => sideBySide(inner(pair.left), inner(pair.right), 50));
    case 'figure':
      return [
        new Paragraph({
          style: 'Stage',
          children: [
            new TextRun({ text: block.description === '' ? '' : `${block.description} ` }),
            ...named(block.caption, block.id),
          ],
        }),
      ];
    case 'rule':
      return [new Paragraph({ style: 'Centered', text: '* * *' })];
  }
}

/** Padding of a cell in points, both sides of it: Word's own. */
const padding = 10.8;

/** Widths of a table's columns in twips, in the measure of what stands in them. */
function columnWidths(table: BlockTable, { textWidth, noteSize }: RunSetting): number[] {
  const { widths } = estimateColumns(table, noteSize, padding, textWidth);
  const all = widths.reduce((sum, each) => sum + each, 0);
  return widths.map((each) => Math.round((each / all) * textWidth * 20));
}

function sideBySide(left: (Paragraph | Table)[], right: (Paragraph | Table)[], percent: number): Table {
  const cell = (children: (Paragraph | Table)[], size: number) =>
    new TableCell({
      width: { size, type: WidthType.PERCENTAGE },
      borders: noBorders,
      children:
        children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({ children: [] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: noBorders,
    rows: [new TableRow({ children: [cell(left, percent), cell(right, 100 - percent)] })],
  });
}
