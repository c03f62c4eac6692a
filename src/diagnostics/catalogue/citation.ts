import type { Fault } from '../fault.ts';

/** Faults of citation records: what a header should say and does not, or says twice. */
export const citationFaults = {
  'citation-without-record': {
    layer: 'output',
    severity: 'error',
    message: 'The citation stylesheet gave no record of this document',
    help: 'It must give <citation xmlns="urn:x-variorum:citation"> with a <record kind="document">; import variorum:citation.xsl and add to it',
    explanation:
      'An editor’s own stylesheet for citations, named in the config, has to give the vocabulary of ours, from which styles and formats are made.',
  },
  'citation-without-title': {
    layer: 'output',
    severity: 'warning',
    message: 'The header names no title, so the document is cited as “{id}”',
    help: 'Add <title> to <titleStmt>',
    explanation:
      'Every style of citation begins with who and what. A document without `titleStmt/title` is cited by the name of its file, which says nothing to a reader.',
  },
  'citation-without-date': {
    layer: 'output',
    severity: 'warning',
    message: 'The header gives no date of the document, so it is cited as “n.d.”',
    help: 'Add <date when="…"> to <profileDesc><creation>, or <origDate when="…"> to the manuscript’s <origin>',
    explanation:
      'The date of a document is looked for in `profileDesc/creation/date`, `msDesc//origDate`, `correspDesc/correspAction[@type="sent"]/date` and then in `publicationStmt/date`. Where none says when, a citation can only say “no date”.',
  },
  'citation-without-responsibility': {
    layer: 'output',
    severity: 'warning',
    message: 'The header names nobody who is responsible for the text or the edition',
    help: 'Add <author>, <editor> or <respStmt> to <titleStmt>',
    explanation:
      'A citation without a name is found in no bibliography. Anonymous works have at least an editor; name whoever made the edition.',
  },
  'citation-date-unread': {
    layer: 'output',
    severity: 'warning',
    message: 'The date “{words}” has no value that a program can read; citations keep its words',
    help: 'Add @when (1962-10-27), @from and @to, or @notBefore and @notAfter',
    explanation:
      'Dates are sorted, compared and exchanged by their normalised value. Words such as “16. und 17. Februar” are kept in notes and bibliographies as they stand, but formats that need a machine-readable date go without.',
  },
  'citation-dates-conflict': {
    layer: 'output',
    severity: 'warning',
    message: 'The header dates the document both {taken} and {other}; citations say {taken}',
    help: 'Make the two agree, or say which is the document’s own date in <profileDesc><creation>',
    explanation:
      'Two places of the header say different things of when the document was written. `creation/date` is believed first, then `origDate`, then the date on which a letter was sent.',
  },
  'citation-title-markup': {
    layer: 'output',
    severity: 'info',
    message: 'The title has <{element}> inside; citations keep its words without the markup',
    explanation:
      'Most formats of exchange hold plain text. The words of the title are kept whole; only the emphasis is not passed on.',
  },
  'citation-passage-unknown': {
    layer: 'output',
    severity: 'error',
    message: 'No passage of {document} is called “{passage}”{meant}',
    help: 'Passages are called as <refsDecl> says, or by their xml:id',
    explanation:
      'A passage is named by the reference that the document’s `refsDecl` defines (`4.2`), else by its `xml:id` or by its place in the structure.',
  },
  'citation-style-unknown': {
    layer: 'output',
    severity: 'error',
    message: 'There is no citation style “{style}”{meant}',
    help: 'Styles: {styles}',
    explanation:
      'Styles bear the names of the Citation Style Language’s repository. An unknown name is never replaced by another style.',
  },
  'citation-format-unknown': {
    layer: 'output',
    severity: 'error',
    message: 'There is no citation format “{format}”{meant}',
    help: 'Formats: {formats}',
    explanation: 'The formats of exchange are listed in the guide to citing.',
  },
  'citation-annotation-without-passage': {
    layer: 'output',
    severity: 'error',
    message: 'An annotation is of a passage, and none is named',
    help: 'Add --passage with its reference: variorum cite FILE --passage 4.2 --format annotation',
    explanation:
      'A W3C Web Annotation points to words of a text. The document as a whole is cited in every other format.',
  },
} as const satisfies Record<string, Fault>;
