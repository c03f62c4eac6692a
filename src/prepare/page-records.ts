import { type RegisterKind, registerPages } from '../edition/register-kinds.ts';
import { type IdentifiedEntry, registerRoute } from '../edition/routes.ts';
import type { Words } from '../words/words.ts';
import type { DateRecord, DocumentRecord, PageRecord } from './edition-index.ts';

/** What decides which pages an edition has. */
interface Held {
  readonly entries: readonly IdentifiedEntry[];
  readonly documents: readonly DocumentRecord[];
  readonly witnesses: number;
  readonly dates: readonly DateRecord[];
  /** Where the introduction stands; '' where there is none. */
  readonly introduction: string;
}

/** The pages of the whole edition, in the order of the menu; a page that would be empty is not there. */
export function pageRecords(
  { entries, documents, witnesses, dates, introduction }: Held,
  words: Words,
): PageRecord[] {
  const texts = documents.filter((document) => document.kind === 'text');
  const page = (kind: PageRecord['kind'], id: string, title: string, count: number): PageRecord => ({
    id,
    kind,
    lists: '',
    route: `${id}.html`,
    title,
    count,
  });
  const pages: PageRecord[] = [page('contents', 'index', words.contents, texts.length)];
  if (introduction !== '') {
    pages.push({ ...page('introduction', 'introduction', words.introduction, 1), route: introduction });
  }
  if (texts.length > 1) {
    pages.push(page('contents-by-title', 'contents-by-title', words['by-title'], texts.length));
    const placed = texts.filter((document) => document.place !== '').length;
    if (placed > 0) pages.push(page('contents-by-place', 'contents-by-place', words['by-place'], placed));
  }
  for (const kind of Object.keys(registerPages) as RegisterKind[]) {
    const count = entries.filter((entry) => entry.kind === kind).length;
    if (count === 0) continue;
    const id = registerPages[kind];
    pages.push({
      id,
      kind: 'register',
      lists: kind,
      route: registerRoute(kind),
      title: words[id === 'works' ? 'bibliography' : id],
      count,
    });
  }
  if (witnesses > 0) pages.push(page('witnesses', 'witnesses', words.conspectus, witnesses));
  const events = entries.filter((entry) => entry.kind === 'event').length;
  const moments = dates.length + events + texts.filter((document) => document.date !== '').length;
  if (moments > 1) pages.push(page('timeline', 'timeline', words.timeline, moments));
  pages.push(page('search', 'search', words.search, texts.length));
  pages.push(page('about', 'about', words['about-edition'], documents.length));
  pages.push(page('encoding', 'encoding', words.encoding, documents.length));
  return pages;
}
