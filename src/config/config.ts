/** An edition's settings: `variorum.json` with every default filled in (src/config/keys.ts describes each). */
export interface Config {
  readonly title: string | undefined;
  readonly language: string;
  readonly tei: readonly string[];
  readonly output: string;
  readonly outputs: readonly string[];
  readonly schema: readonly string[];
  readonly baseUrl: string;
  readonly text: { readonly width: number };
  readonly reading: { readonly choice: readonly string[] };
  readonly rules: Readonly<Record<string, 'off' | 'warning' | 'error'>>;
  readonly stylesheets: Readonly<Record<string, string>>;
  readonly notes: { readonly numbering: 'document' | 'series' | 'source' };
  readonly apparatus: {
    readonly baseWitness: string | undefined;
    readonly policy: 'negative' | 'positive';
    readonly terms: string;
  };
  /** As written; `src/print/options.ts` reads lengths. */
  readonly print: Readonly<Record<string, unknown>>;
  readonly epub: {
    readonly volumes: 'edition' | 'document';
    readonly cover: string;
    readonly identifier: string;
    readonly pageImages: boolean;
  };
}
