import type { Layer, Severity } from './diagnostic.ts';

/** What the catalogue says of one kind of fault. `{hole}` in a message or help is filled where the fault is reported. */
export interface Fault {
  readonly layer: Layer;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  /** Markdown for the reference: why it matters, how to mend it. */
  readonly explanation: string;
}

export type HolesOf<Text> = Text extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | HolesOf<Rest>
  : never;
