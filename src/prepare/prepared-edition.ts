import type { Place } from '../diagnostics/place.ts';
import type { EditionIndex, PageRecord } from './edition-index.ts';
import type { SearchPassage } from './search-passages.ts';

/** One document made ready for rendering. */
export interface PreparedDocument {
  readonly id: string;
  readonly path: string;
  readonly kind: 'text' | 'register';
  /** Prepared TEI, serialised (docs/prepared-tei.md). */
  readonly tei: string;
  /** The slice of the index that concerns it, as XML. */
  readonly index: string;
  /** The slice without what our own pages do not need of it: notes, citable units and names, which they find in the document. */
  readonly leanIndex: string;
  /** The reading text: one paragraph, verse line, item or heading a line, computed from the tree and not by a stylesheet. */
  readonly readingText: string;
  /** What a search finds of it: the passages of its summary, its text and its notes. */
  searchPassages(): readonly SearchPassage[];
  /** The source place of the element numbered `v:i`. */
  placeOf(i: number): Place;
  /** The text of one witness by its id, in the form of the reading text; undefined where the encoding does not give it. */
  textOfWitness(witness: string): string | undefined;
  /** Prepared TEI of the document as one witness has it, for the same stylesheets; undefined where the encoding does not give it. */
  teiOfWitness(witness: string): string | undefined;
}

/** A file of the project that pages link to or show, and where they expect it. */
export interface LinkedFile {
  readonly path: string;
  readonly route: string;
}

/** What outputs are made from. */
export interface PreparedEdition {
  readonly documents: readonly PreparedDocument[];
  readonly index: EditionIndex;
  /** The whole index as XML. */
  readonly indexXml: string;
  /** The index as one of our own pages needs it: dates for the timeline; for the state of the encoding notes, citable units and names without an entry, to count. */
  leanIndexXml(page: PageRecord['kind']): string;
  /** In code-unit order of their paths; an output that makes pages copies them. */
  readonly files: readonly LinkedFile[];
}
