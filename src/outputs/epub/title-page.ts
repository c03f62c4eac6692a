import { type CitationRecord, displayName } from '../../cite/record.ts';
import type { BookMetadata, BookPage } from '../../epub/book.ts';
import { element, type XhtmlElement } from '../../epub/xhtml.ts';
import type { Words } from '../../words/words.ts';

/** The title page: makers, title, who did what else, where and when it was published, rights. */
export function titlePage(
  metadata: BookMetadata,
  records: readonly CitationRecord[],
  words: Words,
  language: string,
): BookPage {
  const line = (name: string, text: string, kind: string): XhtmlElement[] =>
    text.trim() === '' ? [] : [element(name, { class: kind, dir: 'auto' }, [text])];
  const said = new Set<string>();
  const labels: Readonly<Record<string, string>> = {
    edt: words.editor,
    trl: words.translator,
    fnd: words.funder,
    spn: words.sponsor,
    rth: words.principal,
  };
  for (const { responsibilities } of records)
    for (const { name, said: what, role } of responsibilities)
      if (what !== '' && !['author', 'sender', 'recipient'].includes(role))
        said.add(`${what}: ${displayName(name)}`);
  const spoken = [...said];
  for (const { name, role } of [...metadata.creators, ...metadata.contributors])
    if (role !== 'aut' && !spoken.some((each) => each.endsWith(`: ${name}`)))
      spoken.push(labels[role] === undefined ? name : `${labels[role]}: ${name}`);
  const authors = metadata.creators.filter(({ role }) => role === 'aut');
  const body = element('body', { class: 'titlepage' }, [
    element('section', { 'epub:type': 'titlepage' }, [
      ...authors.slice(0, 12).flatMap(({ name }) => line('p', name, 'author')),
      element('h1', { dir: 'auto' }, [metadata.title]),
      ...spoken.slice(0, 40).flatMap((each) => line('p', each, 'responsibility')),
      ...line(
        'p',
        [metadata.publisher, metadata.published.slice(0, 4)].filter((each) => each !== '').join(', '),
        'imprint',
      ),
      ...metadata.rights.flatMap((each) => line('p', each, 'rights')),
    ]),
  ]);
  return { route: 'title-page', kind: 'front', document: '', title: metadata.title, language, body };
}
