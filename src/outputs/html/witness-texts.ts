import type { PreparedDocument, PreparedEdition } from '../../prepare/prepared-edition.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';
import { alignLines, differingWords } from './align-lines.ts';

/** How many witnesses stand side by side on one page. */
const perPage = 12;

/** A page of witness texts: where it stands, and what it shows as the XML that `html.xsl` takes as its parameter `witness-texts`. */
export interface WitnessTexts {
  readonly route: string;
  readonly xml: string;
}

/** The texts of a document's witnesses beside its reading text, line by line, with the words that differ marked; none where the encoding does not give them. */
export function witnessTexts(edition: PreparedEdition, document: PreparedDocument): WitnessTexts[] {
  if (!edition.index.apparatus.some((entry) => entry.document === document.id)) return [];
  const reading = linesOf(document.readingText);
  const texts = edition.index.witnesses
    .filter(({ kind }) => kind === 'witness')
    .flatMap(({ id, siglum }) => {
      const text = document.textOfWitness(id);
      return text === undefined ? [] : [{ id, siglum, lines: alignLines(reading, linesOf(text)) }];
    });
  const pages = Math.ceil(texts.length / perPage);
  return Array.from({ length: pages }, (_, page) => {
    const shown = texts.slice(page * perPage, (page + 1) * perPage);
    const rows = reading.map((line, at) => {
      const cells = shown.map(({ lines }) => {
        const own = lines[at];
        if (own === undefined) return '<i:cell missing="true"/>';
        const runs = differingWords(line, own).map(({ text, differs }) =>
          differs ? `<i:differs>${escapeText(text)}</i:differs>` : escapeText(text),
        );
        return `<i:cell>${runs.join(' ')}</i:cell>`;
      });
      return `<i:row><i:cell>${escapeText(line)}</i:cell>${cells.join('')}</i:row>`;
    });
    const heads = shown.map(
      ({ id, siglum }) => `<i:head witness="${escapeAttribute(id)}">${escapeText(siglum)}</i:head>`,
    );
    const suffix = page === 0 ? '' : `-${page + 1}`;
    return {
      route: `${document.id}.witnesses${suffix}.html`,
      xml: `<i:texts xmlns:i="urn:x-variorum:index" route="${escapeAttribute(`${document.id}.witnesses${suffix}.html`)}">${heads.join('')}${rows.join('')}</i:texts>`,
    };
  });
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
