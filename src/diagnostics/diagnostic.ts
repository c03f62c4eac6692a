import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The stage that found the fault. */
export type Layer = 'xml' | 'schema' | 'schematron' | 'rule' | 'xslt' | 'output' | 'world';

/** One thing that would have been right at the place, the likeliest first. */
export interface Expected {
  readonly kind: 'element' | 'attribute' | 'value' | 'text' | 'end';
  readonly name: string;
  readonly namespace?: string;
  /** What the schema says of it. */
  readonly documentation?: string;
}

/** One finding about an edition, with its exact place and, where there is one, a way out. */
export interface Diagnostic {
  readonly code: string;
  readonly layer: Layer;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly expected?: readonly Expected[];
  readonly place: Place;
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

export type Report = (diagnostic: Diagnostic) => void;
