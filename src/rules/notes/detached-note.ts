import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { ancestors, childElements } from '../../xml/axes.ts';
import { attribute, type Element } from '../../xml/tree.ts';

const ofNotes = /note|anm|notizen|remarque|примеч/i;

/** The notes of a document that stand away from their place in the text: in `noteGrp`, in a division or list of notes, in `standOff`. Any other note is its own call. */
export function detachedNotes(document: CorpusDocument): Element[] {
  return document.elements('note').filter(isDetached);
}

function isDetached(note: Element): boolean {
  const parent = note.parentNode;
  if (parent.nodeType !== 1) return false;
  const { local } = parent.name;
  const isUnder = (name: string) => [...ancestors(note)].some((each) => each.name.local === name);
  if (!isUnder('text') && !isUnder('standOff')) return false;
  if (local === 'noteGrp') return isUnder('back') || isUnder('standOff');
  if (local === 'standOff' || local === 'listAnnotation') return true;
  if (!isUnder('back')) return false;
  if (['div', 'div1', 'div2', 'div3', 'list', 'item'].includes(local)) {
    const holder = local === 'item' && parent.parentNode.nodeType === 1 ? parent.parentNode : parent;
    if (ofNotes.test(attribute(holder, 'type') ?? '')) return true;
    return childElements(holder).every((each) =>
      ['note', 'head', 'pb', 'lb', 'milestone'].includes(each.name.local),
    );
  }
  return local === 'back';
}
