import type { IdType } from './datatypes/datatype.ts';
import { describe, isListed, namesOf, overlap } from './name-class.ts';
import type { Pattern } from './pattern.ts';
import type { Problems } from './problems.ts';
import type { PlacedDeclaration, SimpleSchema } from './simplify.ts';

interface IdUse {
  readonly declaration: PlacedDeclaration;
  readonly attribute: Pattern;
  readonly idType: IdType;
}

/** Whether ids can be checked: the schema says of each attribute of each element one and the same (RELAX NG DTD Compatibility §5). A conflict is a warning, and ids are then not checked. */
export function idsAreSound(
  schema: SimpleSchema,
  reached: readonly PlacedDeclaration[],
  problems: Problems,
): boolean {
  const odd = new Search(schema).conflict(reached);
  if (odd === undefined) return true;
  const { declaration, attribute } = odd;
  problems.warn('schema-conflicting-ids', schema.attributeOrigins.get(attribute!) ?? declaration.origin, {
    element: describe(declaration.nameClass),
    attribute: attribute === undefined ? 'its content' : describe(attribute.nameClass!),
  });
  return false;
}

interface Odd {
  readonly declaration: PlacedDeclaration;
  /** Undefined where an ID is the content of the element. */
  readonly attribute: Pattern | undefined;
}

class Search {
  /** The attributes that are ids, and those that share a name with one. */
  private readonly concerned = new Set<Pattern>();
  private readonly memo = new Map<Pattern, ReadonlySet<Pattern>>();

  constructor(schema: SimpleSchema) {
    const attributes = [...schema.attributeOrigins.keys()].filter((each) => each.kind === 'attribute');
    const ids = attributes.filter((each) => hasId(each.items[0]!));
    const classes = new Map(ids.map((each) => [JSON.stringify(each.nameClass), each.nameClass!]));
    for (const each of attributes)
      if ([...classes.values()].some((one) => overlap(each.nameClass!, one))) this.concerned.add(each);
  }

  conflict(reached: readonly PlacedDeclaration[]): Odd | undefined {
    const uses: IdUse[] = [];
    const others: { declaration: PlacedDeclaration; attribute: Pattern }[] = [];
    for (const declaration of reached) {
      for (const attribute of this.within(declaration.content)) {
        if (attribute.kind !== 'attribute') return { declaration, attribute: undefined };
        const value = attribute.items[0]!;
        const idType = value.datatype?.idType;
        if (idType === undefined) {
          if (hasId(value)) return { declaration, attribute };
          others.push({ declaration, attribute });
        } else if (!isListed(attribute.nameClass!) || !isListed(declaration.nameClass))
          return { declaration, attribute };
        else uses.push({ declaration, attribute, idType });
      }
    }
    return conflictOf(uses, others);
  }

  /** The attributes in a content that matter, and the datatypes outside of attributes that are ids. */
  private within(pattern: Pattern): ReadonlySet<Pattern> {
    if (!pattern.hasAttributes && !pattern.hasStrings) return nothing;
    let found = this.memo.get(pattern);
    if (found === undefined) {
      found = this.search(pattern);
      this.memo.set(pattern, found);
    }
    return found;
  }

  private search(pattern: Pattern): ReadonlySet<Pattern> {
    if (this.concerned.has(pattern)) return new Set([pattern]);
    if (pattern.kind === 'attribute') return nothing;
    if (pattern.datatype?.idType !== undefined) return new Set([pattern]);
    let found = nothing;
    for (const item of pattern.items) {
      const more = this.within(item);
      if (found.size === 0) found = more;
      else if (more.size > 0) found = new Set([...found, ...more]);
    }
    return found;
  }
}

const nothing: ReadonlySet<Pattern> = new Set();

function conflictOf(
  uses: readonly IdUse[],
  others: readonly { declaration: PlacedDeclaration; attribute: Pattern }[],
): Odd | undefined {
  const types = new Map<string, IdUse>();
  for (const use of uses) {
    for (const element of namesOf(use.declaration.nameClass)) {
      for (const name of namesOf(use.attribute.nameClass!)) {
        const key = JSON.stringify([element.namespace, element.local, name.namespace, name.local]);
        const known = types.get(key);
        if (known !== undefined && known.idType !== use.idType) return use;
        types.set(key, use);
      }
    }
  }
  return others.find((other) =>
    uses.some(
      (use) =>
        overlap(use.declaration.nameClass, other.declaration.nameClass) &&
        overlap(use.attribute.nameClass!, other.attribute.nameClass!),
    ),
  );
}

function hasId(pattern: Pattern): boolean {
  const seen = new Set<Pattern>();
  const visit = (each: Pattern): boolean => {
    if (seen.has(each)) return false;
    seen.add(each);
    return each.datatype?.idType !== undefined || each.items.some(visit);
  };
  return visit(pattern);
}
