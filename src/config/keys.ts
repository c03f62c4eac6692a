import type { ConfigKey } from './config-key.ts';
import { printKeys } from './print-keys.ts';

/** Every key of the config: the one table that validation, help and the reference read. */
export const configKeys: readonly ConfigKey[] = [
  {
    key: 'title',
    type: 'string',
    default: undefined,
    describes: 'Title of the edition as a whole. Without it: the title of its first document.',
    example: 'The Letters of Ada Lovelace',
  },
  {
    key: 'language',
    type: 'string',
    default: 'en',
    describes:
      'Language of the labels and generated words (a BCP 47 tag: en, de, fr, ru, es, it). The text keeps its own.',
    example: 'de',
  },
  {
    key: 'tei',
    type: 'strings',
    default: ['tei/**/*.xml'],
    describes: 'The TEI files of the edition, as glob patterns from its folder.',
    example: ['tei/letters/*.xml', 'tei/registers.xml'],
  },
  {
    key: 'output',
    type: 'string',
    default: 'output',
    describes: 'The folder that a build writes. It must not hold anything else.',
    example: 'public',
  },
  {
    key: 'outputs',
    type: 'strings',
    default: ['html', 'text', 'citation', 'tei'],
    describes: 'The outputs of a build, when `--only` names none.',
    example: ['html', 'pdf'],
  },
  {
    key: 'schema',
    type: 'strings',
    default: [],
    describes:
      'RELAX NG (.rng, .rnc) and Schematron (.sch) schemas that every file is validated against; `variorum` is the profile that comes with the program.',
    example: ['variorum', 'schema/house-rules.sch'],
  },
  {
    key: 'baseUrl',
    type: 'string',
    default: '',
    describes: 'Where the edition will stand on the web; permanent links and citations start with it.',
    example: 'https://example.org/edition/',
  },
  {
    key: 'text.width',
    type: 'integer',
    minimum: 0,
    default: 72,
    describes: 'Columns of the plain text; 0 writes one paragraph a line.',
    example: 80,
  },
  {
    key: 'reading.choice',
    type: 'strings',
    default: [],
    describes:
      'The children of a `choice` that the text takes before all others. Without it: `corr`, `reg`, `expan`, `ex`.',
    example: ['abbr', 'orig'],
  },
  {
    key: 'rules',
    type: 'severities',
    default: {},
    describes: 'Sets a check off, to a warning or to an error, by its code.',
    example: { 'unmentioned-register-entry': 'off' },
  },
  {
    key: 'stylesheets',
    type: 'paths',
    default: {},
    describes: 'An own XSLT stylesheet in the place of ours, by the name of the output.',
    example: { html: 'xslt/my-page.xsl' },
  },
  {
    key: 'notes.numbering',
    type: 'choice',
    values: ['document', 'series', 'source'],
    default: 'document',
    describes: 'Numbers notes through the document, through each series, or takes the `@n` of the source.',
    example: 'source',
  },
  {
    key: 'apparatus.baseWitness',
    type: 'string',
    default: undefined,
    describes: 'The `xml:id` of the witness whose readings are the text where an `app` has no `lem`.',
    example: 'A',
  },
  {
    key: 'apparatus.policy',
    type: 'choice',
    values: ['negative', 'positive'],
    default: 'negative',
    describes:
      'A positive apparatus names the witnesses of the lemma too, and every witness must have a reading.',
    example: 'positive',
  },
  {
    key: 'apparatus.terms',
    type: 'string',
    default: 'la',
    describes: 'Language of the terms of the apparatus (om., add., transp. …).',
    example: 'de',
  },
  ...printKeys,
  {
    key: 'epub.volumes',
    type: 'choice',
    values: ['edition', 'document'],
    default: 'edition',
    describes:
      'One e-book for the whole edition, with a chapter for each document, or one for each document.',
    example: 'document',
  },
  {
    key: 'epub.cover',
    type: 'string',
    default: '',
    describes:
      'Image for the cover of the e-book (JPEG or PNG; best 1,600 by 2,560 pixels). Without it: a cover of type with title and author.',
    example: 'images/cover.jpg',
  },
  {
    key: 'epub.identifier',
    type: 'string',
    default: '',
    describes:
      'Identifier of the e-book, a URI such as `urn:isbn:…` or a DOI. Without it: where the edition stands on the web, or a UUID made from its title.',
    example: 'urn:isbn:9780000000002',
  },
  {
    key: 'epub.pageImages',
    type: 'true or false',
    default: true,
    describes:
      'Takes the images of the source’s pages into the e-book. The figures of the text are always in it.',
    example: false,
  },
];
