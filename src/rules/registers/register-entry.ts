import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { kindByElement } from '../../edition/register-kinds.ts';
import { ancestors } from '../../xml/axes.ts';
import { TEI, XML } from '../../xml/name.ts';
import { attribute, type Element } from '../../xml/tree.ts';

const lists = new Set('listPerson listPlace listOrg listEvent listObject listNym listBibl'.split(' '));

/** The entries of registers that something could point to: members of `listPerson`, `listPlace` and their like with an id. Of bibliographies only those in `standOff`; elsewhere they are lists for reading. */
export function registerEntries(document: CorpusDocument): Element[] {
  return document.elements(...Object.keys(kindByElement)).filter((element) => {
    const parent = element.parentNode;
    if (parent.nodeType !== 1 || parent.name.namespace !== TEI) return false;
    const kind = kindByElement[element.name.local];
    if (!lists.has(parent.name.local) && kindByElement[parent.name.local] !== kind) return false;
    if (!attribute(element, 'id', XML)?.trim()) return false;
    return kind !== 'work' || [...ancestors(element)].some((each) => each.name.local === 'standOff');
  });
}
