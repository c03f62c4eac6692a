import type { Fault } from '../fault.ts';

/** What Schematron rules find, and what is wrong with a Schematron schema itself. */
export const schematronFaults = {
  'schematron-assert': {
    layer: 'schematron',
    severity: 'error',
    message: '{message}',
    explanation:
      'A rule of the Schematron schema found this; the words are the schema’s own. Its severity comes from the rule’s `@role`: `warning`, `warn`, `nonfatal` are warnings, `info`, `information`, `hint` are notices, all else is an error.',
  },
  'schematron-not-a-schema': {
    layer: 'schematron',
    severity: 'error',
    message: 'This is not an ISO Schematron schema: {what}.',
    help: 'The root must be sch:schema in the namespace http://purl.oclc.org/dsdl/schematron.',
    explanation:
      'The schema must be ISO Schematron. The older Schematron 1.x namespace (http://www.ascc.net/xml/schematron) is not read.',
  },
  'schematron-bad-expression': {
    layer: 'schematron',
    severity: 'error',
    message: 'The expression {where} cannot be understood: {why}',
    explanation: 'That rule of the schema is left out; all others still run.',
  },
  'schematron-run-failed': {
    layer: 'schematron',
    severity: 'warning',
    message: 'A rule of the schema failed here and says nothing: {why}',
    explanation:
      'The expression is right, but it could not be evaluated for this node, for example because a value is not the number it expects. The other rules still ran.',
  },
  'schematron-missing-part': {
    layer: 'schematron',
    severity: 'error',
    message: '{what}',
    explanation: 'The schema lacks what ISO Schematron asks for at this place; the part is left out.',
  },
  'schematron-unknown-pattern': {
    layer: 'schematron',
    severity: 'error',
    message: 'There is no {kind} “{id}”.',
    explanation: 'An `extends`, `is-a` or `active` names what the schema does not hold.',
  },
  'schematron-include-missing': {
    layer: 'schematron',
    severity: 'error',
    message: 'The included “{href}” is not there.',
    explanation:
      'What `sch:include` or `sch:extends` names cannot be found; the rest of the schema still runs.',
  },
  'schematron-include-cycle': {
    layer: 'schematron',
    severity: 'error',
    message: 'The schema includes itself: {chain}.',
    explanation: 'A cycle of `sch:include`; it is cut at this place.',
  },
  'schematron-unknown-phase': {
    layer: 'schematron',
    severity: 'error',
    message: 'The schema has no phase “{phase}”.',
    explanation:
      'The phase named by the `xml-model` instruction or the schema’s `@defaultPhase` is not declared.',
  },
  'schematron-query-binding': {
    layer: 'schematron',
    severity: 'warning',
    message: 'The query binding “{binding}” is read as XPath 3.1.',
    explanation:
      'Bindings `xslt`, `xslt2`, `xslt3`, `xpath`, `xpath2`, `xpath3` are known. With another one, results may differ.',
  },
} as const satisfies Record<string, Fault>;
