import type { Config } from '../config/config.ts';
import type { PreparedEdition } from '../prepare/prepared-edition.ts';
import type { World } from '../world/world.ts';
import type { Transform } from '../xslt/transform.ts';

/** One file of an output: its path below the output folder, with `/`. */
export interface Artifact {
  readonly path: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array;
}

export type Promised = 'text' | 'notes' | 'entries' | 'readings' | 'names' | 'words' | 'calls';

/** What a finished output holds of one document, read back from its bytes: the reading text, and the ids of notes, apparatus entries, readings and tagged names that stand in it as primary occurrences. */
export interface Holding {
  readonly document: string;
  /** Of a page where the document stands beside another: its lines may be parted further, and two parts of one document alternate. */
  readonly isParallel?: boolean;
  readonly text?: string;
  readonly notes?: readonly string[];
  readonly entries?: readonly string[];
  readonly readings?: readonly string[];
  readonly names?: readonly string[];
  /** The words under each id of `notes` and `entries`, as they are shown, without the calls that stand among them. */
  readonly words?: Readonly<Record<'notes' | 'entries', ReadonlyMap<string, string>>>;
  /** Every call of a note or an entry, in the order of the file. */
  readonly calls?: readonly Call[];
  /** Links within the output whose target it does not hold. */
  readonly deadLinks?: readonly string[];
}

/** A call of a note or an entry, by the id as `notes` and `entries` have it. */
export interface Call {
  readonly kind: 'notes' | 'entries';
  readonly id: string;
  /** The last letters of the reading text before it, without white space, at most `reach`; undefined where it stands outside the reading text: in a note, an entry, words left out. */
  readonly after: string | undefined;
}

/** How many letters before a call are compared. */
export const reach = 24;

/** A text without white space and marks: what is compared before a call. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

export interface OutputInput {
  readonly edition: PreparedEdition;
  readonly config: Config;
  readonly world: World;
  readonly transform: Transform;
}

/** One kind of output. The conservation test reads back what each promises. */
export interface Output {
  readonly name: string;
  /** Our stylesheets that it runs for documents: a build loads them while the documents are read. */
  readonly stylesheets?: readonly string[];
  readonly promises: readonly Promised[];
  make(input: OutputInput): Promise<Artifact[]>;
  readBack(artifacts: readonly Artifact[]): Promise<Holding[]>;
}
