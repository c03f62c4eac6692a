import { strFromU8, unzipSync } from 'fflate';
import { parseXhtml, walk, type XhtmlElement } from '../../epub/xhtml.ts';
import type { Call, Holding } from '../output.ts';
import { VisibleText } from '../visible-text.ts';

/** The ids whose bookmarks stand in the footnotes and endnotes that the text of a Word file calls, the words of each, and the calls after the letters of their paragraph. Throws where a part is no well-formed XML. */
export function readDocx(document: string, file: Uint8Array): Holding {
  const parts = unzipSync(file);
  const part = (path: string): XhtmlElement | undefined =>
    parts[path] &&
    parseXhtml(strFromU8(parts[path]), path, ({ message, place }) => {
      throw new Error(`${path}:${place.line}: ${message}`);
    });
  const longNames = new Map(
    below(part('docProps/custom.xml'), 'property').map((property) => [
      property.attributes.get('name') ?? '',
      wordsOf(property, 'lpwstr'),
    ]),
  );
  const idOf = (bookmark: string) =>
    bookmark.startsWith('v__') ? (longNames.get(bookmark) ?? '') : bookmark.slice(2);

  const ids: string[] = [];
  const words = new Map<string, string>();
  const idsOfNote = new Map<string, readonly string[]>();
  const main = part('word/document.xml');
  for (const stream of ['footnote', 'endnote']) {
    const called = new Set(below(main, `${stream}Reference`).map(({ attributes }) => attributes.get('id')));
    for (const note of below(part(`word/${stream}s.xml`), stream)) {
      const number = note.attributes.get('id');
      if (!called.has(number)) continue;
      const own = below(note, 'bookmarkStart')
        .map(({ attributes }) => attributes.get('name') ?? '')
        .filter((name) => name.startsWith('v_'))
        .map(idOf);
      ids.push(...own);
      idsOfNote.set(`${stream} ${number}`, own);
      const runs = below(note, 'r').filter((run) => !isRaised(run));
      for (const id of own) words.set(id, runs.map((run) => wordsOf(run, 't')).join(''));
    }
  }
  const calls: Call[] = [];
  for (const paragraph of below(main, 'p')) {
    const seen = new VisibleText();
    for (const each of walk(paragraph)) {
      if (each.name === 'r' && !isRaised(each)) seen.say(wordsOf(each, 't'));
      const stream = /^(footnote|endnote)Reference$/.exec(each.name)?.[1];
      for (const id of idsOfNote.get(`${stream} ${each.attributes.get('id')}`) ?? [])
        calls.push({ kind: 'notes', id, after: seen.letters }, { kind: 'entries', id, after: seen.letters });
    }
  }
  return {
    document,
    notes: ids,
    entries: ids,
    readings: ids,
    words: { notes: words, entries: words },
    calls,
  };
}

const below = (root: XhtmlElement | undefined, name: string): XhtmlElement[] =>
  root === undefined ? [] : [...walk(root)].filter((each) => each.name === name);

/** Whether a run is the number of a note that is called again. */
const isRaised = (run: XhtmlElement): boolean =>
  below(run, 'vertAlign').length > 0 && /^[0-9]*$/.test(wordsOf(run, 't'));

/** The text in the elements of one name. */
const wordsOf = (root: XhtmlElement, name: string): string =>
  [...walk(root)]
    .filter((each) => each.name === name)
    .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
    .join('');
