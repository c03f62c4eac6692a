/** An edition's settings: `variorum.json` with every default filled in. */
export interface Config {
  /** Title shown for the edition as a whole; default: the only document's title. */
  readonly title: string | undefined;
  /** BCP 47 tag of labels and generated words. */
  readonly language: string;
  /** Globs of the TEI files, from the edition's root. */
  readonly tei: readonly string[];
  readonly output: string;
  readonly outputs: readonly string[];
  readonly schemas: readonly string[];
  readonly baseUrl: string;
  /** Columns of the plain text; 0 for one paragraph a line. */
  readonly textWidth: number;
  readonly rules: Readonly<Record<string, 'off' | 'warning' | 'error'>>;
  /** An editor's own stylesheet for an output, by the output's name. */
  readonly stylesheets: Readonly<Record<string, string>>;
  readonly apparatus: {
    readonly baseWitness: string | undefined;
    readonly policy: 'positive' | 'negative';
    readonly terms: string;
  };
  readonly notes: { readonly numbering: 'document' | 'source' | 'series' };
  /** Settings of the printed page; the print output names their keys. */
  readonly print: Readonly<Record<string, unknown>>;
}
