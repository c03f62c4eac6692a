import { createRequire } from 'node:module';
import type { CitationDate, CitationRecord } from '../record.ts';
import { displayName, namesOf, sortName } from '../record.ts';
import { oneLine, viewOf } from '../view.ts';

export type DublinCoreTerm = readonly [element: string, value: string];

const types: Readonly<Record<string, string>> = { webpage: 'InteractiveResource' };

/** The record in Dublin Core terms (DCMI), `dc:` for the fifteen elements and `dcterms:` for their refinements. */
export function dublinCoreTerms(record: CitationRecord): DublinCoreTerm[] {
  const view = viewOf(record);
  const isoDate = (date: CitationDate | undefined) =>
    date === undefined ? '' : date.to === '' ? date.from : `${date.from}/${date.to}`;
  const rights = record.rights;
  const terms: DublinCoreTerm[] = [
    ['dc:title', view.title],
    ...record.otherTitles.map((title): DublinCoreTerm => ['dcterms:alternative', title]),
    ['dcterms:alternative', record.titleShort],
    ...view.authors.map((name): DublinCoreTerm => ['dc:creator', sortName(name)]),
    ...record.responsibilities
      .filter(({ role }) => !['author', 'funder', 'sponsor', 'sender'].includes(role))
      .map(
        ({ role, name, said }): DublinCoreTerm => ['dc:contributor', `${sortName(name)} (${said || role})`],
      ),
    ...namesOf(record, 'funder', 'sponsor').map(
      (name): DublinCoreTerm => ['dc:contributor', `${displayName(name)} (funder)`],
    ),
    ['dcterms:created', isoDate(record.issued) || (record.issued?.words ?? '')],
    ['dcterms:issued', isoDate(record.published) || (record.published?.words ?? '')],
    ['dc:publisher', record.publisher || record.archive],
    ['dc:type', types[record.type] ?? 'Text'],
    ['dc:format', 'application/tei+xml'],
    ['dc:language', record.language],
    ['dc:identifier', record.doi === '' ? '' : `https://doi.org/${record.doi}`],
    ['dc:identifier', record.url],
    ...record.identifiers.map(
      ({ type, value }): DublinCoreTerm => ['dc:identifier', type === '' ? value : `${type}: ${value}`],
    ),
    ['dc:source', [view.archiveLocation, view.archive].filter(Boolean).join(', ')],
    ...record.sources.map(
      (source): DublinCoreTerm => ['dc:source', source.sourceCitation || viewOf(source).title],
    ),
    ['dcterms:isPartOf', record.series],
    ['dcterms:spatial', record.writtenPlace],
    ...record.keywords.map((keyword): DublinCoreTerm => ['dc:subject', keyword]),
    ['dcterms:abstract', record.abstract],
    ['dcterms:extent', record.extent],
    ['dcterms:bibliographicCitation', record.sourceCitation],
    [
      'dc:rights',
      rights.text === undefined
        ? ''
        : `Text: ${rights.text.words || rights.text.target || rights.text.status}`,
    ],
    [
      'dc:rights',
      rights.encoding === undefined
        ? ''
        : `Encoding and notes: ${rights.encoding.words || rights.encoding.target}`,
    ],
  ];
  return terms
    .map(([element, value]): DublinCoreTerm => [element, oneLine(value)])
    .filter(([, value]) => value !== '');
}

/** Dublin Core as XML: a flat list of elements. */
export function dublinCore(record: CitationRecord): string {
  // Loaded on first use: a build without these formats is done sooner.
  const { create } = createRequire(import.meta.url)('xmlbuilder2') as typeof import('xmlbuilder2');
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele('metadata', {
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    'xmlns:dcterms': 'http://purl.org/dc/terms/',
  });
  // xmlbuilder2 4.0 takes `&amp;` in a text for an escaped `&`.
  for (const [element, value] of dublinCoreTerms(record))
    root.ele(element).txt(value.replaceAll('&', '&amp;'));
  return `${document.end({ prettyPrint: false, wellFormed: true })}\n`;
}
