import { createRequire } from 'node:module';

/** What we use of `@myriaddreamin/typst-ts-node-compiler` 0.7. */
export interface Typesetter {
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFileContent?: string; mainFilePath?: string }): {
    readonly result: TypesetDocument | null;
    hasError(): boolean;
    takeDiagnostics(): { readonly shortDiagnostics: readonly unknown[] } | null;
  };
  query(document: TypesetDocument, options: { selector: string; field?: string }): unknown[];
  pdf(
    document: TypesetDocument,
    options: { pdfStandard?: string; pdfTags?: boolean; creationTimestamp?: number },
  ): Buffer;
  evictCache(age: number): void;
}

export interface TypesetDocument {
  readonly numOfPages: number;
}

/** The typesetter's machine code for this platform, or nothing where there is none. */
export interface Engine {
  readonly binary: string;
  create(fonts: readonly Buffer[], workspace: string): Typesetter;
}

/** Finds the typesetter; it is loaded here and not before. */
export function loadEngine(): Engine | undefined {
  const require = createRequire(import.meta.url);
  const name = '@myriaddreamin/typst-ts-node-compiler';
  try {
    const library = require(name) as {
      NodeCompiler: { create(options: object): Typesetter };
    };
    const inside = createRequire(require.resolve(name));
    const { optionalDependencies } = inside('./package.json') as {
      optionalDependencies: Record<string, string>;
    };
    for (const platform of Object.keys(optionalDependencies)) {
      try {
        const binary = inside.resolve(platform);
        return {
          binary,
          create: (fonts, workspace) =>
            library.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: [...fonts] }] }),
        };
      } catch {
        // Another platform's package is not installed here.
      }
    }
  } catch {
    // No binary fits this platform, or optional packages were left out.
  }
  return undefined;
}
