import { directionOf } from '../edition/languages.ts';
import { childElements, textOf } from '../xml/axes.ts';
import { parseTree } from '../xml/parse-tree.ts';
import { Source } from '../xml/source.ts';
import { attribute, type Element } from '../xml/tree.ts';
import { callEachOnce } from './call-each-once.ts';
import { Flow, inlinesOf } from './flow.ts';
import type { Block, Entry, Note, PrintDocument, Reading, Series } from './print-document.ts';
import { settleReferences } from './settle-references.ts';

const at = (element: Element, name: string): string => attribute(element, name) ?? '';
const named = (element: Element, name: string): Element[] =>
  [...childElements(element)].filter((child) => child.name.local === name);
const first = (element: Element, name: string): Element | undefined => named(element, name)[0];

/** The root of what `print.xsl` gives (docs/print.md describes that XML). Throws on XML that is not of that kind: then the stylesheet has a fault. */
export function parsePrintXml(xml: string): Element {
  const faults: string[] = [];
  const root = parseTree(new Source('print.xml', xml), (fault) =>
    faults.push(fault.message),
  )?.documentElement;
  if (root === undefined || root.name.local !== 'document')
    throw new Error(`The print stylesheet gave no document: ${faults.join('; ')}`);
  return root;
}

/** Makes the print document of what `print.xsl` gives. */
export const readPrintXml = (xml: string): PrintDocument => printDocumentOf(parsePrintXml(xml));

/** Makes the print document of that XML as a tree. */
export function printDocumentOf(given: Element): PrintDocument {
  const root = settleReferences(given);
  const direction = directionOf(at(root, 'language'));
  const title = first(root, 'title');
  const part = (name: string): Block[] => {
    const element = first(root, name);
    return element === undefined ? [] : Flow.blocksOf(element);
  };
  const notes = named(root, 'note').map(noteOf);
  const entries = named(root, 'apparatus-entry').map(entryOf);
  const parents = new Map(named(root, 'apparatus-entry').map((each) => [at(each, 'id'), at(each, 'parent')]));
  const settled = callEachOnce(
    { front: part('front'), body: part('body'), back: part('back') },
    notes,
    entries,
    parents,
    at(root, 'notes-title'),
  );
  return {
    version: 1,
    id: at(root, 'id'),
    language: at(root, 'language'),
    direction,
    title: {
      main: title === undefined ? [] : inlinesOf(first(title, 'main')),
      subtitle: title === undefined ? [] : inlinesOf(first(title, 'subtitle')),
      authors: title === undefined ? [] : named(title, 'author').map((each) => textOf(each)),
      lines: title === undefined ? [] : named(title, 'line').map((each) => inlinesOf(each)),
    },
    running: { left: at(root, 'left'), right: at(root, 'right') },
    date: at(root, 'date'),
    series: seriesFor(root),
    ...settled,
    notes,
    entries,
    indexes: named(root, 'index').map((index) => ({
      id: at(index, 'id'),
      title: at(index, 'title'),
      entries: named(index, 'entry').map((entry) => ({
        id: at(entry, 'id'),
        label: textOf(entry),
        sort: at(entry, 'sort'),
        see: [],
      })),
    })),
    words: {
      contents: at(root, 'contents'),
      notes: at(root, 'notes-title'),
      see: at(root, 'see'),
      seeAlso: at(root, 'see-also'),
    },
  };
}

function noteOf(element: Element): Note {
  const language = attribute(element, 'lang', 'urn:x-variorum:prepared');
  return {
    id: at(element, 'id'),
    ...(at(element, 'i') === '' ? {} : { i: Number(at(element, 'i')) }),
    series: at(element, 'series'),
    n: at(element, 'n'),
    ...(language === undefined ? {} : { language }),
    content: inlinesOf(element),
  };
}

function entryOf(element: Element): Entry {
  const lemma = first(element, 'lemma')!;
  const place = first(lemma, 'place');
  return {
    id: at(element, 'id'),
    ...(at(element, 'i') === '' ? {} : { i: Number(at(element, 'i')) }),
    series: 'apparatus',
    loc: at(element, 'loc'),
    lemma: {
      id: at(lemma, 'id'),
      text: at(lemma, 'text'),
      place: place === undefined ? '' : textOf(place),
      ...saidIn(lemma),
    },
    readings: named(element, 'reading').map((reading) => ({
      id: at(reading, 'id'),
      kind: at(reading, 'kind'),
      ...saidIn(reading),
    })),
    remarks: named(element, 'remark').map((each) => inlinesOf(each)),
    notes: named(element, 'entry-note').map((each) => inlinesOf(each)),
  };
}

/** What is printed of a lemma or a reading. */
function saidIn(element: Element): Pick<Reading, 'content' | 'terms' | 'sigla' | 'remarks'> {
  return {
    content: inlinesOf(first(element, 'words')),
    terms: named(element, 'term').map((each) => textOf(each)),
    sigla: at(element, 'sigla'),
    remarks: named(element, 'remark').map((each) => inlinesOf(each)),
  };
}

/** The bands of a document: its apparatus run in and keyed to lines, each series of notes as blocks with calls; translator before editor. */
function seriesFor(root: Element): Series[] {
  const order = ['translator', 'author', 'source', 'editor'];
  const titles = new Map(named(root, 'note').map((note) => [at(note, 'series'), at(note, 'title')]));
  const band = { marks: 'number', restart: 'document' } as const;
  return [
    { ...band, id: 'apparatus', holds: 'entries', title: '', order: 1, layout: 'run-in', key: 'line' },
    ...[...titles]
      .filter(([id]) => id !== 'apparatus')
      .map(([id, title]): Series => {
        const known = order.indexOf(id);
        return {
          ...band,
          id,
          holds: 'notes',
          title,
          order: known < 0 ? 9 : known + 2,
          layout: 'blocks',
          key: 'mark',
        };
      }),
    ...(titles.has('apparatus')
      ? [
          {
            ...band,
            id: 'apparatus-notes',
            holds: 'notes',
            title: titles.get('apparatus')!,
            order: 8,
            layout: 'blocks',
            key: 'mark',
          } as const,
        ]
      : []),
  ];
}
