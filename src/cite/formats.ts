import { biblatex } from './formats/biblatex.ts';
import { bibtex } from './formats/bibtex.ts';
import { cff } from './formats/cff.ts';
import { cslJson } from './formats/csl-json.ts';
import { datacite } from './formats/datacite.ts';
import { dublinCore } from './formats/dublin-core.ts';
import { jsonLd } from './formats/json-ld.ts';
import { ris } from './formats/ris.ts';
import type { CitationRecord } from './record.ts';

/** One format of exchange. */
export interface CitationFormat {
  /** What it is called on a page. */
  readonly title: string;
  /** What follows the document's id in a file's name. */
  readonly extension: string;
  readonly mediaType: string;
  /** Formats of one record a file write the first only. */
  write(records: readonly CitationRecord[]): string;
}

const ofFirst = (write: (record: CitationRecord) => string) => (records: readonly CitationRecord[]) =>
  records[0] === undefined ? '' : write(records[0]);

/** The formats by the name that the command line takes. */
export const citationFormats = {
  ris: { title: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', write: ris },
  bibtex: { title: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', write: bibtex },
  biblatex: {
    title: 'BibLaTeX',
    extension: 'biblatex.bib',
    mediaType: 'application/x-bibtex',
    write: biblatex,
  },
  'csl-json': {
    title: 'CSL-JSON',
    extension: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: cslJson,
  },
  datacite: {
    title: 'DataCite',
    extension: 'datacite.xml',
    mediaType: 'application/xml',
    write: ofFirst(datacite),
  },
  'dublin-core': {
    title: 'Dublin Core',
    extension: 'dc.xml',
    mediaType: 'application/xml',
    write: ofFirst(dublinCore),
  },
  'json-ld': {
    title: 'JSON-LD',
    extension: 'jsonld',
    mediaType: 'application/ld+json',
    write: ofFirst(jsonLd),
  },
  cff: {
    title: 'CITATION.cff',
    extension: 'cff',
    mediaType: 'application/yaml',
    write: (records) => cff(records),
  },
} as const satisfies Record<string, CitationFormat>;

export type CitationFormatName = keyof typeof citationFormats;
