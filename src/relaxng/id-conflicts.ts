import type { IdType } from './datatypes/datatype.ts';
import { contains, describe, isListed, namesOf, overlap } from './name-class.ts';
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
  const uses: IdUse[] = [];
  const others: { declaration: PlacedDeclaration; attribute: Pattern }[] = [];
  let odd: { declaration: PlacedDeclaration; attribute: Pattern | undefined } | undefined;
  for (const declaration of reached) {
    const attributes = new Set<Pattern>();
    if (hasIdOutside(declaration.content, attributes)) odd ??= { declaration, attribute: undefined };
    for (const attribute of attributes) {
      const value = attribute.items[0]!;
      const idType = value.datatype?.idType;
      if (idType === undefined) {
        if (hasId(value)) odd ??= { declaration, attribute };
        others.push({ declaration, attribute });
      } else if (!isListed(attribute.nameClass!) || !isListed(declaration.nameClass))
        odd ??= { declaration, attribute };
      else uses.push({ declaration, attribute, idType });
    }
  }
  odd ??= conflictOf(uses, others);
  if (odd === undefined) return true;
  const { declaration, attribute } = odd;
  problems.warn('schema-conflicting-ids', schema.attributeOrigins.get(attribute!) ?? declaration.origin, {
    element: describe(declaration.nameClass),
    attribute: attribute === undefined ? 'its content' : describe(attribute.nameClass!),
  });
  return false;
}

function conflictOf(
  uses: readonly IdUse[],
  others: readonly { declaration: PlacedDeclaration; attribute: Pattern }[],
) {
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
  const names = new Map(uses.map((each) => [each.attribute.nameClass!, each]));
  const distinct = new Map<string, IdUse['attribute']['nameClass']>();
  for (const nameClass of names.keys()) distinct.set(JSON.stringify(nameClass), nameClass);
  for (const other of others) {
    for (const nameClass of distinct.values()) {
      if (!overlap(other.attribute.nameClass!, nameClass!)) continue;
      const clash = uses.find(
        (use) =>
          overlap(use.declaration.nameClass, other.declaration.nameClass) &&
          namesOf(use.attribute.nameClass!).some(({ namespace, local }) =>
            contains(other.attribute.nameClass!, namespace, local),
          ),
      );
      if (clash !== undefined) return other;
    }
  }
  return undefined;
}

/** Gathers the attributes of a content; true where an ID stands outside of them. */
function hasIdOutside(pattern: Pattern, attributes: Set<Pattern>): boolean {
  const seen = new Set<Pattern>();
  const visit = (each: Pattern): boolean => {
    if (seen.has(each)) return false;
    seen.add(each);
    if (each.kind === 'attribute') {
      attributes.add(each);
      return false;
    }
    if (each.datatype?.idType !== undefined) return true;
    return each.items.map(visit).includes(true);
  };
  return visit(pattern);
}

function hasId(pattern: Pattern): boolean {
  return pattern.datatype?.idType !== undefined || pattern.items.some(hasId);
}
