import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Scope } from '../xml/events.ts';
import type { Name } from '../xml/name.ts';
import type { Declaration, Pattern, Transition } from './pattern.ts';

/** An element that may be what is left out around some of the content. */
export interface Wrapper {
  readonly declaration: Declaration;
  /** Where its own content has come to. */
  readonly state: Pattern;
  /** What may follow it in the parent. */
  readonly after: Pattern;
}

/** Siblings that seem to be left out, and the message about it; it waits in case one of them comes later. */
export interface Missing {
  readonly declarations: readonly Declaration[];
  readonly before: Name;
  readonly diagnostic: Diagnostic;
}

/** A child that may not stand in an element; others of the same name are the same mistake. */
export interface Refused {
  readonly diagnostic: Diagnostic;
  readonly others: Place[];
}

/** An open element. More than one candidate stands in it where several declarations accept its name; the first of equal length are `declarations` and `states`. */
export class Frame {
  name!: Name;
  start = 0;
  end = 0;
  count = 0;
  readonly declarations: Declaration[] = [];
  readonly states: Pattern[] = [];
  /** Whether the content is not checked, because nothing is known of the element. */
  isUnchecked = false;
  /** Whether the parent waits to know which of the candidates were right. */
  transitions: readonly Transition[] | undefined;
  /** Whether text is kept, because a datatype may want the whole of it. */
  keepsText = false;
  text = '';
  /** Where text is kept: the namespaces in scope, for QNames. */
  scope: Scope | undefined;
  textStart = 0;
  textEnd = 0;
  // What follows is used after a fault only.
  hasTextFault = false;
  /** Whether some of the content was not what it should be, so that what is missing may be that. */
  hadFault = false;
  /** Whether the element is not right here itself, so that it is only a guess what it should contain. */
  isGuessed = false;
  wrappers: readonly Wrapper[] | undefined;
  missing: Missing[] | undefined;
  /** By name. */
  refused: Map<string, Refused> | undefined;
  /** A wrong namespace that is read as the right one, here and inside. */
  renamed: { readonly from: string; readonly to: string } | undefined;

  open(name: Name, start: number, end: number, outer: Frame): void {
    this.name = name;
    this.start = start;
    this.end = end;
    this.count = 0;
    this.isUnchecked = false;
    this.transitions = undefined;
    this.keepsText = false;
    this.text = '';
    this.hasTextFault = false;
    this.hadFault = false;
    this.isGuessed = false;
    this.wrappers = undefined;
    this.missing = undefined;
    this.refused = undefined;
    this.renamed = outer.renamed;
  }

  /** One candidate instead of many, with all that any of them allowed. */
  become(declaration: Declaration, state: Pattern): void {
    this.count = 1;
    this.declarations[0] = declaration;
    this.states[0] = state;
  }
}
