import { attribute } from '../xml/tree.ts';
import type { EditedDocument } from './edited-document.ts';
import type { Edition } from './edition.ts';
import type { IdentifiedEntry, Routes } from './routes.ts';
import { STEP } from './sequence.ts';

/** Elements that name something, or describe it, and may point to its register entry. */
export const namingElements: ReadonlySet<string> = new Set(
  `persName placeName orgName objectName eventName rs name geogName settlement country region district bloc date title
  bibl biblStruct term author editor meeting repository publisher roleName addName forename surname material label
  head item objectType`.split(/\s+/),
);

/** A place in a text that names register entries. */
export interface MentionFound {
  readonly document: EditedDocument;
  readonly i: number;
  readonly entries: readonly IdentifiedEntry[];
  readonly before: string;
  readonly form: string;
  readonly after: string;
  readonly certainty: string;
}

const contextLength = 48;

/** The register entries that an element names with `@ref`, `@key` or `@corresp`. */
export function entriesNamedBy(
  edition: Edition,
  routes: Routes,
  byId: ReadonlyMap<string, IdentifiedEntry>,
  document: EditedDocument,
  i: number,
): IdentifiedEntry[] {
  const element = document.unsettled.elements[i]!;
  const found = new Set<IdentifiedEntry>();
  for (const local of ['ref', 'corresp']) {
    if (attribute(element, local) === undefined) continue;
    for (const { spot } of edition.leadsOf(document, i, local)) {
      const entry = spot === undefined ? undefined : routes.entryAt(spot);
      if (entry !== undefined) found.add(entry);
    }
  }
  for (const key of (attribute(element, 'key') ?? '').split(/\s+/)) {
    const entry = key === '' ? undefined : byId.get(key);
    if (entry !== undefined) found.add(entry);
  }
  return [...found];
}

/** Makes the record of a mention, with some words of its surroundings. */
export function mentionAt(
  document: EditedDocument,
  i: number,
  entries: readonly IdentifiedEntry[],
): MentionFound {
  return {
    document,
    i,
    entries,
    before: contextBefore(document, i),
    form: document.textOf(i),
    after: contextAfter(document, i),
    certainty: attribute(document.unsettled.elements[i]!, 'cert') ?? '',
  };
}

function contextBefore(document: EditedDocument, i: number): string {
  const { sequence, reading } = document;
  let text = '';
  for (let at = sequence.starts[i]! - 1; at >= 0 && text.length < contextLength; at--) {
    const step = sequence.steps[at]!;
    const which = step >> 2;
    const kind = step & 3;
    if (kind === STEP.text) text = sequence.texts[which]! + text;
    else if (kind === STEP.end) {
      if (reading.blocks[which] === 1) break;
      text = (reading.afters.get(which) ?? '') + text;
      if (reading.lefts.has(which)) {
        text = (reading.befores.get(which) ?? '') + text;
        at = sequence.starts[which]!;
      }
    } else if (kind === STEP.start) {
      if (reading.blocks[which] === 1 || reading.lefts.has(which)) break;
      text = (reading.befores.get(which) ?? '') + text;
    }
  }
  const flat = text.replace(/\s+/g, ' ').replace(/^ /, '');
  return flat.length <= contextLength ? flat : `…${flat.slice(-contextLength).replace(/^\S*(?=\s)/, '')}`;
}

function contextAfter(document: EditedDocument, i: number): string {
  const { sequence, reading } = document;
  let text = '';
  for (let at = sequence.ends[i]! + 1; at < sequence.steps.length && text.length < contextLength; at++) {
    const step = sequence.steps[at]!;
    const which = step >> 2;
    const kind = step & 3;
    if (kind === STEP.text) text += sequence.texts[which]!;
    else if (kind === STEP.start) {
      if (reading.blocks[which] === 1) break;
      text += reading.befores.get(which) ?? '';
      if (reading.lefts.has(which)) at = sequence.ends[which]! - 1;
    } else if (kind === STEP.end) {
      if (reading.blocks[which] === 1 || reading.lefts.has(which)) {
        if (
          reading.lefts.has(which) &&
          reading.blocks[which] !== 1 &&
          sequence.starts[which]! > sequence.ends[i]!
        ) {
          continue;
        }
        break;
      }
      text += reading.afters.get(which) ?? '';
    }
  }
  const flat = text.replace(/\s+/g, ' ').replace(/ $/, '');
  return flat.length <= contextLength ? flat : `${flat.slice(0, contextLength).replace(/\s\S*$/, '')}…`;
}
