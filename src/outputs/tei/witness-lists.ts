import type { PreparedDocument } from '../../prepare/prepared-edition.ts';
import { ancestors, descendantElements, isNamed } from '../../xml/axes.ts';
import { XML } from '../../xml/name.ts';
import { attribute } from '../../xml/tree.ts';
import { ownTree } from './edit-xml.ts';

/** A piece of another file that can travel with a document: a register entry, or a whole list of witnesses, whose groups and order mean something. */
export interface Portion {
  readonly document: string;
  readonly tei: string;
}

export interface WitnessList extends Portion {
  readonly ids: ReadonlySet<string>;
}

const witnessTables = new WeakMap<PreparedDocument, readonly WitnessList[]>();

/** The outermost lists of witnesses of a document, with the ids in each. */
export function witnessLists(document: PreparedDocument): readonly WitnessList[] {
  let all = witnessTables.get(document);
  if (all === undefined) {
    all = readWitnessLists(document);
    witnessTables.set(document, all);
  }
  return all;
}

function readWitnessLists({ id, path, tei }: PreparedDocument): readonly WitnessList[] {
  if (!tei.includes('<listWit')) return [];
  return [...descendantElements(ownTree(tei, path))]
    .filter(
      (each) => isNamed(each, 'listWit') && ![...ancestors(each)].some((above) => isNamed(above, 'listWit')),
    )
    .map((list) => {
      const own = [list, ...descendantElements(list)].flatMap(
        (each) => attribute(each, 'id', XML)?.trim() ?? [],
      );
      return { document: id, tei: tei.slice(list.start, list.end), ids: new Set(own) };
    });
}
