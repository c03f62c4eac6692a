import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { ancestors } from '../../xml/axes.ts';
import { TEI, XML } from '../../xml/name.ts';
import { attribute, type Element } from '../../xml/tree.ts';

const entries = [
  'person',
  'personGrp',
  'place',
  'org',
  'event',
  'object',
  'nym',
  'bibl',
  'biblStruct',
  'biblFull',
];
const lists = new Set([
  'listPerson',
  'listPlace',
  'listOrg',
  'listEvent',
  'listObject',
  'listNym',
  'listBibl',
]);

/** The entries of registers with an id: members of `listPerson`, `listPlace` … ; of bibliographies only those in `standOff`, where others are lists for reading. */
export function registerEntries(document: CorpusDocument): Element[] {
  return document.elements(...entries).filter((element) => {
    if (!attribute(element, 'id', XML)?.trim()) return false;
    const around = [...ancestors(element)]
      .filter((each) => each.name.namespace === TEI)
      .map((each) => each.name.local);
    if (around.some((local) => entries.includes(local) && !local.startsWith('place'))) return false;
    if (!around.some((local) => lists.has(local))) return false;
    return !element.name.local.startsWith('bibl') || around.includes('standOff');
  });
}
