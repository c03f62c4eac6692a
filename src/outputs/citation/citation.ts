import { cff } from '../../cite/formats/cff.ts';
import { type CitationFormat, citationFormats } from '../../cite/formats.ts';
import { type Citations, readCitations } from '../../cite/read-record.ts';
import type { CitationRecord } from '../../cite/record.ts';
import { citationsOf, formNames, formsOf } from '../../cite/styled-citation.ts';
import type { Config } from '../../config/config.ts';
import type { PreparedDocument } from '../../prepare/prepared-edition.ts';
import type { Transform } from '../../xslt/transform.ts';
import type { Artifact, Output } from '../output.ts';

/** How each document is cited: a file a format in `citation/`, and those of the works that its notes name. */
export const citation: Output = {
  name: 'citation',
  stylesheets: ['citation'],
  promises: [],
  async make({ edition, config, world, transform }) {
    const artifacts: Artifact[] = [];
    const texts: CitationRecord[] = [];
    for (const document of edition.documents) {
      const citations = await citationsOfDocument(document, transform, config);
      if (document.kind === 'text') {
        for (const found of citations.diagnostics) world.report(found);
        texts.push(citations.document);
        artifacts.push(
          ...filesOf(document.id, [citations.document], allFormats),
          wordings(document.id, citations.document),
        );
      }
      if (citations.references.length > 0)
        artifacts.push(...filesOf(`${document.id}.references`, citations.references, listFormats));
    }
    if (texts.length > 0) {
      const { title, baseUrl } = edition.index.edition;
      artifacts.push(artifact('CITATION.cff', 'application/yaml', cff(texts, { title, url: baseUrl })));
    }
    return artifacts;
  },
  readBack: async () => [],
};

const known = new WeakMap<PreparedDocument, Promise<Citations>>();

/** The citation record of a prepared document, and those of its references; made once, by the editor's own stylesheet where the config names one. */
export function citationsOfDocument(
  document: PreparedDocument,
  transform: Transform,
  config: Config,
): Promise<Citations> {
  let citations = known.get(document);
  if (citations === undefined) {
    citations = makeCitations(document, transform, config.stylesheets.citation ?? 'citation');
    known.set(document, citations);
  }
  return citations;
}

async function makeCitations(
  document: PreparedDocument,
  transform: Transform,
  stylesheet: string,
): Promise<Citations> {
  const parameters = {
    document: document.id,
    'beside-header': hasRecordsBesideHeader(document.tei) ? 'yes' : 'no',
  };
  const ours = stylesheet === 'citation' ? { parameters } : {};
  const result = await transform({ stylesheet, source: document.tei, ...ours });
  const origin = { path: document.path, id: document.id, placeOf: (i: number) => document.placeOf(i) };
  const citations = readCitations(result.principal, origin);
  return { ...citations, diagnostics: [...result.diagnostics, ...citations.diagnostics] };
}

/** Whether prepared TEI has another header, or a reference, beside its first header. */
function hasRecordsBesideHeader(tei: string): boolean {
  const record = /<(?:[^\s<>/:]+:)?(?:teiHeader|bibl|biblStruct|biblFull)[\s/>]/g;
  record.lastIndex = Math.max(tei.search(/<\/(?:[^\s<>/:]+:)?teiHeader>/), 0);
  return record.test(tei);
}

const { cff: _, ...documentFormats } = citationFormats;
const allFormats: readonly CitationFormat[] = Object.values(documentFormats);
/** Those that hold a list. */
const listFormats: readonly CitationFormat[] = [
  citationFormats.ris,
  citationFormats.bibtex,
  citationFormats.biblatex,
  citationFormats['csl-json'],
];

function filesOf(
  stem: string,
  records: readonly CitationRecord[],
  formats: readonly CitationFormat[],
): Artifact[] {
  return formats.map(({ extension, mediaType, write }) =>
    artifact(`${stem}.${extension}`, mediaType, write(records)),
  );
}

/** The wordings of every style as plain text. */
function wordings(stem: string, record: CitationRecord): Artifact {
  const blocks = citationsOf(record).map((styled) => {
    const lines = formsOf(styled).map(({ form, wording }) =>
      form === 'whole' ? wording.text : `${formNames[form]}: ${wording.text}`,
    );
    return `${styled.title}\n${'-'.repeat(styled.title.length)}\n${lines.join('\n')}\n`;
  });
  return artifact(`${stem}.txt`, 'text/plain', blocks.join('\n'));
}

const artifact = (name: string, mediaType: string, content: string): Artifact => ({
  path: `citation/${name}`,
  mediaType,
  content,
});
