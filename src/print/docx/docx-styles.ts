import type { IStylesOptions } from 'docx';
import type { PrintOptions } from '../options.ts';
import type { PrintDocument } from '../print-document.ts';

/** The named styles of a Word file: an editor changes the look of all verse, all notes, all rosters in one place. */
export function docxStyles(options: PrintOptions, { language, direction }: PrintDocument): IStylesOptions {
  const isRightToLeft = direction === 'rtl';
  const size = Math.round(options.fontSize * 2);
  const small = Math.round(options.noteSize * 2);
  // Fonts are the reader's: this one, or a look-alike, is on every machine that opens Word files.
  const font = 'Times New Roman';
  // Said with its rule: without one LibreOffice takes it for a height, and lines of larger type collide.
  const line = { line: Math.round(options.leading * 240 * 0.85), lineRule: 'auto' } as const;
  const noteLine = { line: 220, lineRule: 'auto' } as const;
  const heading = (scale: number) => ({
    run: { font, size: Math.round(size * scale), bold: true, color: '000000' },
    paragraph: { spacing: { ...line, before: 280, after: 140 }, keepNext: true },
  });
  const style = (id: string, name: string, paragraph: object, run: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph,
    run,
  });
  return {
    default: {
      document: {
        run: {
          font,
          size,
          language: { value: language, ...(isRightToLeft ? { bidirectional: language } : {}) },
        },
        paragraph: { spacing: line },
      },
      title: {
        run: { font, size: size * 2, bold: true },
        paragraph: { alignment: 'center', spacing: { ...line, before: 240, after: 240 } },
      },
      heading1: heading(1.3),
      heading2: heading(1.12),
      heading3: { ...heading(1), run: { font, size, italics: true, bold: false, color: '000000' } },
      footnoteText: { run: { font, size: small }, paragraph: { spacing: noteLine } },
      endnoteText: { run: { font, size: small }, paragraph: { spacing: noteLine } },
    },
    paragraphStyles: [
      style('ContentsHeading', 'Contents Heading', { spacing: { before: 280, after: 140 } }, { bold: true }),
      style('Author', 'Title Page', { alignment: 'center', spacing: { after: 80 } }),
      style('Subtitle', 'Subtitle', { alignment: 'center', spacing: { after: 240 } }, { italics: true }),
      style('BodyText', 'Body Text', {
        indent: { firstLine: 240 },
        alignment: options.justify ? 'both' : 'start',
      }),
      style('FirstParagraph', 'First Paragraph', { alignment: options.justify ? 'both' : 'start' }),
      style('Decision', 'Decision', { indent: { left: 240 } }, { italics: true }),
      style('Speaker', 'Speaker', { spacing: { before: 120 }, keepNext: true }, { smallCaps: true }),
      style('Stage', 'Stage Direction', {}, { italics: true }),
      style('Dateline', 'Dateline', { alignment: 'end' }),
      style('Centered', 'Centered', { alignment: 'center' }),
      style('Verse', 'Verse', { indent: { left: 720, hanging: 480 } }),
      style('Quotation', 'Quotation', { indent: { left: 480, right: 480 } }),
      style('ListItem', 'List Item', { indent: { left: 360, hanging: 360 } }),
      style('Roster', 'Roster', {}, { size: small }),
      style('TableText', 'Table Text', {}, { size: small }),
    ],
  };
}
