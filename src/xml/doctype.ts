import type { Place } from '../diagnostics/place.ts';

/** A general or parameter entity that the internal subset declares (XML 1.0 §4.2). */
export interface Entity {
  readonly name: string;
  /** The replacement text; '' for an external entity. */
  readonly text: string;
  /** Where an external entity would be; it is never read. */
  readonly systemId: string | undefined;
  /** Set for an unparsed entity, which may only be named in attributes. */
  readonly notation: string | undefined;
  readonly place: Place;
  isOpen: boolean;
}

/** One attribute of an `<!ATTLIST>` (XML 1.0 §3.3). */
export interface DeclaredAttribute {
  readonly name: string;
  readonly isCdata: boolean;
  /** The default, normalised; undefined for `#REQUIRED` and `#IMPLIED`. */
  readonly value: string | undefined;
  readonly place: Place;
  wasApplied: boolean;
}
