/** What a paged renderer found: where every note, entry and heading of the document came to stand in the finished file. */
export interface LayoutReport {
  readonly version: 1;
  readonly document: string;
  readonly pages: number;
  /** Times the pages were set until nothing moved; 1 where a file is exact at once. */
  readonly passes: number;
  readonly notes: readonly {
    readonly id: string;
    readonly page: string;
    readonly key: string;
    readonly text: string;
  }[];
  readonly entries: readonly {
    readonly id: string;
    readonly page: string;
    /** The key as printed. */
    readonly key: string;
    readonly lemma: string;
    /** Ids of its readings. */
    readonly readings: readonly string[];
    readonly text: string;
  }[];
  readonly headings: readonly { readonly id: string; readonly page: string; readonly text: string }[];
}
