import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { CitableUnit, EditionIndex } from '../prepare/edition-index.ts';
import type { CitationRecord } from './record.ts';

/** A passage that can be cited: where it stands, and what its text was when it was cited. */
export interface Passage {
  readonly document: string;
  readonly anchor: string;
  /** How it is called in a citation: `4.3`, or the heading or sign that the structure gives. */
  readonly label: string;
  /** Its address below the edition's, with its hash. */
  readonly route: string;
  /** SHA-256 of its reading text; '' for a note, whose text the index does not hash. */
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
  const unit =
    units.find(({ ref }) => ref === name) ??
    units.find(({ id }) => id === name) ??
    units.find(({ label }) => label === wanted);
  if (unit !== undefined) return passageOf(unit);
  const note = index.notes.find((each) => each.document === document && each.id === name);
  if (note !== undefined)
    return { document, anchor: note.id, label: `note ${note.n}`, route: note.route, textHash: '' };
  const candidates = units.flatMap(({ ref, id }) => (ref === '' ? [id] : [ref]));
  return { meant: didYouMean(wanted, candidates) };
}

/** The passage of a citable unit. */
export function passageOf(unit: CitableUnit): Passage {
  const [page = '', fragment = ''] = unit.route.split('#');
  return {
    document: unit.document,
    anchor: unit.id,
    label: unit.ref || unit.label,
    route: `${page}?sha256=${unit.textHash.slice(0, digits)}#${fragment}`,
    textHash: unit.textHash,
  };
}

/** A W3C Web Annotation target that finds the passage by its anchor, and by its words where the anchor has gone (Web Annotation Data Model, 4.2). */
export function annotationTarget(
  passage: Passage,
  edition: { readonly url: string; readonly version: string },
  quotation: { readonly exact: string; readonly prefix: string; readonly suffix: string },
): object {
  const page = passage.route.split(/[?#]/)[0]!;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'SpecificResource',
    source: edition.url === '' ? page : new URL(page, edition.url).href,
    selector: [
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: passage.anchor },
      { type: 'TextQuoteSelector', ...quotation },
    ],
    state: { type: 'HttpRequestState', value: `version: ${edition.version}; sha256: ${passage.textHash}` },
  };
}

/** What has become of a passage since it was cited. */
export interface PassageCheck {
  /** The address as it was given. */
  readonly address: string;
  readonly state: 'unchanged' | 'changed' | 'gone' | 'without-hash';
  /** The passage as it is now. */
  readonly passage: Passage | undefined;
}

/** Compares every address of a passage in a text (a URL, an annotation, a bibliography) with the edition as it is. */
export function checkPassages(text: string, index: EditionIndex): PassageCheck[] {
  const checks: PassageCheck[] = [];
  const pages = new Set(index.documents.map(({ route }) => route.split('#')[0]!));
  for (const [address] of text.matchAll(/[^\s"'<>{}()]+\.html\b[^\s"'<>{}()]*/g)) {
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
  const unit = index.units.find(({ id, route }) => id === anchor && route.split('#')[0] === page);
  if (unit === undefined) {
    const note = index.notes.find(({ id, route }) => id === anchor && route.split('#')[0] === page);
    return { address, state: note === undefined ? 'gone' : 'without-hash', passage: undefined };
  }
  const passage = passageOf(unit);
  if (hash.length < 8) return { address, state: 'without-hash', passage };
  return { address, state: unit.textHash.startsWith(hash) ? 'unchanged' : 'changed', passage };
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
