import type { IdType } from './datatypes/datatype.ts';
import { contains, isListed } from './name-class.ts';
import type { Pattern, Patterns } from './pattern.ts';

/** How an element has an attribute that does not depend on anything else in it. */
export interface AttributeUse {
  readonly pattern: Pattern;
  readonly value: Pattern;
  readonly isRequired: boolean;
  readonly idType: IdType | undefined;
}

/** The attributes of a declaration: those that stand for themselves in a table, the others left in its content. */
export class AttributeTable {
  /** The content without the attributes of the table. */
  readonly rest: Pattern;
  readonly requiredCount: number;
  /** In the schema's order. */
  readonly uses: readonly AttributeUse[];
  private readonly byName = new Map<number, AttributeUse | null>();

  constructor(patterns: Patterns, content: Pattern) {
    const uses: AttributeUse[] = [];
    this.rest = extract(patterns, content, uses);
    this.uses = uses;
    this.requiredCount = uses.filter((each) => each.isRequired).length;
  }

  /** The use for a name, by the number of the name; null where there is none. */
  use(id: number, namespace: string, local: string): AttributeUse | null {
    let use = this.byName.get(id);
    if (use === undefined) {
      use = this.uses.find((each) => contains(each.pattern.nameClass!, namespace, local)) ?? null;
      this.byName.set(id, use);
    }
    return use;
  }
}

/** Takes out of groups the attributes whose presence decides nothing else. Names cannot clash with what is left (RELAX NG §7.3). */
function extract(patterns: Patterns, pattern: Pattern, uses: AttributeUse[]): Pattern {
  if (!pattern.hasAttributes) return pattern;
  const { kind, items } = pattern;
  if (kind === 'group' || kind === 'interleave') {
    const [a, b] = [extract(patterns, items[0]!, uses), extract(patterns, items[1]!, uses)];
    return patterns[kind](a, b);
  }
  if (kind === 'attribute' && pattern.nameClass!.kind === 'name') {
    uses.push(useOf(pattern, true));
    return patterns.empty;
  }
  if (kind === 'choice' && items.length === 2 && items.includes(patterns.empty)) {
    const other = items[0] === patterns.empty ? items[1]! : items[0]!;
    const attribute =
      other.kind === 'oneOrMore' && other.items[0]!.kind === 'attribute' ? other.items[0]! : other;
    const isRepeated = attribute !== other;
    const stands =
      attribute.kind === 'attribute' &&
      (attribute.nameClass!.kind === 'name' || (isRepeated && !isListed(attribute.nameClass!)));
    if (stands) {
      uses.push(useOf(attribute, false));
      return patterns.empty;
    }
  }
  return pattern;
}

function useOf(pattern: Pattern, isRequired: boolean): AttributeUse {
  const value = pattern.items[0]!;
  return { pattern, value, isRequired, idType: value.datatype?.idType };
}
