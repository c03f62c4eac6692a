import type { Attribute, Scope } from '../xml/events.ts';
import type { AttributeUse } from './attribute-table.ts';
import type { Automaton, KnownName } from './automaton.ts';
import { afterAttribute, afterAttributes, withoutAttributes } from './derivative.ts';
import type { Declaration, Pattern } from './pattern.ts';
import { matchesString } from './string-match.ts';

/** What is wrong with the attributes of a start tag. */
export type AttributeFault =
  | { readonly kind: 'unknown' | 'excluded'; readonly attribute: Attribute }
  | {
      readonly kind: 'invalid';
      readonly attribute: Attribute;
      readonly pattern: Pattern;
      readonly value: Pattern;
    }
  | { readonly kind: 'missing'; readonly missing: readonly Pattern[]; readonly oneIsEnough: boolean };

export interface TagResult {
  /** The content that is left, as if the attributes were right. */
  readonly state: Pattern;
  readonly faults: readonly AttributeFault[];
}

type NameOf = (name: Attribute['name']) => KnownName;

/** Checks a start tag thoroughly, as is needed where it has a fault, or attributes that depend on each other. */
export function checkTag(
  automaton: Automaton,
  declaration: Declaration,
  attributes: readonly Attribute[],
  scope: Scope,
  nameOf: NameOf,
): TagResult {
  const { patterns } = automaton;
  const table = automaton.table(declaration);
  const faults: AttributeFault[] = [];
  const present = new Set<AttributeUse>();
  let state = table.rest;
  for (const attribute of attributes) {
    const { id, namespace, local } = nameOf(attribute.name);
    const use = table.use(id, namespace, local);
    if (use !== null) {
      present.add(use);
      if (!matchesString(patterns, use.value, attribute.value, scope))
        faults.push({ kind: 'invalid', attribute, pattern: use.pattern, value: use.value });
      continue;
    }
    const right = afterAttribute(patterns, state, namespace, local, (value) =>
      matchesString(patterns, value, attribute.value, scope),
    );
    if (right !== patterns.notAllowed) {
      state = right;
      continue;
    }
    const values: Pattern[] = [];
    const named = afterAttribute(patterns, state, namespace, local, (value) => values.push(value) > 0);
    if (named !== patterns.notAllowed) {
      const value = patterns.choice(values);
      faults.push({ kind: 'invalid', attribute, pattern: patternOf(state, value, values), value });
      state = named;
    } else {
      const isKnown =
        afterAttribute(patterns, table.rest, namespace, local, () => true) !== patterns.notAllowed;
      faults.push({ kind: isKnown ? 'excluded' : 'unknown', attribute });
    }
  }
  const missing = table.uses
    .filter((each) => each.isRequired && !present.has(each))
    .map((each) => each.pattern);
  if (missing.length > 0) faults.push({ kind: 'missing', missing, oneIsEnough: false });
  const content = afterAttributes(patterns, state);
  if (content === patterns.notAllowed && state !== content) {
    const wanted = wantedIn(state);
    // Attributes that exclude each other are one fault, not two.
    if (!faults.some((each) => each.kind === 'excluded'))
      faults.push({ kind: 'missing', missing: wanted, oneIsEnough: true });
    state = withoutAttributes(patterns, state);
  } else state = content;
  return { state, faults };
}

/** The attribute pattern that has one of the values. */
function patternOf(state: Pattern, fallback: Pattern, values: readonly Pattern[]): Pattern {
  const found = attributesIn(state).find((each) => values.includes(each.items[0]!));
  return found ?? fallback;
}

/** Every attribute pattern inside. */
export function attributesIn(pattern: Pattern): Pattern[] {
  const seen = new Set<Pattern>();
  const visit = (each: Pattern) => {
    if (seen.has(each) || !each.hasAttributes) return;
    seen.add(each);
    if (each.kind !== 'attribute') for (const item of each.items) visit(item);
  };
  visit(pattern);
  return [...seen].filter((each) => each.kind === 'attribute');
}

/** The attributes without which the pattern cannot be left. */
function wantedIn(pattern: Pattern): Pattern[] {
  if (pattern.kind === 'group' || pattern.kind === 'interleave') {
    const parts = pattern.items.filter((each) => each.hasAttributes && !canEnd(each));
    return parts.flatMap(wantedIn);
  }
  return attributesIn(pattern);
}

function canEnd(pattern: Pattern): boolean {
  if (pattern.kind === 'attribute') return false;
  if (pattern.kind === 'choice') return pattern.items.some(canEnd);
  return !pattern.hasAttributes || pattern.items.every(canEnd);
}
