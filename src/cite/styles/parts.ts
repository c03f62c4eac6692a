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
