import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';
import type { Edition, Spot } from './edition.ts';
import { childrenOf } from './sequence.ts';

/** One numbered note of a document. */
export interface NoteFound {
  readonly document: EditedDocument;
  readonly i: number;
  readonly n: string;
  readonly series: string;
  readonly responsible: string;
  /** Its calls in text order; none where the note stands at its own place. */
  readonly calls: readonly Spot[];
}

export type Numbering = 'document' | 'series' | 'source';

const series: readonly (readonly [RegExp, string])[] = [
  [/^(?:translator|translators?|translation|translatorial|trans|trl)$/i, 'translator'],
  [/^(?:editor|editors?|editorial|edition|ed|edt|commentary|comment)$/i, 'editor'],
  [/^(?:author|authors?|authorial|aut)$/i, 'author'],
  [/^(?:source|original|orig)$/i, 'source'],
  [/^(?:apparatus|critical|textual|app)$/i, 'apparatus'],
];

/** The running notes of a document, in the order of their calls, numbered by the edition's policy. */
export function notesOf(edition: Edition, document: EditedDocument, numbering: Numbering): NoteFound[] {
  const { names, reading } = document;
  const callsOf = new Map<number, Spot[]>();
  for (const [call, notes] of edition.callsIn(document)) {
    for (const note of notes) {
      if (note.document !== document) continue;
      const list = callsOf.get(note.i);
      if (list === undefined) callsOf.set(note.i, [{ document, i: call }]);
      else list.push({ document, i: call });
    }
  }
  const responsibilities = responsibilitiesOf(document);
  const found: { i: number; at: number; calls: Spot[] }[] = [];
  for (const root of reading.roots) {
    for (let i = root; i <= document.unsettled.lasts[root]!; i++) {
      if (names[i] !== 'note') {
        // What is left out is not read, but for a group of notes: its notes are notes.
        if (reading.lefts.has(i) && names[i] !== 'noteGrp') i = document.unsettled.lasts[i]!;
        continue;
      }
      // A note that is part of an apparatus entry goes with the entry.
      if (reading.lefts.get(i) === 'note' && !document.context.isApparatusPart(i)) {
        const calls = (callsOf.get(i) ?? []).sort((a, b) => a.i - b.i);
        found.push({ i, at: calls[0]?.i ?? i, calls });
      }
    }
  }
  found.sort((a, b) => a.at - b.at || a.i - b.i);
  const counts = new Map<string, number>();
  return found.map(({ i, calls }) => {
    const element = document.unsettled.elements[i]!;
    const responsible = responsibleFor(edition, document, i, responsibilities);
    const kind = seriesOf(attribute(element, 'type') ?? '', attribute(element, 'place'), responsible.role);
    const counter = numbering === 'series' ? kind : '';
    const count = (counts.get(counter) ?? 0) + 1;
    counts.set(counter, count);
    const own = attribute(element, 'n')?.trim() ?? '';
    const n = numbering === 'source' && own !== '' ? own : String(count);
    return { document, i, n, series: kind, responsible: responsible.name, calls };
  });
}

function seriesOf(type: string, place: string | undefined, role: string): string {
  const typed = series.find(([pattern]) => pattern.test(type.trim()))?.[1];
  if (typed !== undefined) return typed;
  const byRole = series.find(([pattern]) => pattern.test(role))?.[1];
  if (byRole !== undefined) return byRole;
  if (role !== '') return 'editor';
  return place === undefined || place === '' ? 'editor' : 'source';
}

export interface Responsibility {
  readonly name: string;
  readonly role: string;
}

/** Who is named in the `titleStmt` and `editionStmt`, by `xml:id` of the name or of its statement. */
export function responsibilitiesOf(document: EditedDocument): Map<string, Responsibility> {
  const found = new Map<string, Responsibility>();
  const { names } = document;
  const { elements, lasts } = document.unsettled;
  const header = names.indexOf('teiHeader');
  if (header < 0) return found;
  const idOf = (i: number) => attribute(elements[i]!, 'id', XML) ?? '';
  for (let i = header; i <= lasts[header]!; i++) {
    const name = names[i]!;
    if (name === 'author' || name === 'editor') {
      const role = name === 'author' ? 'author' : (attribute(elements[i]!, 'role') ?? 'editor');
      for (let at = i; at <= lasts[i]!; at++) {
        if (idOf(at) !== '') found.set(idOf(at), { name: document.textOf(i), role });
      }
    } else if (name === 'respStmt') {
      const children = [...childrenOf(document.unsettled, i)];
      const role = roleOf(
        children
          .filter((child) => names[child] === 'resp')
          .map((child) => `${attribute(elements[child]!, 'key') ?? ''} ${document.textOf(child)}`)
          .join(' '),
      );
      for (const child of children) {
        if (names[child] !== 'resp' && idOf(child) !== '') {
          found.set(idOf(child), { name: document.textOf(child), role });
        }
      }
      if (idOf(i) !== '') {
        const named = children.filter((child) => names[child] !== 'resp');
        found.set(idOf(i), { name: named.map((child) => document.textOf(child)).join(', '), role });
      }
    }
  }
  return found;
}

function roleOf(text: string): string {
  if (/\btrl\b|transl|traduc|übers|перев/i.test(text)) return 'translator';
  if (/\baut\b|\bauthor/i.test(text)) return 'author';
  return 'editor';
}

/** Who answers for an element, by its `@resp`: the names, and what they did. */
export function responsibleFor(
  edition: Edition,
  document: EditedDocument,
  i: number,
  known: ReadonlyMap<string, Responsibility>,
): Responsibility {
  const names: string[] = [];
  let role = '';
  for (const { value, spot } of edition.leadsOf(document, i, 'resp')) {
    const id = value.slice(value.lastIndexOf('#') + 1);
    const here = known.get(id);
    if (here !== undefined && (spot === undefined || spot.document === document)) {
      names.push(here.name);
      role ||= here.role;
    } else if (spot !== undefined) {
      const name = [...childrenOf(spot.document.unsettled, spot.i)].find((child) =>
        /^(?:persName|orgName|name)$/.test(spot.document.names[child]!),
      );
      names.push(spot.document.textOf(name ?? spot.i));
      role ||= 'editor';
    } else if (/^[\p{L}]/u.test(value) && !value.includes(':')) names.push(value);
  }
  return { name: names.join(', '), role };
}
