import { type DateForm, formatYear } from '../format-date.ts';
import type { Name } from '../record.ts';
import { plain, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';

/** `2` → `2nd ed.`; words stay as they are. */
export function ordinalEdition(edition: string, word = 'ed.'): RichText {
  if (edition === '') return [];
  if (!/^\d+$/.test(edition)) return plain(edition);
  return plain(`${ordinal(Number(edition))} ${word}`);
}

export function ordinal(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** The short title the record gives, else the title up to its colon. */
export function titleForShort({ record, title }: View): string {
  if (record.titleShort !== '') return record.titleShort;
  const main = title.split(/:\s/)[0]!;
  return main.length >= 4 ? main : title;
}

/** `557–580` → `557–80`, `101–108` → `101–8`, `100–104` as it is (The Chicago Manual of Style, 17th edition, 9.61). */
export function chicagoPages(pages: string): string {
  return pages.replace(/\b(\d+)–(\d+)\b/g, (whole, first: string, last: string) => {
    if (first.length !== last.length || first.length < 3 || first.endsWith('00')) return whole;
    const same = [...first].findIndex((digit, n) => digit !== last[n]);
    if (same <= 0) return whole;
    // 101–9 below 110, 1496–500 where three digits change, else two at least.
    const from = first.at(-2) === '0' && same === first.length - 1 ? same : Math.min(same, first.length - 2);
    return first.length === 4 && same === 1 ? whole : `${first}–${last.slice(from)}`;
  });
}

/** Whether a letter bears no title and is named by its correspondents. */
export const isUntitledLetter = ({ record, recipients }: View) =>
  record.title === '' && record.type === 'personal_communication' && recipients.length > 0;

/** Surname or organisation: how a name stands in a reference inside the text. */
export const surname = (name: Name): string =>
  name.kind === 'literal' ? name.literal : [name.particle, name.family].filter(Boolean).join(' ');

/** Names of which the second on are joined with `and`; from `shortenFrom` on the first and `et al.`. */
export function surnames(names: readonly Name[], and: string, shortenFrom = 3): string {
  const all = names.map(surname);
  if (all.length >= shortenFrom) return `${all[0]} et al.`;
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} ${and} ${all.at(-1)}`;
}

/** `557–80`, `101–09`: at least two digits of the second number. */
export function twoDigitPages(pages: string): string {
  return pages.replace(/\b(\d+)–(\d+)\b/g, (whole, first: string, last: string) => {
    if (first.length !== last.length || first.length < 3) return whole;
    const same = [...first].findIndex((digit, n) => digit !== last[n]);
    return same <= 0 ? whole : `${first}–${last.slice(Math.min(same, first.length - 2))}`;
  });
}

/** Those whose names a short reference takes: the authors, else the editors of a whole work. */
export const leadersOf = (view: View): readonly Name[] =>
  view.authors.length > 0 ? view.authors : view.isArchival ? [] : view.editors;

/** A name without given names. */
export const familyOnly = (name: Name): Name =>
  name.kind === 'literal' ? name : { ...name, given: '', suffix: '' };

/** The year of the edition that prints a document, where the document has a date of its own. */
export const editionYear = ({ record }: View, dates: DateForm): string =>
  record.issued === undefined || record.published === undefined ? '' : formatYear(record.published, dates);

/** Whether an organisation publishes what it wrote. */
export const isOwnPublisher = ({ authors, record }: View): boolean =>
  authors.length === 1 && authors[0]!.kind === 'literal' && authors[0]!.literal === record.publisher;
