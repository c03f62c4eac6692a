import type { Fault } from '../fault.ts';

export const outputFaults = {
  'typesetter-missing': {
    layer: 'output',
    severity: 'error',
    message: 'There is no typesetter for this platform ({platform}), so no PDF can be made.',
    help: 'Install again without leaving out optional packages, or make the PDF on Linux, macOS or Windows (x64, arm64). The LaTeX, Word and text outputs need no typesetter.',
    explanation:
      'The typesetter is machine code that comes as an optional package for each platform. npm installs the one that fits; `--omit=optional` leaves it out.',
  },
  'series-unknown': {
    layer: 'output',
    severity: 'warning',
    message: 'No text of the edition has a series “{name}”, so “{key}” changes nothing.',
    help: '{others}',
    explanation:
      'The keys “print.series” and “print.docxNotes” name bands: `apparatus`, and the series of the notes (`translator`, `editor`, `author`, `source`, or a `@type` of the edition’s own).',
  },
  'font-missing': {
    layer: 'output',
    severity: 'error',
    message: 'The font file “{path}” cannot be read: {why}.',
    help: 'Name a .ttf, .otf or .woff file below the folder of the edition in “print.fonts”, or leave the key out: the packaged fonts cover Latin, Greek, Cyrillic, Hebrew and Arabic.',
    explanation:
      'Fonts of the system are never used, so that the same edition gives the same pages on every machine. An edition brings its own fonts as files.',
  },
  'glyph-missing': {
    layer: 'output',
    severity: 'error',
    message: 'No font has the character “{character}” ({code}){others}.',
    help: 'Add a font that has it to “print.fonts” in the config.',
    explanation:
      'A character without a glyph would be printed as an empty box. The packaged fonts cover Latin, Greek, Cyrillic, Hebrew and Arabic; other scripts need a font file of the edition.',
  },
  'foot-crowded': {
    layer: 'output',
    severity: 'error',
    message: 'The foot of “{id}” does not fit on page {page}, where its call or lemma stands.',
    help: 'Make the page larger (“print.pageSize”), the notes smaller (“print.noteSize”), or join short notes that stand on one line.',
    explanation:
      'A note stands on the page of its call. Long notes are divided between pages; where many short ones meet on one line, the page may have no room for all.',
  },
  'pair-too-tall': {
    layer: 'output',
    severity: 'error',
    message:
      'A passage of the parallel text “{id}” is taller than a page, so its two sides cannot face each other.',
    help: 'Divide it into smaller passages in both languages.',
    explanation: 'Original and translation face each other passage by passage; a passage must fit on a page.',
  },
  'layout-unsettled': {
    layer: 'output',
    severity: 'error',
    message: 'The pages of “{id}” did not settle: {where} kept moving.',
    help: 'Change the page a little (its size, a margin or the type size), and report the document.',
    explanation:
      'Pages are laid out again until every reference and key agrees with the page it stands on. Very rarely two states alternate.',
  },
  'table-too-wide': {
    layer: 'output',
    severity: 'warning',
    message:
      'A table of {columns} columns is wider than the printed page: even in the smallest type, words in its cells must be divided.',
    help: 'Use a wider page for print, or divide the table.',
    explanation:
      'The columns of a table share the width of the text, each with room for its longest word. Where that is not enough the type becomes smaller, to six tenths of the text’s; where that is not enough either, words are divided, and the table is hard to read. Nothing is lost or covered.',
  },
  'ebook-image-left-out': {
    layer: 'output',
    severity: 'warning',
    message: 'The image “{path}” is not in the e-book: {why}.',
    help: 'Name a file that is there; reading systems show JPEG, PNG, GIF, WebP and SVG: save an image of another format in one of these.',
    explanation:
      'An e-book may hold only images that every reading system can show. The text stands in the place of another one, with the description that the source gives (`figDesc`).',
  },
  'ebook-page-not-xml': {
    layer: 'output',
    severity: 'error',
    message: 'The stylesheet “{stylesheet}” gives no well-formed XML for the e-book: {what}.',
    help: 'Import “variorum:epub.xsl”, or write the result with `<xsl:output method="xml"/>`.',
    explanation:
      'The pages of an e-book are XHTML. A stylesheet of your own for `epub` must return one `html` element as well-formed XML for each page.',
  },
  'ebook-title-missing': {
    layer: 'output',
    severity: 'warning',
    message: 'The e-book has no title: its file name stands in for it.',
    help: 'Give the document a `title` in its `titleStmt`, or the edition a “title” in the config.',
    explanation: 'Libraries and reading systems list a book by its title.',
  },
} as const satisfies Record<string, Fault>;
