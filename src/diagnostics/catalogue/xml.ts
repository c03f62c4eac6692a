import type { Fault } from '../fault.ts';

/** Faults of the reader: encoding, well-formedness, entities, limits (XML 1.0 and 1.1, Namespaces in XML). */
export const xmlFaults = {
  'not-well-formed': {
    layer: 'xml',
    severity: 'error',
    message: '{what}',
    explanation: 'The file breaks a rule of XML itself, so nothing after this place can be trusted.',
  },
} as const satisfies Record<string, Fault>;
