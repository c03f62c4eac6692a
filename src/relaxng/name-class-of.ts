import { contains, type NameClass } from './name-class.ts';
import type { Problems } from './problems.ts';
import type { NameClassSyntax } from './syntax.ts';

/** The name class that is written, its restrictions checked (RELAX NG §4.16). */
export function nameClassOf(syntax: NameClassSyntax, problems: Problems, isOfAttribute: boolean): NameClass {
  const read = (each: NameClassSyntax, around: 'anyName' | 'nsName' | undefined): NameClass => {
    const wrong = (what: string) => problems.add('schema-wrong-name', each.origin, { what });
    switch (each.kind) {
      case 'name':
        if (isOfAttribute) {
          if (each.local === 'xmlns' && each.namespace === '')
            wrong('“xmlns” is not the name of an attribute');
          if (isNamespaceOfDeclarations(each.namespace)) wrong('A namespace declaration is not an attribute');
        }
        return { kind: 'name', namespace: each.namespace, local: each.local };
      case 'choice':
        return { kind: 'choice', items: each.items.map((item) => read(item, around)) };
      case 'anyName':
        if (around !== undefined) wrong('An exception may not contain every name');
        return { kind: 'anyName', except: each.except && read(each.except, 'anyName') };
      case 'nsName':
        if (around === 'nsName') wrong('The exception of a namespace may not contain a whole namespace');
        if (isOfAttribute && isNamespaceOfDeclarations(each.namespace))
          wrong('A namespace declaration is not an attribute');
        return {
          kind: 'nsName',
          namespace: each.namespace,
          except: each.except && read(each.except, 'nsName'),
        };
    }
  };
  const nameClass = read(syntax, undefined);
  return nameClass.kind === 'choice' ? flattened(nameClass) : nameClass;
}

function isNamespaceOfDeclarations(namespace: string): boolean {
  return namespace === 'http://www.w3.org/2000/xmlns' || namespace === 'http://www.w3.org/2000/xmlns/';
}

function flattened(nameClass: Extract<NameClass, { kind: 'choice' }>): NameClass {
  const items: NameClass[] = [];
  for (const item of nameClass.items) {
    const flat = item.kind === 'choice' ? flattened(item) : item;
    for (const each of flat.kind === 'choice' ? flat.items : [flat]) {
      const isKnown =
        each.kind === 'name' && items.some((known) => contains(known, each.namespace, each.local));
      if (!isKnown) items.push(each);
    }
  }
  return items.length === 1 ? items[0]! : { kind: 'choice', items };
}
