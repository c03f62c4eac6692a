/** One run of a stylesheet. XML goes in and comes out as text, so that a job can cross a thread. */
export interface TransformJob {
  /** One of ours by name (`html`, `text`, `citation`, `print`), or the path of an editor's own stylesheet. */
  readonly stylesheet: string;
  /** The source document; without one the initial template `xsl:initial-template` runs. */
  readonly source?: string;
  /** The index, passed as the stylesheet parameter `index` (a document node). */
  readonly index?: string;
  /** Other stylesheet parameters, as strings. */
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
  readonly principal: string;
  /** Secondary results by their href, resolved against nothing: as the stylesheet gave it. */
  readonly results: ReadonlyMap<string, string>;
  readonly messages: readonly TransformMessage[];
}

export type Transform = (job: TransformJob) => Promise<TransformResult>;
