import type { CitationXml } from './parse-citation-xml.ts';
import type { CitationRecord, ItemType } from './record.ts';

/** What `bibl/@type` and the like call things, in lower case. */
const said: Readonly<Record<string, ItemType>> = {
  article: 'article-journal',
  journalarticle: 'article-journal',
  'journal-article': 'article-journal',
  newspaper: 'article-newspaper',
  newspaperarticle: 'article-newspaper',
  magazine: 'article-magazine',
  magazinearticle: 'article-magazine',
  book: 'book',
  monograph: 'book',
  edition: 'book',
  collection: 'book',
  booksection: 'chapter',
  inbook: 'chapter',
  incollection: 'chapter',
  chapter: 'chapter',
  thesis: 'thesis',
  dissertation: 'thesis',
  phdthesis: 'thesis',
  report: 'report',
  letter: 'personal_communication',
  manuscript: 'manuscript',
  ms: 'manuscript',
  web: 'webpage',
  webpage: 'webpage',
  website: 'webpage',
  online: 'webpage',
  entry: 'entry-encyclopedia',
  dictionary: 'entry-encyclopedia',
  encyclopedia: 'entry-encyclopedia',
  encyclopediaarticle: 'entry-encyclopedia',
  archival: 'manuscript',
};

interface Circumstances {
  readonly hasShelfmark: boolean;
  readonly isLetter: boolean;
  readonly sources: readonly CitationRecord[];
}

/** The kind of thing a record describes: what its `@type` says, else what its fields tell. */
export function typeOf(xml: CitationXml, { hasShelfmark, isLetter, sources }: Circumstances): ItemType {
  const has = (name: string) => (xml.fields.get(name)?.length ?? 0) > 0;
  if (xml.attributes.kind === 'document' || xml.attributes.kind === 'part') {
    if (isLetter) return 'personal_communication';
    if (hasShelfmark) return 'manuscript';
    if (sources.some(({ type }) => type === 'book' || type === 'chapter')) return 'book';
    if (has('publisher') && has('publisher-place') && !has('url')) return 'book';
    return has('url') || has('doi') ? 'webpage' : 'document';
  }
  const type = (xml.attributes.type ?? '').toLowerCase();
  if (Object.hasOwn(said, type)) return said[type]!;
  if (has('genre') && xml.fields.get('genre')!.some(({ value }) => /thes|diss|habil/i.test(value)))
    return 'thesis';
  const level = xml.attributes.level ?? '';
  if (level.endsWith('j')) return 'article-journal';
  if (level === 'am' || (level.startsWith('a') && has('container'))) return 'chapter';
  if (has('issue') && has('container')) return 'article-journal';
  if (hasShelfmark) return 'manuscript';
  if (level === 'm' || has('publisher') || has('publisher-place') || has('isbn')) return 'book';
  if (has('url') && !has('page')) return 'webpage';
  return level === 'u' ? 'manuscript' : 'document';
}
