import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { type CitationFormatName, citationFormats } from './formats.ts';
import { withPassage } from './passage.ts';
import type { Citations } from './read-record.ts';
import type { CitationRecord } from './record.ts';
import { toHtml, toText } from './rich-text.ts';
import { defaultStyle, findStyle, meant } from './styles.ts';
import { viewOf } from './view.ts';

/** What to print: a style's wording (`text`, `html`), a format of exchange, or what the header says that no field holds (`report`). */
export interface CiteRequest {
  readonly style?: string;
  readonly format?: string;
  /** The passage cited, as its reference and its address. */
  readonly passage?: { readonly label: string; readonly url: string };
}

/** The words to print, or why there are none. */
export type Cited = { readonly text: string } | { readonly diagnostic: Diagnostic };

/** How to cite a document, as text for a terminal or a file. */
export function cite(citations: Citations, path: string, request: CiteRequest): Cited {
  const format = request.format ?? 'text';
  const record = withPassage(citations.document, request.passage);
  if (format === 'report') return { text: reportOf(citations) };
  if (format === 'text' || format === 'html')
    return styled(record, path, request.style ?? defaultStyle, format);
  if (Object.hasOwn(citationFormats, format))
    return { text: citationFormats[format as CitationFormatName].write([record]) };
  const formats = ['text', 'html', ...Object.keys(citationFormats), 'report'];
  return {
    diagnostic: diagnostic('citation-format-unknown', startOf(path), {
      format,
      meant: meant(format, formats),
      formats: formats.join(', '),
    }),
  };
}

function styled(record: CitationRecord, path: string, wanted: string, format: 'text' | 'html'): Cited {
  const found = findStyle(wanted, startOf(path));
  if (!('style' in found)) return { diagnostic: found };
  const view = viewOf(record);
  const write = format === 'html' ? toHtml : toText;
  const { style } = found;
  const [note, short] = [write(style.note(view)), write(style.short(view))];
  // Author-date styles have one form in the text, first and later.
  const isInText = note === short;
  const wordings = [
    [isInText ? 'In the text' : 'Note', note],
    ['Short', isInText ? '' : short],
    ['Bibliography', write(style.bibliography(view))],
  ].filter(([, words]) => words !== '');
  const isOneForm = new Set(wordings.map(([, words]) => words)).size === 1;
  if (isOneForm) return { text: `${wordings[0]![1]}\n` };
  return { text: wordings.map(([label, words]) => `${label}\n  ${words}\n`).join('\n') };
}

function reportOf({ leftOver }: Citations): string {
  if (leftOver.length === 0) return 'Every fact of the header has a field of the record.\n';
  const lines = leftOver.map(({ at, words }) => `${at}: ${words}`);
  return `Facts of the header that no field of the record holds:\n${[...new Set(lines)].map((line) => `  ${line}\n`).join('')}`;
}
