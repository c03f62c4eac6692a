/** What a register lists. */
export type RegisterKind =
  | 'person'
  | 'place'
  | 'org'
  | 'event'
  | 'object'
  | 'document'
  | 'codename'
  | 'work'
  | 'other';

/** The page of each kind: the id of its page and the key of its title among the interface words. */
export const registerPages = {
  person: 'persons',
  place: 'places',
  org: 'organisations',
  event: 'events',
  object: 'objects',
  document: 'documents-mentioned',
  codename: 'codenames',
  work: 'works',
  other: 'others',
} as const satisfies Record<RegisterKind, string>;

/** The kind of an entry by its element, where the element decides it. */
export const kindByElement: Readonly<Record<string, RegisterKind>> = Object.assign(Object.create(null), {
  person: 'person',
  personGrp: 'person',
  persona: 'person',
  place: 'place',
  org: 'org',
  event: 'event',
  object: 'object',
  nym: 'other',
  bibl: 'work',
  biblStruct: 'work',
  biblFull: 'work',
  msDesc: 'work',
});
