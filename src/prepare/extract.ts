import { createHash } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { citableUnitsOf } from '../edition/citable-units.ts';
import { dateOf } from '../edition/dates.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import type { Edition } from '../edition/edition.ts';
import { entriesNamedBy, mentionAt, namingElements } from '../edition/mentions.ts';
import { notesOf, responsibilitiesOf } from '../edition/notes.ts';
import { passageTexts } from '../edition/passage-text.ts';
import type { IdentifiedEntry, Routes } from '../edition/routes.ts';
import { annotate } from './annotate.ts';
import type { CitableUnit, DateRecord, Mention, NoteRecord, UnregisteredName } from './edition-index.ts';
import type { SearchFacts } from './search-passages.ts';
import { writeTei } from './write-tei.ts';

/** What one document gives to the whole. */
export interface Extract {
  readonly document: EditedDocument;
  readonly tei: string;
  readonly written: readonly string[];
  readonly mentions: readonly Mention[];
  readonly notes: readonly NoteRecord[];
  readonly units: readonly CitableUnit[];
  readonly dates: readonly DateRecord[];
  readonly unregistered: readonly UnregisteredName[];
  readonly searchFacts: SearchFacts;
}

/** Names proper: what a reader may look for in a register. */
const properNames = new Set(['persName', 'placeName', 'orgName', 'geogName', 'objectName', 'eventName']);

/** Makes the prepared TEI of one document and its part of the index. */
export function extract(
  edition: Edition,
  document: EditedDocument,
  routes: Routes,
  byId: ReadonlyMap<string, IdentifiedEntry>,
  ofApparatus: ReadonlyMap<number, readonly (readonly [string, string])[]>,
  anchored: ReadonlySet<number>,
  config: Config,
): Extract {
  const { anchors, names } = document;
  const notes = notesOf(edition, document, config.notes.numbering);
  const units = citableUnitsOf(document, document.references);
  const named = new Map<number, readonly IdentifiedEntry[]>();
  for (let i = 0; i < names.length; i++) {
    if (!namingElements.has(names[i]!)) continue;
    const entries = entriesNamedBy(edition, routes, byId, document, i);
    if (entries.length > 0) named.set(i, entries);
  }
  const dated = datesOf(document);
  const unregistered = names.flatMap((name, i) =>
    properNames.has(name) && !named.has(i) && isShown(document, i) ? [i] : [],
  );
  const more = new Map<number, readonly (readonly [string, string])[]>(
    [...units.map((unit) => unit.i), ...dated.map(([i]) => i), ...unregistered, ...anchored].map((i) => [
      i,
      [],
    ]),
  );
  for (const [i, pairs] of ofApparatus) more.set(i, pairs);
  const shown = new Set([...named.keys()].filter((i) => isShown(document, i)));
  const { written, anchored: withAnchor } = annotate(document, {
    edition,
    routes,
    notes,
    responsibilities: responsibilitiesOf(document),
    named,
    shown,
    more,
  });
  const routeOf = (i: number) => routes.routeOf({ document, i });

  const texts = passageTexts(document, units);
  const references = new Map<number, string[]>();
  for (const { i, reference } of document.citeStructures.passages)
    references.set(i, [...(references.get(i) ?? []), reference]);
  const unitAt = unitFinder(document, units);
  const mentions: Mention[] = [];
  for (const [i, entries] of named) {
    if (!shown.has(i)) continue;
    const mention = mentionAt(document, i, entries);
    for (const entry of entries) {
      mentions.push({
        entry: entry.id,
        document: document.id,
        anchor: anchors.of(i),
        route: routeOf(i),
        before: mention.before,
        form: mention.form,
        after: mention.after,
        certainty: mention.certainty,
        unit: unitAt(i),
      });
    }
  }
  return {
    document,
    tei: writeTei(document, 0, (i) => written[i]!),
    written,
    mentions,
    notes: notes.map((note) => ({
      id: anchors.of(note.i),
      document: document.id,
      n: note.n,
      series: note.series,
      responsible: note.responsible,
      route: routeOf(note.i),
      calls: note.calls.map((call) => anchors.of(call.i)),
      text: document.textOf(note.i),
    })),
    units: units.map((unit) => ({
      id: anchors.of(unit.i),
      document: document.id,
      ref: unit.ref,
      n: unit.n,
      label: unit.label,
      level: unit.level,
      route: routeOf(unit.i),
      otherReferences: (references.get(unit.i) ?? []).filter((each) => each !== unit.ref),
      textHash: createHash('sha256').update(texts.get(unit.i)!).digest('hex'),
    })),
    dates: dated.map(([i, value]) => {
      const { before, form, after } = mentionAt(document, i, []);
      return { document: document.id, route: routeOf(i), value, before, form, after };
    }),
    unregistered: unregistered.map((i) => ({
      document: document.id,
      route: routeOf(i),
      element: names[i]!,
      form: document.textOf(i),
    })),
    searchFacts: {
      notes: notes.map((note) => note.i),
      anchored: withAnchor,
      entriesAt: (i) => (shown.has(i) ? named.get(i)!.map(({ id }) => id) : []),
    },
  };
}

/** The dates in a text that are normalised and shown, with their values. */
function datesOf(document: EditedDocument): (readonly [i: number, value: string])[] {
  return document.names.flatMap((name, i) => {
    if (name !== 'date' || !isShown(document, i)) return [];
    const value = dateOf(document.unsettled.elements[i]!);
    return value === '' ? [] : [[i, value] as const];
  });
}

/** Mentions count where a page shows them: in running text and its notes, and in the abstract of a text; not in registers and the rest of a header. */
function isShown(document: EditedDocument, i: number): boolean {
  if (document.kind !== 'text') return false;
  for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
    if (document.names[at] === 'abstract') return true;
    if (document.reading.lefts.get(at) === 'data') return false;
  }
  return document.reading.inText[i] === 1;
}

function unitFinder(
  document: EditedDocument,
  units: readonly { i: number; label: string }[],
): (i: number) => string {
  const labels = new Map(units.map((unit) => [unit.i, unit.label]));
  return (i) => {
    for (let at = i; at >= 0; at = document.unsettled.parents[at]!) {
      const label = labels.get(at);
      if (label !== undefined) return label;
    }
    return '';
  };
}
