import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import type { Quotation } from '../edition/passage-text.ts';
import { annotationOf } from './annotation.ts';
import { type CitationFormatName, citationFormats } from './formats.ts';
import { type Passage, withPassage } from './passage.ts';
import type { Citations } from './read-record.ts';
import type { CitationRecord } from './record.ts';
import { toText } from './rich-text.ts';
import { formNames, formsOf, styledCitationOf } from './styled-citation.ts';
import { defaultStyle, findStyle, meant } from './styles.ts';
import { viewOf } from './view.ts';

/** What to print: a style's wording (`text`, `html`), a format of exchange, or what the header says that no field holds (`report`). */
export interface CiteRequest {
  readonly style?: string;
  readonly format?: string;
  /** The passage cited, its words, and the address under which the edition's pages stand, or ''. */
  readonly passage?: { readonly found: Passage; readonly quotation: Quotation; readonly baseUrl: string };
}

/** The words to print, or why there are none. */
export type Cited = { readonly text: string } | { readonly diagnostic: Diagnostic };

/** How to cite a document, as text for a terminal or a file. */
export function cite(citations: Citations, path: string, request: CiteRequest): Cited {
  const format = request.format ?? 'text';
  const place = located(request.passage);
  const record = withPassage(citations.document, place);
  if (format === 'report') return { text: reportOf(citations) };
  // A passage has an address of its own, which a style prints in the place of the whole's DOI.
  const worded = (place?.url ?? '') === '' ? record : { ...record, doi: '' };
  if (format === 'annotation') return annotated(worded, path, request);
  if (format === 'text' || format === 'html')
    return styled(worded, path, request.style ?? defaultStyle, format);
  if (Object.hasOwn(citationFormats, format))
    return { text: citationFormats[format as CitationFormatName].write([record]) };
  const formats = ['text', 'html', ...Object.keys(citationFormats), 'annotation', 'report'];
  return {
    diagnostic: diagnostic('citation-format-unknown', startOf(path), {
      format,
      meant: meant(format, formats),
      formats: formats.join(', '),
    }),
  };
}

function located(passage: CiteRequest['passage']): { label: string; url: string } | undefined {
  if (passage === undefined) return undefined;
  const { found, baseUrl } = passage;
  return { label: found.label, url: baseUrl === '' ? '' : new URL(found.route, baseUrl).href };
}

/** A W3C Web Annotation of the passage, whose body is the note that cites it. */
function annotated(record: CitationRecord, path: string, { style, passage }: CiteRequest): Cited {
  const found = findStyle(style ?? defaultStyle, startOf(path));
  if (!('style' in found)) return { diagnostic: found };
  if (passage === undefined)
    return { diagnostic: diagnostic('citation-annotation-without-passage', startOf(path), {}) };
  const { version, versionDate } = record;
  const citation = toText(found.style.note(viewOf(record)));
  const context = { baseUrl: passage.baseUrl, version, versionDate, citation };
  const annotation = annotationOf(passage.found, passage.quotation, context);
  return { text: `${JSON.stringify(annotation, null, 2)}\n` };
}

function styled(record: CitationRecord, path: string, wanted: string, format: 'text' | 'html'): Cited {
  const found = findStyle(wanted, startOf(path));
  if (!('style' in found)) return { diagnostic: found };
  const styledCitation = styledCitationOf(found.name, viewOf(record));
  const forms = formsOf(styledCitation).map(
    ({ form, wording }) => [formNames[form], wording[format]] as const,
  );
  if (forms.length === 1) return { text: `${forms[0]![1]}\n` };
  return { text: forms.map(([label, words]) => `${label}\n  ${words}\n`).join('\n') };
}

function reportOf({ leftOver }: Citations): string {
  if (leftOver.length === 0) return 'Every fact of the header has a field of the record.\n';
  const lines = leftOver.map(({ at, words }) => `${at}: ${words}`);
  return `Facts of the header that no field of the record holds:\n${[...new Set(lines)].map((line) => `  ${line}\n`).join('')}`;
}
