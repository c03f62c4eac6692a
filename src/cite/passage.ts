import { createHash } from 'node:crypto';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { CitableUnit, EditionIndex, NoteRecord } from '../prepare/edition-index.ts';
import type { CitationRecord } from './record.ts';

/** A passage that can be cited: where it stands, and what its text was when it was cited. */
export interface Passage {
  readonly document: string;
  readonly anchor: string;
  /** How it is called in a citation: `4.3`, or the heading or sign that the structure gives. */
  readonly label: string;
  /** Its address below the edition's, with its hash. */
  readonly route: string;
  /** SHA-256 of its reading text, lower-case hexadecimal. */
  readonly textHash: string;
}

/** How many digits of a hash an address carries: enough that a change is never missed by chance. */
const digits = 16;

/** Finds a passage of a document by its reference, its anchor or its label; else the references that may have been meant. */
export function findPassage(
  index: EditionIndex,
  document: string,
  wanted: string,
): Passage | { readonly meant: readonly string[] } {
  const units = index.units.filter((unit) => unit.document === document);
  const name = wanted.replace(/^#/, '');
  const called = (unit: CitableUnit, label: string): Passage => ({ ...passageOf(unit), label });
  const own = units.find(({ ref }) => ref === name);
  if (own !== undefined) return passageOf(own);
  const byOther = units.find(({ otherReferences }) => otherReferences.includes(wanted));
  if (byOther !== undefined) return called(byOther, wanted);
  const unit = units.find(({ id }) => id === name) ?? units.find(({ label }) => label === wanted);
  if (unit !== undefined) return passageOf(unit);
  const note = index.notes.find((each) => each.document === document && each.id === name);
  if (note !== undefined) return passageOfNote(note);
  const candidates = units.flatMap(({ ref, id, otherReferences }) => [
    ref === '' ? id : ref,
    ...otherReferences,
  ]);
  return { meant: didYouMean(wanted, candidates) };
}

/** The passage of a citable unit. */
export function passageOf(unit: CitableUnit): Passage {
  const { document, id, ref, label, route, textHash } = unit;
  return { document, anchor: id, label: ref || label, route: withHash(route, textHash), textHash };
}

/** A note as a passage of its document; `called` is the word for notes. */
export function passageOfNote(note: NoteRecord, called = 'note {n}'): Passage {
  const { document, id, n, route, text } = note;
  const textHash = createHash('sha256').update(text).digest('hex');
  const label = called.replace('{n}', () => n);
  return { document, anchor: id, label, route: withHash(route, textHash), textHash };
}

function withHash(route: string, textHash: string): string {
  const [page = '', fragment = ''] = route.split('#');
  return `${page}?sha256=${textHash.slice(0, digits)}#${fragment}`;
}

/** What has become of a passage since it was cited. */
export interface PassageCheck {
  /** The address as it was given. */
  readonly address: string;
  readonly state: 'unchanged' | 'changed' | 'gone' | 'without-hash';
  /** The passage as it is now. */
  readonly passage: Passage | undefined;
}

/** Compares each address of a passage in a text (a URL, an annotation, a bibliography) with the edition as it is. */
export function checkPassages(text: string, index: EditionIndex): PassageCheck[] {
  const checks: PassageCheck[] = [];
  const seen = new Set<string>();
  const pages = new Set(index.documents.map(({ route }) => route.split('#')[0]!));
  for (const [address] of text.matchAll(/[^\s"'<>{}()]+\.html\b[^\s"'<>{}()]*/g)) {
    if (seen.has(trimmed(address))) continue;
    seen.add(trimmed(address));
    const found = /([^/?#]+\.html)(?:\?([^#]*))?(?:#(.*))?$/.exec(trimmed(address));
    if (found === null) continue;
    const page = decoded(found[1]!);
    const anchor = decoded(found[3] ?? '');
    if (!pages.has(page) || anchor === '') continue;
    const hash = /(?:^|&)sha256=([0-9a-f]+)/.exec(found[2] ?? '')?.[1] ?? '';
    checks.push(compare(trimmed(address), page, anchor, hash, index));
  }
  return checks;
}

function compare(
  address: string,
  page: string,
  anchor: string,
  hash: string,
  index: EditionIndex,
): PassageCheck {
  const isThere = ({ id, route }: { id: string; route: string }) =>
    id === anchor && route.split('#')[0] === page;
  const unit = index.units.find(isThere);
  const note = unit === undefined ? index.notes.find(isThere) : undefined;
  if (unit === undefined && note === undefined) return { address, state: 'gone', passage: undefined };
  const passage = unit === undefined ? passageOfNote(note!) : passageOf(unit);
  if (hash.length < 8) return { address, state: 'without-hash', passage };
  return { address, state: passage.textHash.startsWith(hash) ? 'unchanged' : 'changed', passage };
}

/** Without the full stop or comma of the sentence around it. */
const trimmed = (address: string) => address.replace(/[.,;:!?»”’]+$/, '');

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The record of a passage: the whole's, with the locator apart and the passage's own address. */
export function withPassage(
  record: CitationRecord,
  passage: { readonly label: string; readonly url: string } | undefined,
): CitationRecord {
  if (passage === undefined) return record;
  return { ...record, locator: passage.label, url: passage.url || record.url };
}
