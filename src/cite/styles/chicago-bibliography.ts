import {
  append,
  capitalised,
  concat,
  italic,
  join,
  link,
  plain,
  quoted,
  type RichText,
} from '../rich-text.ts';
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
  names,
  seriesOf,
  volumes,
  web,
  when,
} from './chicago-parts.ts';
import { chicagoPages } from './parts.ts';

/** The entry of the bibliography: its parts are sentences. */
export const chicagoBibliography = (edition: Edition, view: View): RichText =>
  append(join(partsOf(edition, view), '. '), '.');

function partsOf(edition: Edition, view: View): RichText[] {
  const { record } = view;
  const who = lead(edition, 'bibliography', view);
  const by = helpers(edition, 'bibliography', view);
  const address = link(view.url);
  const published = plain(imprint(edition, view));
  switch (record.type) {
    case 'book':
    case 'report': {
      const numbers = volumes(view, 'bibliography').map(capitalised);
      return [who, italic(view.title), ...by, ...numbers, seriesOf(view), published, address];
    }
    case 'chapter':
    case 'entry-encyclopedia': {
      const book = join(
        [
          concat(plain('In '), italic(record.container)),
          ...volumes(view, 'note'),
          view.editors.length === 0 ? [] : plain(`edited by ${names(edition, view.editors)}`),
          edition.hasChapterPages ? plain(chicagoPages(record.page)) : [],
        ],
        ', ',
      );
      return [who, quoted(view.title), ...by, book, seriesOf(view), published, address];
    }
    case 'article-journal':
      return [who, quoted(view.title), ...by, journal(edition, 'bibliography', view), address];
    case 'article-magazine':
    case 'article-newspaper': {
      const issue = join([italic(record.container), when(view)], ', ');
      return [who, quoted(view.title), ...by, issue, address];
    }
    case 'thesis': {
      const school = plain(`${record.genre || 'PhD diss.'}, ${imprint(edition, view)}`);
      return [who, quoted(view.title), school, address];
    }
    case 'webpage': {
      // The owner of a site stands for an author (17: 14.208).
      const owner = plain(record.container || record.publisher);
      const [first, site] = who.length === 0 ? [owner, []] : [who, owner];
      const rest = [capitalised(when(view)), ...web(view).map(capitalised)];
      return [first, quoted(view.title), ...by, site, ...rest];
    }
    default: {
      // The shelfmark is a sentence of its own; the archive and its place are one.
      const [location, archive, place] = held(view);
      return [
        who,
        capitalised(documentTitle(edition, view)),
        ...by,
        capitalised(when(view)),
        location,
        join([archive, place], ', '),
        host(edition, 'bibliography', view),
        view.isArchival ? [] : plain(record.publisher),
        address,
      ];
    }
  }
}
