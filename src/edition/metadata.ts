import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import { dateOf } from './dates.ts';
import type { EditedDocument } from './edited-document.ts';
import { childrenOf } from './sequence.ts';

/** What a document says of itself in its header, as far as every output needs it; '' where it does not say. */
export interface DocumentMetadata {
  readonly title: string;
  readonly shortTitle: string;
  readonly date: string;
  readonly dateText: string;
  readonly place: string;
  readonly language: string;
}

/** Reads the header of a document: the `titleStmt`, and where and when the text was made (`creation`, `correspDesc`, `origin`). */
export function metadataOf(document: EditedDocument): DocumentMetadata {
  const { names } = document;
  const { lasts, elements } = document.unsettled;
  const header = names.indexOf('teiHeader');
  const end = header < 0 ? -1 : lasts[header]!;
  const find = (from: number, to: number, ...wanted: string[]): number => {
    for (let i = Math.max(from, 0); i <= to; i++) if (wanted.includes(names[i]!)) return i;
    return -1;
  };
  const [title, shortTitle] = titlesOf(document, find(header, end, 'titleStmt'));
  const fallback = title || firstHead(document) || document.id;
  let [date, dateText, place] = ['', '', ''];
  for (const [container, dates, places] of [
    ['creation', 'date origDate', 'placeName origPlace settlement name'],
    ['correspAction', 'date', 'placeName settlement'],
    ['origin', 'origDate date', 'origPlace placeName'],
    ['setting', 'date', 'placeName name'],
    ['bibl', 'date', ''],
  ] as const) {
    const at = header < 0 ? -1 : find(header, end, container);
    if (at < 0) continue;
    const dated = find(at + 1, lasts[at]!, ...dates.split(' '));
    if (date === '' && dated >= 0) {
      date = dateOf(elements[dated]!);
      dateText = document.textOf(dated);
    }
    const placed = places === '' ? -1 : find(at + 1, lasts[at]!, ...places.split(' '));
    if (place === '' && placed >= 0) place = document.textOf(placed);
  }
  return {
    title: fallback,
    shortTitle: shortTitle || fallback,
    date,
    dateText,
    place,
    language: languageOf(document),
  };
}

function titlesOf(document: EditedDocument, titleStmt: number): [title: string, short: string] {
  if (titleStmt < 0) return ['', ''];
  const titles = [...childrenOf(document.unsettled, titleStmt)].filter((i) => document.names[i] === 'title');
  const typed = (...types: string[]) =>
    titles.find((i) => types.includes(attribute(document.unsettled.elements[i]!, 'type') ?? ''));
  // Beside the title of a series or of the whole edition, the document's own is the analytic one.
  const analytic = titles.find((i) => attribute(document.unsettled.elements[i]!, 'level') === 'a');
  const main = typed('main', 'full', 'uniform') ?? analytic ?? typed('') ?? titles[0];
  const short = typed('short', 'abbr', 'abbreviated');
  const text = (i: number | undefined) => (i === undefined ? '' : document.textOf(i));
  return [text(main), text(short)];
}

function firstHead(document: EditedDocument): string {
  const head = document.names.findIndex((name) => name === 'head' || name === 'titlePart');
  return head < 0 ? '' : document.textOf(head);
}

/** The language of the text: `@xml:lang` of `text`, of the root, or what `langUsage` names first. */
function languageOf(document: EditedDocument): string {
  const { names } = document;
  const { elements } = document.unsettled;
  for (const i of [names.indexOf('text'), names.indexOf('body'), 0]) {
    const language = i < 0 ? undefined : attribute(elements[i]!, 'lang', XML);
    if (language !== undefined && language !== '') return language;
  }
  const declared = names.indexOf('language');
  return declared < 0 ? '' : (attribute(elements[declared]!, 'ident') ?? '');
}
