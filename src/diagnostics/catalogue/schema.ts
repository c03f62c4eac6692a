import type { Fault } from '../fault.ts';

const inSchema = { layer: 'schema', severity: 'error' } as const;

/** Faults of a RELAX NG schema, and what a document may have against its schema. */
export const schemaFaults = {
  'schema-wrong-syntax': {
    ...inSchema,
    message: '{what}.',
    explanation:
      'The schema file breaks the syntax of RELAX NG (in XML, or its compact syntax). The place is that of the first thing that cannot be read.',
  },
  'schema-not-relaxng': {
    ...inSchema,
    message: 'This is not a RELAX NG schema: {what}.',
    help: 'A RELAX NG schema in XML has the namespace http://relaxng.org/ns/structure/1.0; one in compact syntax has a name that ends in .rnc.',
    explanation: 'The file was named as a schema, but it is something else, or it is empty.',
  },
  'schema-file-missing': {
    ...inSchema,
    message: 'The schema refers to “{href}”, which cannot be read: {why}.',
    explanation:
      'A schema may be made of several files (`include`, `externalRef`, `external`). All of them must be there; nothing is fetched from the network.',
  },
  'schema-includes-itself': {
    ...inSchema,
    message: 'The schema includes itself: {chain}.',
    explanation: 'A circle of `include` or `externalRef` has no end (RELAX NG §4.6, §4.7).',
  },
  'schema-unknown-library': {
    ...inSchema,
    message: 'There is no datatype library “{library}”.',
    help: 'The library of XML Schema is http://www.w3.org/2001/XMLSchema-datatypes.',
    explanation:
      'Known are the built-in library (no name), the one of XML Schema part 2, and the compatibility library of RELAX NG (RELAX NG §4.16).',
  },
  'schema-unknown-datatype': {
    ...inSchema,
    message: 'The datatype library has no type “{type}”.',
    explanation: 'A `data` or `value` names a type that its datatype library does not have (RELAX NG §4.16).',
  },
  'schema-wrong-parameter': {
    ...inSchema,
    message: 'The parameter “{parameter}” does not fit the type “{type}”: {why}.',
    explanation:
      'A parameter (a facet, in the words of XML Schema) is not one of the type, or its value is wrong (XML Schema 2 §4.3).',
  },
  'schema-costly-expression': {
    ...inSchema,
    message: 'The regular expression “{expression}” is too costly: it {why}.',
    explanation:
      'Nested counts such as `((a{1,100}){1,100}){1,100}` unfold to more than can be matched in a sensible time.',
  },
  'schema-wrong-value': {
    ...inSchema,
    message: '“{value}” is not a value of its type “{type}”.',
    explanation: 'A `value` must be a value of its own datatype (RELAX NG §4.16).',
  },
  'schema-undefined-name': {
    ...inSchema,
    message: 'Nothing is defined under the name “{name}”.',
    explanation: 'A `ref` or `parentRef` names a definition that its grammar does not have (RELAX NG §4.18).',
  },
  'schema-no-start': {
    ...inSchema,
    message: 'The grammar has no start.',
    explanation: 'A grammar says with `start` which elements may be the root (RELAX NG §4.18).',
  },
  'schema-endless-definition': {
    ...inSchema,
    message: 'The definition of “{name}” contains itself without an element between.',
    explanation: 'A definition may refer to itself only inside an `element` (RELAX NG §4.19).',
  },
  'schema-wrong-combine': {
    ...inSchema,
    message: '“{name}” is defined more than once, and {why}.',
    explanation:
      'Definitions of one name must say with `combine` how they are combined, all in the same way; one of them may say nothing (RELAX NG §4.17).',
  },
  'schema-wrong-override': {
    ...inSchema,
    message: 'The included schema has no definition of “{name}” that could be replaced.',
    explanation:
      'What stands inside an `include` replaces definitions of the included grammar, so they must be there (RELAX NG §4.7).',
  },
  'schema-wrong-name': {
    ...inSchema,
    message: '{what}.',
    explanation: 'A name class breaks a restriction of RELAX NG §4.16.',
  },
  'schema-forbidden-pattern': {
    ...inSchema,
    message: '{what}.',
    explanation:
      'RELAX NG §7 forbids some combinations, such as an attribute inside another, or two attributes of the same name in one element.',
  },
  'schema-conflicting-ids': {
    layer: 'schema',
    severity: 'warning',
    message:
      'The attribute “{attribute}” of “{element}” is an ID in one place of the schema and not in another; ids are not checked.',
    explanation:
      'The compatibility of RELAX NG with DTDs (§5) wants that an attribute of an element is always an ID, or never.',
  },
  'schema-too-deep': {
    ...inSchema,
    message: 'The schema is nested too deeply here (more than {limit} levels).',
    explanation:
      'No schema that people write is nested so deeply; the limit keeps a hostile one from stopping the program.',
  },
  'element-unknown': {
    layer: 'schema',
    severity: 'error',
    message: 'There is no element “{name}” in the schema{where}.',
    explanation: 'The name of an element is misspelt, or the schema in use does not have the element.',
  },
  'element-wrong-namespace': {
    layer: 'schema',
    severity: 'error',
    message: '“{name}” is in {found}, not in {right}.',
    help: 'Write xmlns="{namespace}" on the root element; what stands inside is then in the same namespace.',
    explanation:
      'Elements of TEI belong to the namespace http://www.tei-c.org/ns/1.0. One message stands for an element and all that it contains.',
  },
  'root-not-allowed': {
    layer: 'schema',
    severity: 'error',
    message: '“{name}” may not be the root of a document; {expected}.',
    explanation: 'The schema says which elements a document may begin with.',
  },
  'element-not-allowed': {
    layer: 'schema',
    severity: 'error',
    message: '“{name}” is not allowed {where}; {expected}.',
    explanation:
      'The element exists, but not at this place. The three likeliest elements are named; `--format json` has all of them.',
  },
  'element-missing': {
    layer: 'schema',
    severity: 'error',
    message: '“{name}” lacks {missing}{where}.',
    explanation:
      'The schema wants a child element that is not there. The place is the start tag of its parent.',
  },
  'text-not-allowed': {
    layer: 'schema',
    severity: 'error',
    message: 'Text is not allowed directly in “{parent}”; {expected}.',
    explanation: 'The element contains only other elements. Often a `p` around the text is what is missing.',
  },
  'content-invalid': {
    layer: 'schema',
    severity: 'error',
    message: '{value} is not right as the content of “{name}”; {expected}.',
    explanation:
      'The text of the element has a datatype, such as a date or a number, and this is no value of it.',
  },
  'attribute-not-allowed': {
    layer: 'schema',
    severity: 'error',
    message: '“{element}” has no attribute “{name}”{where}.',
    explanation: 'The attribute is misspelt, or it belongs to other elements.',
  },
  'attribute-missing': {
    layer: 'schema',
    severity: 'error',
    message: '“{element}” lacks {missing}.',
    explanation: 'The schema wants an attribute that is not there. The place is the start tag.',
  },
  'attribute-invalid': {
    layer: 'schema',
    severity: 'error',
    message: '{value} is not right for “{name}”; {expected}.',
    explanation:
      'The value of the attribute is not one of those that the schema lists, or not of its datatype.',
  },
  'id-duplicate': {
    layer: 'schema',
    severity: 'error',
    message: 'The id “{id}” is used twice.',
    explanation: 'An id names one element of a document; pointers to it would not know which is meant.',
  },
  'id-without-element': {
    layer: 'schema',
    severity: 'error',
    message: 'There is no element with the id “{id}”.',
    explanation:
      'The schema declares the value as an IDREF: it must be the id of an element of the same document.',
  },
} as const satisfies Record<string, Fault>;
