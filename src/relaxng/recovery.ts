import { editDistance } from '../diagnostics/did-you-mean.ts';
import type { Automaton, KnownName } from './automaton.ts';
import { isBlank } from './datatypes/white-space.ts';
import { afterElement, afterText, withoutAttributes } from './derivative.ts';
import type { Explainer } from './explainer.ts';
import { firstOf } from './first.ts';
import type { Frame } from './frame.ts';
import { namesOf } from './name-class.ts';
import type { Declaration, Pattern } from './pattern.ts';

/** How far a misspelt name may be from the one that is meant. */
const near = (name: string) => Math.max(1, Math.floor(name.length / 3));

/** Decides, where a document departs from its schema, what its author may have meant, so that what follows is read in that sense. */
export class Recovery {
  private readonly automaton: Automaton;
  private readonly explainer: Explainer;
  private readonly uses: readonly number[];

  constructor(automaton: Automaton, explainer: Explainer, uses: readonly number[]) {
    this.automaton = automaton;
    this.explainer = explainer;
    this.uses = uses;
  }

  /** A child that may not stand here. Sets what it is taken for. */
  unexpected(parent: Frame, frame: Frame, known: KnownName): void {
    const { automaton, explainer } = this;
    const state = this.joined(parent);
    const { wrapper } = parent;
    if (wrapper !== undefined) {
      const inside = automaton.transition(wrapper.state, known);
      if (inside.declarations.length > 0) {
        wrapper.state = automaton.patterns.choice(inside.next);
        take(frame, inside.declarations);
        return;
      }
      const after = automaton.transition(wrapper.after, known);
      if (after.declarations.length > 0) {
        parent.wrapper = undefined;
        parent.states[0] = automaton.patterns.choice(after.next);
        take(frame, after.declarations);
        return;
      }
    }
    const declarations = automaton.declarationsOf(known);
    if (declarations.length > 0) {
      this.misplaced(parent, frame, state, known, declarations);
      return;
    }
    if (this.renamed(parent, frame, state)) return;
    this.unknown(parent, frame, state);
    explainer.unknownElement(parent, frame, state);
  }

  /** The schema has the element, but not here. */
  private misplaced(
    parent: Frame,
    frame: Frame,
    state: Pattern,
    known: KnownName,
    declarations: readonly Declaration[],
  ): void {
    const { automaton, explainer } = this;
    take(frame, declarations);
    const late = parent.missing?.find((each) => each.declarations.some((one) => declarations.includes(one)));
    if (late !== undefined) {
      parent.missing = parent.missing!.filter((each) => each !== late);
      explainer.late(parent, frame, late.before);
      return;
    }
    const wanted = elementsIn(firstOf([state]));
    const inserted = wanted.filter((each) => {
      const after = afterElement(automaton.patterns, state, each);
      return automaton.transition(after, known).declarations.length > 0;
    });
    if (inserted.length > 0) {
      const after = automaton.patterns.choice(
        inserted.map((each) => afterElement(automaton.patterns, state, each)),
      );
      const { declarations: found, next } = automaton.transition(after, known);
      parent.states[0] = automaton.patterns.choice(next);
      take(frame, found);
      if (parent.hadUnknown) parent.hadUnknown = false;
      else explainer.missingBefore(parent, frame, state, inserted);
      return;
    }
    const wrappers = this.wrappersOf(state, (content) => {
      const { declarations: found, next } = automaton.transition(content, known);
      return found.length === 0 ? undefined : automaton.patterns.choice(next);
    });
    this.wrap(parent, wrappers);
    explainer.misplaced(
      parent,
      frame,
      state,
      wrappers.map((each) => each.declaration),
    );
  }

  /** A name in a wrong namespace is taken for the same name in the right one, with all that it contains. */
  private renamed(parent: Frame, frame: Frame, state: Pattern): boolean {
    const { automaton, explainer } = this;
    const { local, namespace } = frame.name;
    const homes = automaton.namespacesOf(local);
    if (homes.length === 0) return false;
    const fits = (home: string) =>
      automaton.transition(state, automaton.name(home, local)).declarations.length > 0;
    const home = homes.find(fits) ?? homes[0]!;
    const name = automaton.name(home, local);
    const { declarations, next } = automaton.transition(state, name);
    if (declarations.length > 0) {
      parent.states[0] = automaton.patterns.choice(next);
      take(frame, declarations);
    } else take(frame, automaton.declarationsOf(name));
    frame.renamed = { from: namespace, to: home };
    explainer.wrongNamespace(frame, home);
    return true;
  }

