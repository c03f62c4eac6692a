import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { World } from '../world/world.ts';
import type { CompiledStylesheet, StylesheetError } from './engine.ts';

/** Where stylesheets come from; `root` is the edition's folder, in whose `.variorum` compiled ones are kept. */
export type StylesheetWorld = Pick<World, 'read'> & { readonly root?: string };

/** A stylesheet ready to run. */
export interface Loaded {
  /** Undefined where the stylesheet has an error. */
  readonly compiled: CompiledStylesheet | undefined;
  readonly parameters: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it runs without a source document. */
  readonly makesPages: boolean;
  /** Of an editor's own stylesheet: what its failure says, and where. */
  readonly explain?: (error: StylesheetError) => Diagnostic;
}
