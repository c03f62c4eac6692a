interface Form {
  readonly attributes: readonly string[];
  readonly isPattern?: boolean;
  readonly isText?: boolean;
}

const pattern = (...attributes: string[]): Form => ({ attributes, isPattern: true });

/** The elements of RELAX NG in XML and their attributes beside `ns` and `datatypeLibrary` (RELAX NG §3). */
export const forms: Readonly<Record<string, Form>> = Object.assign(Object.create(null), {
  element: pattern('name'),
  attribute: pattern('name'),
  group: pattern(),
  interleave: pattern(),
  choice: pattern(),
  optional: pattern(),
  zeroOrMore: pattern(),
  oneOrMore: pattern(),
  list: pattern(),
  mixed: pattern(),
  ref: pattern('name'),
  parentRef: pattern('name'),
  empty: pattern(),
  notAllowed: pattern(),
  text: pattern(),
  data: pattern('type'),
  value: { ...pattern('type'), isText: true },
  externalRef: pattern('href'),
  grammar: pattern(),
  param: { attributes: ['name'], isText: true },
  except: { attributes: [] },
  name: { attributes: [], isText: true },
  anyName: { attributes: [] },
  nsName: { attributes: [] },
  start: { attributes: ['combine'] },
  define: { attributes: ['name', 'combine'] },
  div: { attributes: [] },
  include: { attributes: ['href'] },
});
