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
  'stylesheet-not-compiled': {
    layer: 'xslt',
    severity: 'error',
    message: 'The stylesheet does not compile: {what} ({code})',
    explanation:
      'An XSLT stylesheet of the edition breaks a rule of XSLT 3.0 or XPath 3.1. Only the first error is reported, at its line. The code is that of the specification.',
  },
  'stylesheet-missing': {
    layer: 'xslt',
    severity: 'error',
    message: 'The stylesheet {path} cannot be read: {why}',
    explanation:
      'The config names a stylesheet, or a stylesheet imports or includes one, that is not there or lies outside the edition.',
  },
  'stylesheet-import-refused': {
    layer: 'xslt',
    severity: 'error',
    message: '{name} cannot lead to "{href}"',
    help: 'A stylesheet may import files of the edition by relative path, and ours as "variorum:html.xsl" or "variorum:text.xsl".',
    explanation:
      'Stylesheets come from the edition itself and from this package: no absolute path, no URL, no module of ours that does not exist.',
  },
  'slow-stylesheet': {
    layer: 'xslt',
    severity: 'warning',
    message: 'This makes long documents slow: {what}',
    help: 'Instead: {instead}.',
    explanation:
      'The cost of this construct grows with the square of the number of notes, entries or persons: twice the text takes four times as long. A key, a map or an accumulator does the same in one pass.',
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
