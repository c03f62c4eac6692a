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
  const comparison = texts.length === 0 ? '' : comparisonXml(reading, texts);
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
      xml: `<i:texts xmlns:i="urn:x-variorum:index" route="${escapeAttribute(`${document.id}.witnesses${suffix}.html`)}">${heads.join('')}${page === 0 ? comparison : ''}${rows.join('')}</i:texts>`,
    };
  });
}

interface WitnessText {
  readonly siglum: string;
  /** Beside each line of the reading text its own, or undefined. */
  readonly lines: readonly (string | undefined)[];
}

/** What the script needs to compare any two: for each row the different lines, and which of them each text has (0 the reading text; -1 none). */
function comparisonXml(reading: readonly string[], texts: readonly WitnessText[]): string {
  const rows = reading.map((line, at) => {
    const different = [line];
    const of = texts.map(({ lines }) => {
      const own = lines[at];
      if (own === undefined) return -1;
      const known = different.indexOf(own);
      return known < 0 ? different.push(own) - 1 : known;
    });
    return { lines: different, of: [0, ...of] };
  });
  const sigla = texts.map(({ siglum }) => `<i:siglum>${escapeText(siglum)}</i:siglum>`).join('');
  // In a script `<` could end it.
  const json = JSON.stringify(rows).replaceAll('<', '\\u003c');
  return `<i:comparison>${sigla}<i:lines>${escapeText(json)}</i:lines></i:comparison>`;
}

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
