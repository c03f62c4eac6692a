import type { Attribute, Scope } from '../xml/events.ts';
import type { Name } from '../xml/name.ts';
import { type AttributeFault, checkTag } from './attribute-faults.ts';
import type { Automaton, KnownName } from './automaton.ts';
import type { Explainer } from './explainer.ts';
import type { Frame } from './frame.ts';
import type { IdCheck } from './id-check.ts';
import type { Declaration, Pattern } from './pattern.ts';
import { matchesString } from './string-match.ts';

/** Checks the start tags of one document, and begins the content of each element. */
export class TagCheck {
  /** The unparsed entities that the document declares. */
  entities: ReadonlySet<string> | undefined = undefined;
  private readonly automaton: Automaton;
  private readonly explainer: Explainer;
  private readonly ids: IdCheck | undefined;
  private readonly names = new Map<Name, KnownName>();

  constructor(automaton: Automaton, explainer: Explainer, ids: IdCheck | undefined) {
    this.automaton = automaton;
    this.explainer = explainer;
    this.ids = ids;
  }

  /** The start tag of an element that is one thing only: quickly where it is right. */
  one(frame: Frame, attributes: readonly Attribute[], scope: Scope): void {
    const { automaton } = this;
    const declaration = frame.declarations[0]!;
    const table = automaton.table(declaration);
    let isRight = !table.rest.hasAttributes;
    let required = 0;
    for (let i = 0; isRight && i < attributes.length; i++) {
      const attribute = attributes[i]!;
      const { id, namespace, local } = this.nameOf(attribute.name);
      const use = table.use(id, namespace, local);
      if (use === null) isRight = false;
      else {
        if (use.isRequired) required++;
        if (use.value.kind !== 'text') {
          const context = use.value.dependsOnContext ? this.contextOf(scope) : scope;
          isRight = matchesString(automaton.patterns, use.value, attribute.value, context);
          if (use.idType !== undefined) this.ids?.add(use.idType, attribute);
        }
      }
    }
    if (isRight && required === table.requiredCount) this.begin(frame, 0, table.rest, scope);
    else {
      const { state, faults } = checkTag(
        automaton,
        declaration,
        attributes,
        this.contextOf(scope) as Scope,
        (name) => this.nameOf(name),
      );
      this.begin(frame, 0, state, scope);
      this.explainer.attributes(frame, declaration, faults, attributes);
      // The quick way may have stopped before the ids.
      this.collectIds(declaration, attributes);
    }
  }

  /** The start tag of an element that may be several things: those with the fewest faults stay. */
  several(frame: Frame, attributes: readonly Attribute[], scope: Scope): void {
    const results = frame.declarations.slice(0, frame.count).map((declaration) => ({
      declaration,
      ...checkTag(this.automaton, declaration, attributes, this.contextOf(scope) as Scope, (name) =>
        this.nameOf(name),
      ),
    }));
    const least = Math.min(...results.map((each) => each.faults.length));
    const kept = results.filter((each) => each.faults.length === least);
    frame.count = kept.length;
    for (const [i, { declaration, state }] of kept.entries()) {
      frame.declarations[i] = declaration;
      this.begin(frame, i, state, scope);
    }
    const [first] = kept;
    if (least > 0 && !frame.isGuessed)
      this.explainer.attributes(
        frame,
        first!.declaration,
        first!.faults as readonly AttributeFault[],
        attributes,
      );
    this.collectIds(first!.declaration, attributes);
  }

  /** A name as the schema tells names apart. */
  nameOf(name: Name): KnownName {
    let known = this.names.get(name);
    if (known === undefined) {
      known = this.automaton.name(name.namespace, name.local);
      this.names.set(name, known);
    }
    return known;
  }

  /** What values may depend on at an element. */
  contextOf(scope: Scope) {
    if (this.entities === undefined) return scope;
    const { entities } = this;
    return {
      lookup: (prefix: string) => scope.lookup(prefix),
      bindings: () => scope.bindings(),
      isUnparsedEntity: (name: string) => entities.has(name),
    };
  }

  private begin(frame: Frame, index: number, state: Pattern, scope: Scope): void {
    frame.states[index] = state;
    if (!state.hasStrings) return;
    frame.keepsText = true;
    frame.scope = scope;
  }

  private collectIds(declaration: Declaration, attributes: readonly Attribute[]): void {
    if (this.ids === undefined) return;
    const table = this.automaton.table(declaration);
    for (const attribute of attributes) {
      const { id, namespace, local } = this.nameOf(attribute.name);
      const idType = table.use(id, namespace, local)?.idType;
      if (idType !== undefined) this.ids.add(idType, attribute);
    }
  }
}
