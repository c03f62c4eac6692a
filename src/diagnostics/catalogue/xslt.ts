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
  'stylesheet-message': {
    layer: 'xslt',
    severity: 'info',
    message: 'The stylesheet says: {text}',
    explanation: 'An `xsl:message` of the stylesheet that made an output.',
  },
  'unsupported-element': {
    layer: 'xslt',
    severity: 'warning',
    message: 'No template handles the element {name} ({times} in this document); its content is kept',
    help: 'A stylesheet of your own can import ours and add a template for {name} in the mode "content"; docs/stylesheets.md shows how.',
    explanation:
      'Every element of a text is shown in some form. For this one the stylesheet has no form of its own: its text stands in the output, in a neutral element with the class `unsupported`. The place is that of its first occurrence. `docs/elements.md` lists what each TEI element becomes.',
  },
} as const satisfies Record<string, Fault>;