  /** A name that the schema does not have is taken for the nearest one. */
  private unknown(parent: Frame, frame: Frame, state: Pattern): void {
    const { automaton } = this;
    const { local } = frame.name;
    const nearest = (candidates: readonly Declaration[]): Declaration | undefined => {
      let best: Declaration | undefined;
      let least = near(local);
      for (const each of candidates) {
        for (const name of namesOf(each.nameClass)) {
          const distance = editDistance(local, name.local, least);
          if (distance > least || (distance === least && best !== undefined)) continue;
          best = each;
          least = distance;
        }
      }
      return best;
    };
    const here = nearest(elementsIn(firstOf([state])));
    if (here !== undefined) {
      parent.states[0] = afterElement(automaton.patterns, state, here);
      take(frame, [here]);
      return;
    }
    const elsewhere = nearest(automaton.declarations);
    parent.hadUnknown = true;
    if (elsewhere !== undefined) take(frame, [elsewhere]);
    else frame.isUnchecked = true;
  }

  /** Text where none may be. */
  text(frame: Frame, value: string, start: number, end: number): void {
    const { automaton, explainer } = this;
    const state = this.joined(frame);
    const { wrapper } = frame;
    if (wrapper !== undefined) {
      const after = afterText(automaton.patterns, wrapper.state);
      if (after !== automaton.patterns.notAllowed) {
        wrapper.state = after;
        return;
      }
    }
    const wrappers = this.wrappersOf(state, (content) => {
      const after = afterText(automaton.patterns, content);
      return after === automaton.patterns.notAllowed ? undefined : after;
    });
    if (frame.hasTextFault) return;
    frame.hasTextFault = true;
    this.wrap(frame, wrappers);
    explainer.text(
      frame,
      state,
      wrappers.map((each) => each.declaration),
      value,
      start,
      end,
    );
  }

  /** The end of an element comes too soon, or its text is not of its datatype. */
  unfinished(frame: Frame, end: number): void {
    const state = this.joined(frame);
    if (frame.wrapper?.after.isNullable === true || frame.hadUnknown) return;
    if (frame.keepsText && !isBlank(frame.text)) this.explainer.content(frame, state);
    else this.explainer.unfinished(frame, state, end);
  }

  /** Elements that may stand here and in which the content would be right, the likeliest first. */
  private wrappersOf(state: Pattern, inside: (content: Pattern) => Pattern | undefined) {
    const { automaton } = this;
    const found: { declaration: Declaration; state: Pattern; after: Pattern }[] = [];
    for (const declaration of elementsIn(firstOf([state]))) {
      if (namesOf(declaration.nameClass).length === 0) continue;
      const content = inside(withoutAttributes(automaton.patterns, declaration.content));
      if (content === undefined) continue;
      found.push({
        declaration,
        state: content,
        after: afterElement(automaton.patterns, state, declaration),
      });
    }
    const uses = (each: { declaration: Declaration }) => this.uses[each.declaration.id]!;
    return found.sort((a, b) => uses(b) - uses(a));
  }

  private wrap(
    frame: Frame,
    wrappers: readonly { declaration: Declaration; state: Pattern; after: Pattern }[],
  ): void {
    const [first] = wrappers;
    if (first !== undefined) frame.wrapper = { ...first };
  }

  /** After a fault, all that any candidate allowed is allowed. */
  private joined(frame: Frame): Pattern {
    if (frame.count > 1) {
      const state = this.automaton.patterns.choice(frame.states.slice(0, frame.count));
      if (frame.transitions === undefined) frame.become(frame.declarations[0]!, state);
      return state;
    }
    return frame.states[0]!;
  }
}

function take(frame: Frame, declarations: readonly Declaration[]): void {
  frame.count = declarations.length;
  for (const [i, each] of declarations.entries()) frame.declarations[i] = each;
}

/** The declarations among leaves. */
export function elementsIn(leaves: readonly Pattern[]): Declaration[] {
  return leaves.flatMap((each) => (each.declaration === undefined ? [] : [each.declaration]));
}
