/** A set of expanded names (RELAX NG §9.2). */
export type NameClass =
  | { readonly kind: 'name'; readonly namespace: string; readonly local: string }
  | { readonly kind: 'anyName'; readonly except: NameClass | undefined }
  | { readonly kind: 'nsName'; readonly namespace: string; readonly except: NameClass | undefined }
  | { readonly kind: 'choice'; readonly items: readonly NameClass[] };

type ExactName = Extract<NameClass, { kind: 'name' }>;

export function contains(nameClass: NameClass, namespace: string, local: string): boolean {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local === local && nameClass.namespace === namespace;
    case 'choice':
      return nameClass.items.some((each) => contains(each, namespace, local));
    default:
      if (nameClass.kind === 'nsName' && nameClass.namespace !== namespace) return false;
      return nameClass.except === undefined || !contains(nameClass.except, namespace, local);
  }
}

/** Whether the class is a finite list of names. */
export function isListed(nameClass: NameClass): boolean {
  return nameClass.kind === 'name' || (nameClass.kind === 'choice' && nameClass.items.every(isListed));
}

/** The names that the class spells out, those in exceptions left out. */
export function namesOf(nameClass: NameClass): ExactName[] {
  if (nameClass.kind === 'name') return [nameClass];
  return nameClass.kind === 'choice' ? nameClass.items.flatMap(namesOf) : [];
}

/** Every name and namespace that the class mentions: names outside of them are all alike to it. */
export function mentionedIn(
  nameClass: NameClass,
  name: (each: ExactName) => void,
  namespace: (each: string) => void,
): void {
  if (nameClass.kind === 'name') name(nameClass);
  else if (nameClass.kind === 'choice')
    for (const each of nameClass.items) mentionedIn(each, name, namespace);
  else {
    if (nameClass.kind === 'nsName') namespace(nameClass.namespace);
    if (nameClass.except !== undefined) mentionedIn(nameClass.except, name, namespace);
  }
}

/** A namespace and a local name that no schema mentions. */
const ELSEWHERE = '\0';

/** Whether some name is in both classes: it is enough to try the names that either mentions, and one beside them (James Clark, RELAX NG §7.3). */
export function overlap(a: NameClass, b: NameClass): boolean {
  if (a.kind === 'name') return contains(b, a.namespace, a.local);
  if (b.kind === 'name') return contains(a, b.namespace, b.local);
  let found = contains(a, ELSEWHERE, ELSEWHERE) && contains(b, ELSEWHERE, ELSEWHERE);
  const test = (namespace: string, local: string) => {
    found ||= contains(a, namespace, local) && contains(b, namespace, local);
  };
  for (const each of [a, b]) {
    mentionedIn(
      each,
      (name) => test(name.namespace, name.local),
      (namespace) => test(namespace, ELSEWHERE),
    );
  }
  return found;
}

/** How a message names the class. */
export function describe(nameClass: NameClass): string {
  switch (nameClass.kind) {
    case 'name':
      return nameClass.local;
    case 'anyName':
      return nameClass.except === undefined ? 'any name' : 'any other name';
    case 'nsName':
      return nameClass.namespace === '' ? 'any name without namespace' : `any name in ${nameClass.namespace}`;
    default:
      return nameClass.items.map(describe).join(' or ');
  }
}
