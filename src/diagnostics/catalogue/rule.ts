import type { Fault } from '../fault.ts';

/** Faults that the rules find: each in one file of `src/rules`. */
export const ruleFaults = {
  'cite-structure-fails': {
    layer: 'rule',
    severity: 'error',
    message: 'This <citeStructure> names no passages: {what}.',
    help: 'Try the XPath on the document; a name without a prefix is TEI’s, and @match of the outermost starts with /.',
    explanation:
      'The expressions in `citeStructure/@match`, `@use` and `citeData/@use` are XPath 3.1. Where one fails, the passages that it should name have no reference; those of the other structures keep theirs, and every passage keeps its anchor.',
  },
  'ambiguous-reference': {
    layer: 'rule',
    severity: 'warning',
    message: 'This passage {what}.',
    help: 'Give each passage a name of its own, in @n or whatever @use takes.',
    explanation:
      'A reference such as `4.2` must lead to one passage. Where two bear the same, a citation leads to the first of them.',
  },
  'not-tei': {
    layer: 'rule',
    severity: 'error',
    message: '{what}, so nothing here is read as TEI.',
    explanation:
      'A TEI P5 document has the namespace `http://www.tei-c.org/ns/1.0` on its root. Without it, every element is unknown, so this one message stands for all. TEI P4 (`TEI.2`) has to be converted first.',
  },
  'deleted-span-in-text': {
    layer: 'rule',
    severity: 'warning',
    message: 'What this <delSpan> deletes is still in the reading text.',
    help: 'Mark the deletion with <del>, one in each block where it crosses blocks.',
    explanation:
      'A `delSpan` deletes all that follows up to the place that its `@spanTo` points to, across the elements of the text. The reading text takes or leaves elements, so it cannot leave out such a stretch; it leaves out a `del`. What `addSpan` and `damageSpan` mark belongs to the reading text.',
  },
  'fragment-document': {
    layer: 'rule',
    severity: 'warning',
    message: 'The root is <{root}>, a part of a TEI document, and no other file includes it.',
    help: 'Include it in a document with <xi:include href="…"/>, or put it into a <TEI> with a header.',
    explanation:
      'A part without a header has no title, no source and no responsibility. It is read all the same.',
  },
  'untitled-document': {
    layer: 'rule',
    severity: 'warning',
    message: 'The document has no title.',
    help: 'Give one in teiHeader/fileDesc/titleStmt/title.',
    explanation: 'The title heads the page, the table of contents and every citation.',
  },
  'schema-on-one-machine': {
    layer: 'rule',
    severity: 'warning',
    message: 'The schema “{href}” is on one person’s machine.',
    help: 'Put the schema into the project and name it by a relative path.',
    explanation:
      'An `xml-model` instruction with a `file:` address or an absolute path works on the machine where it was written and nowhere else.',
  },
  'include-loop': {
    layer: 'rule',
    severity: 'error',
    message: 'The inclusions go in a circle: {chain}.',
    help: 'Take out one of them.',
    explanation:
      'A file that includes itself, directly or through others, would never end (XInclude 1.0 §4.2.7).',
  },
  'include-explosion': {
    layer: 'rule',
    severity: 'error',
    message: 'With this inclusion the document would grow beyond {most} inclusions, or beyond 256 MB.',
    explanation:
      'Files that include one another several times over multiply. The inclusion was left out so that the machine survives.',
  },
  'invalid-include': {
    layer: 'rule',
    severity: 'error',
    message: 'This xi:include cannot be followed: {what}.',
    help: 'It needs @href with a file, @xpointer with a part, or both; @parse is “xml” or “text”.',
    explanation:
      'XInclude wants the file in `href` and the part of it in `xpointer`: `<xi:include href="persons.xml" xpointer="ada"/>`, not `href="persons.xml#ada"`.',
  },
  'unresolved-include': {
    layer: 'rule',
    severity: 'error',
    message: 'Nothing was included from {what}: {why}.{more}',
    explanation:
      'What an `xi:include` names belongs to the document; without it the text is not whole. An `xi:fallback` says what stands in for it.',
  },
  'duplicate-id': {
    layer: 'rule',
    severity: 'error',
    message: 'The id “{id}” is taken already{more}.',
    help: 'Give one of the elements another xml:id, and see which of them the pointers mean.',
    explanation:
      'An `xml:id` names one element of a document, whatever XInclude joins to it included. A pointer to an id that stands twice leads to the first.',
  },
  'invalid-id': {
    layer: 'rule',
    severity: 'error',
    message: '“{id}” is no valid xml:id: {why}{more}.',
    explanation:
      'An id is an XML name without a colon: it begins with a letter or `_` and goes on with letters, digits, `-`, `_` and `.`.',
  },
  'confusable-id': {
    layer: 'rule',
    severity: 'warning',
    message: 'The ids “{id}” and “{other}” differ only by {how}.',
    help: 'Make them more different.',
    explanation:
      'People mistake such ids, and where a file is named after an id, some systems cannot tell them apart. Sigla of witnesses may differ by case.',
  },
  'dangling-pointer': {
    layer: 'rule',
    severity: 'error',
    message: 'No element{where} has the id “{id}”{more}.',
    explanation:
      'A pointer such as `#ada` or `persons.xml#ada` leads to the element with that `xml:id`. This one leads nowhere: the id is misspelt, or its element is in a file that the edition does not have.',
  },
  'missing-file': {
    layer: 'rule',
    severity: 'error',
    message: 'There is no file “{file}” in the project{more}.',
    explanation: 'A pointer names a file by its path from the file in which it stands.',
  },
  'blank-in-file-name': {
    layer: 'rule',
    severity: 'error',
    message: 'The blanks cut the name of the file “{file}” into several pointers.',
    help: 'Write “{written}”.',
    explanation:
      'An attribute of pointers is a list with blanks between them. A blank inside an address is written `%20`.',
  },
  'pointer-without-hash': {
    layer: 'rule',
    severity: 'error',
    message: '“{word}” in @{attribute} would be the name of a file, and there is none{more}.',
    help: 'A pointer to an id begins with “#”.',
    explanation:
      'Pointers are addresses: `#A` is the element with the id `A`, `A` is a file of that name. In `@wit`, `@resp`, `@who`, `@ref` and all other pointers the `#` must be there.',
  },
  'pointer-without-file': {
    layer: 'rule',
    severity: 'warning',
    message: '“{pointer}” was found in {file}{more}.',
    help: 'Write “{written}”, so that every program finds it.',
    explanation:
      'A bare `#id` means an element of the same file. Where only another file of the edition has the id, the pointer is followed there; other programs will not do that. A `prefixDef` keeps such pointers short.',
  },
  'empty-pointer': {
    layer: 'rule',
    severity: 'warning',
    message: '@{attribute} points to nothing: it is empty{more}.',
    help: 'Fill it, or take it out.',
    explanation: 'An empty pointer looks as if it were done.',
  },
  'undeclared-prefix': {
    layer: 'rule',
    severity: 'error',
    message: 'No prefixDef declares the prefix “{prefix}:”{more}.',
    help: 'Declare it in encodingDesc/listPrefixDef, or write “#” for an id.',
    explanation:
      'A pointer such as `psn:ada` is written out by the `prefixDef` whose `@ident` is `psn` (TEI Guidelines, “Using Abbreviated Pointers”). Without it nobody knows where it leads.',
  },
  'unmatched-prefix': {
    layer: 'rule',
    severity: 'error',
    message: 'The pattern “{pattern}” of its prefixDef does not fit “{pointer}”{more}.',
    explanation: 'The part of the pointer after the prefix must match `@matchPattern`.',
  },
  'invalid-match-pattern': {
    layer: 'rule',
    severity: 'error',
    message: 'The pattern “{pattern}” {what}.',
    explanation:
      '`@matchPattern` is a regular expression. One such as `(a+)+` can take longer than the universe has; matching is given up after a tenth of a second.',
  },
  'link-outside-project': {
    layer: 'rule',
    severity: 'error',
    message: '“{pointer}” leads out of the project{where}{more}. It is neither read nor copied.',
    help: 'Copy the file into the project and point to it by a relative path.',
    explanation:
      'An absolute path, a `file:` address, a path with too many `..` or a symbolic link leads to files of one machine, which nobody else has and which may be private.',
  },
  'unsafe-link': {
    layer: 'rule',
    severity: 'warning',
    message: 'This link is left out of every output: {what} is not safe.',
    explanation:
      'Links with `javascript:`, `vbscript:`, `data:` and the like could run a program in the page of whoever reads the edition; a NUL could cut a file’s name short.',
  },
  'invalid-date': {
    layer: 'rule',
    severity: 'error',
    message: '“{value}” is no date: {why}{more}.',
    explanation:
      'Dates in `@when`, `@from`, `@to`, `@notBefore`, `@notAfter` have the form of XML Schema: `1962-10-27`, `1962-10`, `1962`, `--10-27`, `1962-10-27T17:00:00+03:00`; a year has at least four digits. Those with `-iso` may have any form of ISO 8601. Attributes with `-custom` may hold anything and are not checked.',
  },
  'reversed-dates': {
    layer: 'rule',
    severity: 'error',
    message: '@{attribute} “{end}” is earlier than @{other} “{begin}”.',
    explanation: 'A span of time ends after it begins.',
  },
  'contradicting-date': {
    layer: 'rule',
    severity: 'warning',
    message: '@when is “{value}”, but the text says “{text}”.',
    help: 'Correct one of them; if another calendar explains it, say so in @calendar.',
    explanation:
      'Told only where the text is nothing but a date. Differences that the Julian calendar or an old beginning of the year explains are passed over.',
  },
  'invalid-language-tag': {
    layer: 'rule',
    severity: 'error',
    message: '“{tag}” is no language tag{more}.',
    help: 'A tag is “en”, “grc”, “ru-Latn” or “pt-BR” (BCP 47).',
    explanation:
      '`xml:lang` and `language/@ident` hold tags of BCP 47: a code of two or three letters, then, where needed, script, region and variant, joined by hyphens. What has no code is written `x-…`.',
  },
  'undeclared-language': {
    layer: 'rule',
    severity: 'warning',
    message: 'langUsage does not declare the language “{tag}”{more}.',
    help: 'Add <language ident="{tag}"> to profileDesc/langUsage.',
    explanation: 'Where the header lists the languages of a document, readers take the list to be whole.',
  },
  'unmentioned-register-entry': {
    layer: 'rule',
    severity: 'warning',
    message: 'Nothing points to the entry “{id}” ({name}){more}.',
    explanation:
      'An entry of a register that no text mentions is perhaps a name that was not tagged, or a pointer to the wrong entry.',
  },
  'mention-without-entry': {
    layer: 'rule',
    severity: 'warning',
    message: 'No entry has the key “{key}”{more}.',
    explanation:
      'Told where most `@key`s of the edition are ids of entries. Elsewhere keys belong to a database that cannot be looked into.',
  },
  'name-without-reference': {
    layer: 'rule',
    severity: 'warning',
    message: 'The name “{name}” points to no entry{more}.',
    help: 'Give it @ref, or @key.',
    explanation: 'Off unless you set it: for editions in which every tagged name belongs to a register.',
  },
  'note-without-call': {
    layer: 'rule',
    severity: 'warning',
    message: '{note} is called from nowhere{more}.',
    explanation:
      'A note that stands in the text is its own call. One that stands away from it (in `noteGrp`, in a division of notes, in `standOff`) needs a place in the text that calls it, or names that place in `@target`.',
  },
  'call-without-note': {
    layer: 'rule',
    severity: 'error',
    message: 'This call {what}.',
    explanation:
      'A `ptr` or `ref` whose `@type` is `noteCall`, `note`, `fn` or the like calls a note; several calls may share one note.',
  },
  'note-without-responsibility': {
    layer: 'rule',
    severity: 'warning',
    message: 'The note does not say whose it is{more}.',
    help: 'Give it @resp, or put @resp on the noteGrp or div that holds the notes; for the author’s own notes type="authorial".',
    explanation: 'Readers must be able to tell the author’s notes from the editor’s and the translator’s.',
  },
} as const satisfies Record<string, Fault>;
