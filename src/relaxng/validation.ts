import type { Report } from '../diagnostics/diagnostic.ts';
import type { Attribute, Handler, Scope } from '../xml/events.ts';
import type { Name } from '../xml/name.ts';
import type { Source } from '../xml/source.ts';
import type { Automaton, KnownName } from './automaton.ts';
import { isBlank } from './datatypes/white-space.ts';
import { afterText } from './derivative.ts';
import { Explainer } from './explainer.ts';
import { Frame } from './frame.ts';
import { IdCheck } from './id-check.ts';
import type { Declaration, Pattern, Transition } from './pattern.ts';
import { Recovery } from './recovery.ts';
import { matchesString } from './string-match.ts';
import { TagCheck } from './tag-check.ts';
import { unparsedEntitiesOf } from './unparsed-entities.ts';

/**
 * One document against a schema, as its events come. What is kept grows with the depth of the
 * document and the number of its ids. After a fault it goes on as if the fault were mended, so
 * that one mistake is told once. Call `finish` when no more events come.
 */
export class Validation implements Handler {
  private readonly automaton: Automaton;
  private readonly source: Source;
  private readonly ids: IdCheck | undefined;
  private readonly startTags: TagCheck;
  private readonly explainer: Explainer;
  private readonly recovery: Recovery;
  private readonly frames: Frame[] = [new Frame()];
  private depth = 0;
  private readonly uses: number[];

  constructor(automaton: Automaton, source: Source, report: Report) {
    this.automaton = automaton;
    this.source = source;
    this.uses = new Array(automaton.declarations.length).fill(0);
    this.explainer = new Explainer(automaton, source, this.uses, report);
    this.recovery = new Recovery(automaton, this.explainer, this.uses);
    this.ids = automaton.checksIds ? new IdCheck(this.explainer) : undefined;
    this.startTags = new TagCheck(automaton, this.explainer, this.ids);
    const root = this.frames[0]!;
    root.count = 1;
    root.states[0] = automaton.start;
  }

  /** Reports what waited for the end of the document, or of what could be read of it. */
  finish(): void {
    for (let depth = this.depth; depth >= 0; depth--) this.explainer.flush(this.frames[depth]!);
    if (this.depth === 0) this.ids?.finish();
  }

  /** What may come next at the point that was reached, for every candidate. */
  get states(): readonly Pattern[] {
    const frame = this.frames[this.depth]!;
    return frame.isUnchecked ? [] : frame.states.slice(0, frame.count);
  }

  /** How often each declaration was met. */
  get usesSoFar(): readonly number[] {
    return this.uses;
  }

  /** What a child element of a name could be at the point that was reached. */
  candidates(name: KnownName): readonly Declaration[] {
    const found = new Set(
      this.states.flatMap((state) => this.automaton.transition(state, name).declarations),
    );
    return found.size > 0 ? [...found] : this.automaton.declarationsOf(name);
  }

  doctype(
    _name: string,
    _publicId: string | undefined,
    _systemId: string | undefined,
    start: number,
    end: number,
  ): void {
    this.startTags.entities = unparsedEntitiesOf(this.source.text.slice(start, end));
  }

  startElement(name: Name, attributes: readonly Attribute[], scope: Scope, start: number, end: number): void {
    const parent = this.frames[this.depth]!;
    this.depth++;
    let frame = this.frames[this.depth];
    if (frame === undefined) {
      frame = new Frame();
      this.frames.push(frame);
    }
    frame.open(name, start, end, parent);
    if (parent.keepsText) this.leaveText(parent);
    let known = this.startTags.nameOf(name);
    if (parent.renamed !== undefined && name.namespace === parent.renamed.from)
      known = this.automaton.name(parent.renamed.to, name.local);

    if (parent.isUnchecked) {
      const declarations = this.automaton.declarationsOf(known);
      if (declarations.length === 0) frame.isUnchecked = true;
      else this.candidate(frame, declarations);
    } else if (parent.count === 1 && parent.wrappers === undefined) {
      const { declarations, next } = this.automaton.transition(parent.states[0]!, known);
      if (declarations.length === 1) {
        parent.states[0] = next[0]!;
        this.candidate(frame, declarations);
      } else this.several(parent, frame, known);
    } else this.several(parent, frame, known);

    if (parent.missing !== undefined) this.recovery.cameAfterAll(parent, frame);
    if (frame.count === 1 && !frame.isGuessed) {
      this.uses[frame.declarations[0]!.id]!++;
      this.startTags.one(frame, attributes, scope);
    } else if (!frame.isUnchecked) this.startTags.several(frame, attributes, scope);
  }

