import type { DocumentRecord, EditionIndex } from './edition-index.ts';

/** Cuts the index into the parts that concern each document: made once for all, so that many documents cost no more than their number. */
export function sliceByDocument(index: EditionIndex): (document: string) => EditionIndex {
  const mentions = grouped(index.mentions);
  const notes = grouped(index.notes);
  const units = grouped(index.units);
  const apparatus = grouped(index.apparatus);
  const entries = new Map(index.registerEntries.map((entry, at) => [entry.id, { entry, at }]));
  const documents = new Map(index.documents.map((document) => [document.id, document]));
  return (document) => {
    const own = mentions.get(document) ?? [];
    const named = [...new Set(own.map((mention) => mention.entry))].flatMap((id) => entries.get(id) ?? []);
    const entriesHere = apparatus.get(document) ?? [];
    return {
      ...index,
      documents: neighbours(documents, document),
      registerEntries: named.sort((a, b) => a.at - b.at).map(({ entry }) => entry),
      mentions: own,
      notes: notes.get(document) ?? [],
      units: units.get(document) ?? [],
      witnesses: entriesHere.length === 0 ? [] : index.witnesses,
      apparatus: entriesHere,
      dates: [],
      unregistered: [],
      principles: [],
      parallels: index.parallels.filter(
        ({ left, right }) => left.document === document || right.document === document,
      ),
    };
  };
}

/** A document's slice knows itself and those beside it, so that a page does not change with the rest of the edition. */
function neighbours(documents: ReadonlyMap<string, DocumentRecord>, id: string): DocumentRecord[] {
  const own = documents.get(id);
  if (own === undefined) return [];
  return [documents.get(own.previous), own, documents.get(own.next)].flatMap((each) => each ?? []);
}

function grouped<T extends { readonly document: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(each.document);
    if (group === undefined) groups.set(each.document, [each]);
    else group.push(each);
  }
  return groups;
}
