import {
  Bookmark,
  EndnoteReferenceRun,
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  PageReference,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline, Style } from '../print-document.ts';

/** How a run looks, gathered from the inlines around it. */
export type Look = Partial<Record<Style, true>> & {
  readonly language?: string;
  readonly isRightToLeft?: boolean;
};

/** What writing runs needs of the document. */
export interface RunSetting {
  /** The name of the bookmark for an id of the edition. */
  bookmark(id: string): string;
  /** Word's number of the note in its stream, or nothing where the id is unknown. */
  noteOf(id: string): { readonly stream: 'footnote' | 'endnote'; readonly number: number } | undefined;
  /** Number of a note as the edition counts. */
  numberOf(id: string): string;
  /** Ids that something refers to. */
  readonly referenced: ReadonlySet<string>;
  /** In points. */
  readonly textWidth: number;
  readonly noteSize: number;
}

const properties: Readonly<Record<Style, IRunOptions>> = {
  italic: { italics: true, italicsComplexScript: true },
  bold: { bold: true, boldComplexScript: true },
  'small-caps': { smallCaps: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
  underline: { underline: {} },
  strike: { strike: true },
  spaced: { characterSpacing: 30 },
};

const silent = new Set<Inline['kind']>(['entry-start', 'entry-end', 'anchor', 'milestone', 'index-mark']);

/** Inlines as runs of a Word paragraph. */
export function docxRuns(inlines: readonly Inline[], setting: RunSetting, look: Look = {}): ParagraphChild[] {
  let isAfterCall = false;
  return inlines.flatMap((inline): ParagraphChild[] => {
    const follows = isAfterCall;
    // Marks print nothing.
    if (!silent.has(inline.kind)) isAfterCall = false;
    switch (inline.kind) {
      case 'text':
        return [run(inline.text, look)];
      case 'style':
        return docxRuns(inline.content, setting, { ...look, [inline.style]: true });
      case 'language':
        return docxRuns(inline.content, setting, {
          ...look,
          language: inline.language,
          isRightToLeft: inline.direction === 'rtl',
        });
      case 'name': {
        const runs = docxRuns(inline.content, setting, look);
        return setting.referenced.has(inline.id)
          ? [new Bookmark({ id: setting.bookmark(inline.id), children: runs })]
          : runs;
      }
      case 'note':
      case 'entry-end': {
        const found = setting.noteOf(inline.kind === 'note' ? inline.note : inline.entry);
        if (found === undefined) return [];
        isAfterCall = true;
        return [
          // Two calls side by side would read as one number.
          ...(follows ? [new TextRun({ text: ',', superScript: true })] : []),
          found.stream === 'footnote'
            ? new FootnoteReferenceRun(found.number)
            : new EndnoteReferenceRun(found.number),
        ];
      }
      case 'anchor':
        return setting.referenced.has(inline.id)
          ? [new Bookmark({ id: setting.bookmark(inline.id), children: [] })]
          : [];
      case 'reference': {
        // Word can say on which page a place stands, but not on which line.
        if (inline.shows === 'line' && inline.hasOwnWords === false) return [];
        const runs = docxRuns(inline.content, setting, look);
        if (inline.shows === 'page')
          return setting.referenced.has(inline.target)
            ? [...runs, new PageReference(setting.bookmark(inline.target))]
            : runs;
        return inline.shows === 'content' ? runs : [...runs, run(setting.numberOf(inline.target), look)];
      }
      case 'link':
        return [
          new ExternalHyperlink({ link: inline.url, children: docxRuns(inline.content, setting, look) }),
        ];
      case 'break':
        return [new TextRun({ break: 1 })];
      default:
        return [];
    }
  });
}

function run(value: string, look: Look): TextRun {
  const { language, isRightToLeft, ...styles } = look;
  const options: IRunOptions = Object.assign(
    {},
    ...(Object.keys(styles) as Style[]).map((style) => properties[style]),
  );
  return new TextRun({
    ...options,
    text: value.replace(/[^\S\u00A0\u202F]+/gu, ' '),
    ...(isRightToLeft === true ? { rightToLeft: true } : {}),
    ...(language === undefined
      ? {}
      : { language: isRightToLeft === true ? { bidirectional: language } : { value: language } }),
  });
}