  endElement(): void {
    const frame = this.frames[this.depth]!;
    this.depth--;
    if (frame.isUnchecked) {
      this.explainer.flush(frame);
      if (frame.transitions !== undefined) this.settle(this.frames[this.depth]!, frame);
      return;
    }
    const { text, keepsText, count, states } = frame;
    if (count === 1 && !keepsText && states[0]!.isNullable && frame.wrappers === undefined) {
      if (frame.missing !== undefined || frame.refused !== undefined) this.explainer.flush(frame);
      if (frame.transitions === undefined) return;
    }
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const state = states[i]!;
      const isRight = keepsText
        ? (state.isNullable && isBlank(text)) ||
          matchesString(this.automaton.patterns, state, text, this.context(frame))
        : state.isNullable;
      if (!isRight) continue;
      frame.declarations[kept] = frame.declarations[i]!;
      kept++;
    }
    if (kept === 0) this.recovery.unfinished(frame);
    else frame.count = kept;
    this.explainer.flush(frame);
    if (frame.transitions !== undefined) this.settle(this.frames[this.depth]!, frame);
  }

  text(value: string, start: number, end: number): void {
    const frame = this.frames[this.depth]!;
    if (frame.isUnchecked) return;
    if (frame.keepsText) {
      if (frame.text === '') frame.textStart = start;
      frame.text += value;
      frame.textEnd = end;
    } else if (!isBlank(value)) this.content(frame, value, start, end);
  }

  private candidate(frame: Frame, declarations: readonly Declaration[]): void {
    frame.count = declarations.length;
    for (let i = 0; i < declarations.length; i++) frame.declarations[i] = declarations[i]!;
  }

  /** A child where its parent, or it itself, may be several things. */
  private several(parent: Frame, frame: Frame, known: KnownName): void {
    const transitions: Transition[] = [];
    for (let i = 0; i < parent.count; i++)
      transitions.push(this.automaton.transition(parent.states[i]!, known));
    if (transitions.every((each) => each.declarations.length === 0)) {
      this.recovery.unexpected(parent, frame, known);
      return;
    }
    if (parent.wrappers !== undefined) this.recovery.alsoWithin(parent, known);
    let kept = 0;
    for (const [i, transition] of transitions.entries()) {
      if (transition.declarations.length === 0) continue;
      parent.declarations[kept] = parent.declarations[i]!;
      parent.states[kept] = parent.states[i]!;
      transitions[kept] = transition;
      kept++;
    }
    parent.count = kept;
    transitions.length = kept;
    this.candidate(frame, [...new Set(transitions.flatMap((each) => each.declarations))]);
    frame.transitions = transitions;
    if (frame.count === 1) this.settle(parent, frame);
  }

  /** Moves the parent on by those candidates of its child that were right. */
  private settle(parent: Frame, frame: Frame): void {
    const right = new Set(frame.declarations.slice(0, frame.count));
    let kept = 0;
    for (const [i, { declarations, next }] of frame.transitions!.entries()) {
      const state = this.automaton.patterns.choice(
        next.filter((_, index) => right.has(declarations[index]!)),
      );
      if (state === this.automaton.patterns.notAllowed) continue;
      parent.declarations[kept] = parent.declarations[i]!;
      parent.states[kept] = state;
      kept++;
    }
    parent.count = kept;
    frame.transitions = undefined;
  }

  /** A child element comes: kept text was not a value, so it must be allowed beside elements. */
  private leaveText(frame: Frame): void {
    frame.keepsText = false;
    const { text } = frame;
    frame.text = '';
    if (!isBlank(text)) this.content(frame, text, frame.textStart, frame.textEnd);
  }

  private content(frame: Frame, value: string, start: number, end: number): void {
    const { patterns } = this.automaton;
    if (frame.count === 1) {
      const after = afterText(patterns, frame.states[0]!);
      if (after === patterns.notAllowed) this.recovery.text(frame, value, start, end);
      else frame.states[0] = after;
      return;
    }
    const after = frame.states.slice(0, frame.count).map((each) => afterText(patterns, each));
    if (after.every((each) => each === patterns.notAllowed)) {
      this.recovery.text(frame, value, start, end);
      return;
    }
    let kept = 0;
    for (const [i, state] of after.entries()) {
      if (state === patterns.notAllowed) continue;
      frame.declarations[kept] = frame.declarations[i]!;
      frame.states[kept] = state;
      kept++;
    }
    frame.count = kept;
  }

  private context(frame: Frame) {
    return this.startTags.contextOf(frame.scope!);
  }
}
