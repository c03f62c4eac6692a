import type { Fault } from '../fault.ts';

const error = { layer: 'xml', severity: 'error' } as const;

/** Faults of the reader in the DOCTYPE, and in what it declares: entities, attribute defaults. */
export const doctypeFaults = {
  'misplaced-doctype': {
    ...error,
    message: 'A DOCTYPE may stand only once, before the root element.',
    help: 'Remove it, or move it to the start.',
    explanation: 'See XML 1.0 §2.8.',
  },
  'malformed-doctype': {
    ...error,
    message: 'Found {found} in the DOCTYPE where {expected} is expected.',
    help: 'TEI P5 needs no DOCTYPE: where the file uses nothing that it declares, remove it.',
    explanation:
      'The DOCTYPE and its declarations follow a grammar of their own (XML 1.0 §2.8, §3.2–3.4, §4.2).',
  },
  'undefined-entity': {
    ...error,
    message: 'The entity ‘{name}’ is not declared.',
    help: '{way}, or declare the entity at the top of the file: <!DOCTYPE TEI [<!ENTITY {name} "…">]>',
    explanation:
      'XML knows five entities: `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;`. Others must be declared inside the file; DTDs outside it are never read. Old files (TEI P4) rely on a DTD for `&eacute;` and the like: since XML is Unicode, write the characters themselves.',
  },
  'undefined-parameter-entity': {
    ...error,
    message: 'The parameter entity ‘{name}’ is not declared.',
    help: 'Declare it before it is used.',
    explanation:
      'Only parameter entities that the file itself declares are known; nothing outside the file is read.',
  },
  'entity-recursion': {
    ...error,
    message: 'The entity ‘{name}’ contains itself: {cycle}.',
    help: 'Break the circle.',
    explanation: 'An entity may not refer to itself, neither directly nor through others (XML 1.0 §4.1).',
  },
  'entity-limit': {
    ...error,
    message: 'The entity ‘{name}’ {what}.',
    help: 'Write out what the entities stand for.',
    explanation:
      'Entities that refer to others many times over can make a small file into gigabytes of text. There is a limit on how much they may yield, and on how deep they may lie inside one another.',
  },
  'external-entity-refused': {
    ...error,
    message: 'The entity ‘{name}’ lies outside the file, at ‘{systemId}’, and is not read.',
    help: 'Bring the other file in with xi:include.',
    explanation:
      'External entities let a file read any other file or address, so they are never opened. XInclude does the same openly and inside the edition.',
  },
  'unparsed-entity-in-text': {
    ...error,
    message: 'The entity ‘{name}’ is not text.',
    help: 'Use a graphic element with an address.',
    explanation: 'An entity declared with NDATA may only be named in an attribute (XML 1.0 §4.1).',
  },
  'unbalanced-entity': {
    ...error,
    message: 'The entity ‘{name}’ {what}.',
    help: 'Let the entity hold whole elements.',
    explanation: 'An element must begin and end in the same entity (XML 1.0 §4.3.2).',
  },
  'external-dtd-not-read': {
    layer: 'xml',
    severity: 'info',
    message: 'The DTD ‘{systemId}’ is not read.',
    help: 'Remove the reference; TEI P5 is checked against a RELAX NG schema, named with <?xml-model?>.',
    explanation:
      'DTDs outside the file are never opened. Entities and default values that they declare are therefore unknown: the former are errors where they are used.',
  },
  'external-parameter-entity-not-read': {
    layer: 'xml',
    severity: 'warning',
    message: 'The parameter entity ‘{name}’ lies outside the file and is not read.',
    help: 'Write the declarations that the file needs into its DOCTYPE.',
    explanation:
      'Nothing outside the file is opened. Declarations behind the reference do not count either, since they might have been changed by what was not read (XML 1.0 §5.1).',
  },
  'attribute-default-applied': {
    layer: 'xml',
    severity: 'warning',
    message: '‘{element}’ gets {name}="{value}" from the DOCTYPE.',
    help: 'Write the attribute out: programs that do not read the DOCTYPE do not see it.',
    explanation:
      'An `<!ATTLIST>` in the file declares a default value. It is applied, in every output, and reported once for each attribute.',
  },
} as const satisfies Record<string, Fault>;
