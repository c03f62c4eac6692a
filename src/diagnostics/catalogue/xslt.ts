import type { Fault } from '../fault.ts';

/** Faults of stylesheets: an editor's own that does not compile or fails, and markup that no template handles. */
export const xsltFaults = {
  'stylesheet-failed': {
    layer: 'xslt',
    severity: 'error',
    message: 'The stylesheet failed: {what} ({code})',
    explanation:
      'An XSLT stylesheet compiled, but stopped with an error while it ran. The code is that of the XSLT or XPath specification; the place is the nearest instruction that the processor knows.',
  },
} as const satisfies Record<string, Fault>;
