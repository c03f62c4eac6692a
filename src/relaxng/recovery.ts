import type { Automaton, KnownName } from './automaton.ts';
import { isBlank } from './datatypes/white-space.ts';
import { afterElement, afterText, withoutAttributes } from './derivative.ts';
import type { Explainer } from './explainer.ts';
import { firstOf } from './first.ts';
import type { Frame, Wrapper } from './frame.ts';
import { describe, namesOf } from './name-class.ts';
import type { Declaration, Pattern, Transition } from './pattern.ts';

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
    const declarations = automaton.declarationsOf(known);
    if (parent.isGuessed) {
      parent.isUnchecked = true;
      this.lax(frame, declarations);
      return;
    }
    if (parent.wrappers !== undefined && this.unwrap(parent, frame, known)) return;
    if (explainer.refusesAgain(parent, frame)) {
      this.lax(frame, declarations);
      frame.isGuessed = true;
      return;
    }
    const state = this.joined(parent);
    if (declarations.length > 0) this.misplaced(parent, frame, state, known, declarations);
    else if (!this.renamed(parent, frame, state)) {
      parent.hadFault = true;
      const here = this.nearest(frame.name.local, elementsIn(firstOf([state])));
      const candidates = here.length > 0 ? here : this.nearest(frame.name.local, automaton.declarations);
      this.lax(frame, candidates);
      frame.isGuessed = true;
      if (here.length > 0) this.waitFor(parent, frame, state, here);
      explainer.unknownElement(parent, frame, state, candidates[0]);
    }
  }

  /** A child that is right where it stands may also be right within what seems to be missing around others. */
  alsoWithin(parent: Frame, known: KnownName): void {
    const wrappers = moved(parent.wrappers!, (content) =>
      this.next(this.automaton.transition(content, known)),
    );
    parent.wrappers = wrappers.length > 0 ? wrappers : undefined;
  }

  /** An element whose absence was noticed, and that comes now: it only stands too late. */
  cameAfterAll(parent: Frame, frame: Frame): void {
    const mine = frame.declarations.slice(0, frame.count);
    const late = parent.missing?.find((each) => each.declarations.some((one) => mine.includes(one)));
    if (late === undefined) return;
    parent.missing = parent.missing!.filter((each) => each !== late);
    this.explainer.late(parent, frame, late.before);
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
    this.lax(frame, declarations);
    if (parent.missing?.some((each) => each.declarations.some((one) => declarations.includes(one)))) return;
    const wanted = elementsIn(firstOf([state]));
    const after = (each: Declaration) => afterElement(automaton.patterns, state, each);
    const inserted = wanted.filter(
      (each) => automaton.transition(after(each), known).declarations.length > 0,
    );
    if (inserted.length > 0) {
      const { declarations: found, next } = automaton.transition(
        automaton.patterns.choice(inserted.map(after)),
        known,
      );
      parent.states[0] = automaton.patterns.choice(next);
      this.lax(frame, found);
      if (parent.hadFault) parent.hadFault = false;
      else explainer.missingBefore(parent, frame, state, inserted);
      return;
    }
    parent.hadFault = true;
    frame.isGuessed = true;
    // A short name is near to too many others.
    const here = frame.name.local.length < 3 ? [] : this.nearest(frame.name.local, wanted);
    if (here.length > 0) {
      this.lax(frame, [...here, ...declarations]);
      this.waitFor(parent, frame, state, [...here, ...declarations]);
      explainer.misplaced(parent, frame, state, []);
      return;
    }
    const wrappers = this.wrappersOf(state, new Set(declarations), (content) =>
      this.next(automaton.transition(content, known)),
    );
    if (wrappers.length > 0) parent.wrappers = wrappers;
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
      this.lax(frame, declarations);
    } else {
      parent.hadFault = true;
      this.lax(frame, automaton.declarationsOf(name));
      frame.isGuessed = true;
    }
    frame.renamed = { from: namespace, to: home };
    explainer.wrongNamespace(frame, home);
    return true;
  }

  /** Text where none may be. */
  text(frame: Frame, value: string, start: number, end: number): void {
    if (frame.isGuessed) {
      frame.isUnchecked = true;
      return;
    }
    const state = this.joined(frame);
    const inside = (content: Pattern) => this.allowed(afterText(this.automaton.patterns, content));
    if (frame.wrappers !== undefined) {
      const wrappers = moved(frame.wrappers, inside);
      if (wrappers.length > 0) {
        frame.wrappers = wrappers;
        return;
      }
    }
    if (frame.hasTextFault) return;
    frame.hasTextFault = true;
    frame.hadFault = true;
    const wrappers = this.wrappersOf(state, 'text', inside);
    if (wrappers.length > 0) frame.wrappers = wrappers;
    this.explainer.text(
      frame,
      state,
      wrappers.map((each) => each.declaration),
      value,
      start,
      end,
    );
  }

  /** The end of an element comes too soon, or its text is not of its datatype. */
  unfinished(frame: Frame): void {
    if (frame.isGuessed || frame.hadFault) return;
    const state = this.joined(frame);
    if (frame.keepsText && !isBlank(frame.text)) this.explainer.content(frame, state);
    else this.explainer.unfinished(frame, state);
  }

  /** A child of an element around which another seems to be missing: inside of that, or after it. */
  private unwrap(parent: Frame, frame: Frame, known: KnownName): boolean {
    const { automaton } = this;
    const found: Declaration[] = [];
    const wrappers = moved(parent.wrappers!, (content) => {
      const transition = automaton.transition(content, known);
      found.push(...transition.declarations);
      return this.next(transition);
    });
    if (wrappers.length > 0) {
      parent.wrappers = wrappers;
      this.lax(frame, [...new Set(found)]);
      return true;
    }
    const after = automaton.patterns.choice(parent.wrappers!.map((each) => each.after));
    const transition = automaton.transition(after, known);
    parent.wrappers = undefined;
    if (transition.declarations.length === 0) return false;
    parent.states[0] = automaton.patterns.choice(transition.next);
    this.lax(frame, transition.declarations);
    return true;
  }

  /** Elements that may stand here and in which the content would be right, the likeliest first. */
  private wrappersOf(
    state: Pattern,
    first: ReadonlySet<Declaration> | 'text',
    inside: (content: Pattern) => Pattern | undefined,
  ): Wrapper[] {
    const mayHold = this.automaton.beginsWith(first);
    const { patterns } = this.automaton;
    const found: Wrapper[] = [];
    for (const declaration of elementsIn(firstOf([state]))) {
      if (namesOf(declaration.nameClass).length === 0 || !mayHold(declaration)) continue;
      const content = inside(withoutAttributes(patterns, this.automaton.table(declaration).rest));
      if (content === undefined) continue;
      found.push({ declaration, state: content, after: afterElement(patterns, state, declaration) });
    }
    const uses = (each: Wrapper) => this.uses[each.declaration.id]!;
    const length = (each: Wrapper) => describe(each.declaration.nameClass).length;
    return found.sort((a, b) => uses(b) - uses(a) || length(a) - length(b));
  }

  /** The declarations whose names are near to a misspelt one, the nearest first. */
  private nearest(local: string, candidates: readonly Declaration[]): Declaration[] {
    const all = this.automaton.distances(local);
    const found = candidates.filter((each) => all.has(each));
    const distance = (each: Declaration) => all.get(each)!;
    const rank = ({ id, nameClass }: Declaration) => this.uses[id]! - describe(nameClass).length / 1000;
    return found.sort((a, b) => distance(a) - distance(b) || rank(b) - rank(a));
  }

  /** The parent goes on by those of the candidates that turn out right; others change nothing. */
  private waitFor(parent: Frame, frame: Frame, state: Pattern, declarations: readonly Declaration[]): void {
    const { patterns } = this.automaton;
    const next = declarations.map((each) => {
      const after = afterElement(patterns, state, each);
      return after === patterns.notAllowed ? state : after;
    });
    if (parent.count > 1) return;
    frame.transitions = [{ declarations, next }];
  }

  private next({ declarations, next }: Transition): Pattern | undefined {
    return declarations.length === 0 ? undefined : this.automaton.patterns.choice(next);
  }

  private allowed(pattern: Pattern): Pattern | undefined {
    return pattern === this.automaton.patterns.notAllowed ? undefined : pattern;
  }

  private lax(frame: Frame, declarations: readonly Declaration[]): void {
    frame.count = declarations.length;
    for (const [i, each] of declarations.entries()) frame.declarations[i] = each;
    frame.isUnchecked = declarations.length === 0;
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

/** The wrappers in which the content is right, moved on by it. */
function moved(wrappers: readonly Wrapper[], inside: (content: Pattern) => Pattern | undefined): Wrapper[] {
  return wrappers.flatMap((each) => {
    const state = inside(each.state);
    return state === undefined ? [] : [{ ...each, state }];
  });
}

/** The declarations among leaves. */
export function elementsIn(leaves: readonly Pattern[]): Declaration[] {
  return leaves.flatMap((each) => (each.declaration === undefined ? [] : [each.declaration]));
}
