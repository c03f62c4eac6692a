import { formatNames } from '../format-names.ts';
import { append, concat, italic, join, link, plain, quoted, type RichText } from '../rich-text.ts';
import type { View } from '../view.ts';
import {
  documentTitle,
  type Edition,
  held,
  helpers,
  host,
  imprint,
  journal,
  lead,
  nameForm,
  names,
  seriesOf,
  volumes,
  web,
  when,
} from './chicago-parts.ts';
import { chicagoPages, familyOnly, isUntitledLetter, leadersOf, titleForShort } from './parts.ts';

/** The full note: its parts separated by commas, the facts of publication in brackets. */
export function chicagoNote(edition: Edition, view: View): RichText {
  const who = lead(edition, 'note', view);
  // A letter without a title is named by its two correspondents (17: 14.111).
  const addressees = isUntitledLetter(view) ? plain(names(edition, view.recipients)) : [];
  return append(join([join([who, addressees], ' to '), ...partsOf(edition, view)], ', '), '.');
}

function partsOf(edition: Edition, view: View): RichText[] {
  const { record } = view;
  const at = plain(record.locator);
  const by = helpers(edition, 'note', view);
  const address = link(view.url);
  const published = plain(` (${imprint(edition, view)})`);
  switch (record.type) {
    case 'book':
    case 'report': {
      const title = join([italic(view.title), ...by, ...volumes(view, 'note'), seriesOf(view)], ', ');
      return [concat(title, published), at, address];
    }
    case 'chapter':
    case 'entry-encyclopedia': {
      const book = join(
        [
          concat(plain('in '), italic(record.container)),
          ...volumes(view, 'note'),
          view.editors.length === 0 ? [] : plain(`ed. ${names(edition, view.editors)}`),
          seriesOf(view),
        ],
        ', ',
      );
      const pages = plain(edition.hasChapterPages ? chicagoPages(record.page) : '');
      const cited = record.locator === '' ? pages : at;
      return [quoted(view.title), ...by, concat(book, published), cited, address];
    }
    case 'article-journal':
      return [quoted(view.title), ...by, journal(edition, 'note', view), address];
    case 'article-magazine':
    case 'article-newspaper':
      return [quoted(view.title), ...by, italic(record.container), when(view), at, address];
    case 'thesis': {
      const school = plain(` (${record.genre || 'PhD diss.'}, ${imprint(edition, view)})`);
      return [concat(quoted(view.title), school), at, address];
    }
    case 'webpage':
      return [
        quoted(view.title),
        ...by,
        plain(record.container || record.publisher),
        when(view),
        at,
        ...web(view),
      ];
    default:
      return [
        isUntitledLetter(view) ? [] : documentTitle(edition, view),
        ...by,
        when(view),
        ...held(view),
        host(edition, 'note', view),
        view.isArchival ? [] : plain(record.publisher),
        at,
        address,
      ];
  }
}

/** The note of every later citation: family names, short title, passage (17: 14.30). */
export function chicagoShort(edition: Edition, view: View): RichText {
  const { record } = view;
  const form = nameForm(edition, 'note');
  const isUnled = view.isArchival || record.type === 'article-journal';
  const people = view.authors.length > 0 || !isUnled ? leadersOf(view) : [];
  const leaders = people.length > 0 || isUnled ? people : view.translators;
  const who = plain(formatNames(leaders.map(familyOnly), form));
  const at = plain(record.locator);
  if (isUntitledLetter(view)) {
    const addressees = plain(formatNames(view.recipients.map(familyOnly), form));
    return append(join([join([who, addressees], ' to '), at], ', '), '.');
  }
  const title = titleForShort(view);
  const isBook = record.type === 'book' || record.type === 'report';
  return append(join([who, isBook ? italic(title) : quoted(title), at], ', '), '.');
}
