import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** One run of a stylesheet. XML goes in and comes out as text, so that a job can cross a thread. */
export interface TransformJob {
  /** One of ours by name (`html`, `text`, `citation`, `print`), or the path of an editor's own stylesheet (it ends in `.xsl` or `.xslt`). */
  readonly stylesheet: string;
  /** The source document; without one the initial template `xsl:initial-template` runs. */
  readonly source?: string;
  /** The index, passed as the stylesheet parameter `index` (a document node). */
  readonly index?: string;
  /** Other stylesheet parameters, as strings. One that the stylesheet does not declare is an error. */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What `xsl:message` said: its text, and where it came from when it names an element (`v:i`). */
export interface TransformMessage {
  readonly text: string;
  readonly code?: string;
  readonly i?: number;
  readonly name?: string;
}

export interface TransformResult {
  /** '' after an error, and where an editor's stylesheet makes no page without a source document. */
  readonly principal: string;
  /** Secondary results by their href, as the stylesheet gave it. */
  readonly results: ReadonlyMap<string, string>;
  readonly messages: readonly TransformMessage[];
  /** What is wrong with an editor's own stylesheet. After an error there is no result. */
  readonly diagnostics: readonly Diagnostic[];
}

export type Transform = (job: TransformJob) => Promise<TransformResult>;
