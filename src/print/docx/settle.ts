import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeZip, type ZipEntry } from '../../zip/write-zip.ts';
import type { Numbering } from './docx-notes.ts';

/** What the library has no words for. */
export interface Settling {
  readonly date: string;
  readonly numberings: readonly Numbering[];
  /** Width of the text in twips, which the page numbers of the contents stand at the end of. */
  readonly textWidth: number;
  readonly isRightToLeft: boolean;
}

/** The same Word file with its notes numbered as the series says and nothing of the run in it: relationship and bookmark ids counted anew, the clock pinned, files in one order (docx 9.15 writes random ids and the time). */
export function settle(
  file: Uint8Array,
  { date, numberings, textWidth, isRightToLeft }: Settling,
): Uint8Array {
  const numbered = numberings
    .map(
      ({ stream, format, restarts }) =>
        `<w:${stream}Pr><w:numFmt w:val="${format}"/>${restarts ? '<w:numRestart w:val="eachPage"/>' : ''}</w:${stream}Pr>`,
    )
    .join('');
  const parts = unzipSync(file);
  const relations = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const path of Object.keys(parts).sort())
    if (/\.(?:xml|rels)$/.test(path)) texts.set(path, strFromU8(parts[path]!));
  for (const [path, xml] of texts)
    if (path.endsWith('.rels'))
      for (const [, id] of xml.matchAll(/ Id="([^"]+)"/g))
        if (!/^rId\d+$/.test(id!) && !relations.has(id!)) relations.set(id!, `rIdv${relations.size + 1}`);
  const bookmarks = new Map<string, string>();
  const stamp = /^\d{4}-\d\d-\d\d$/.test(date) ? `${date}T00:00:00Z` : '2000-01-01T00:00:00Z';
  const entries: ZipEntry[] = [];
  for (const path of Object.keys(parts).sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))) {
    const xml = texts.get(path);
    if (xml === undefined) {
      entries.push({ path, content: parts[path]! });
      continue;
    }
    const settled = xml
      .replace(/(?<= (?:Id|r:id|r:embed)=")[^"]+/g, (id) => relations.get(id) ?? id)
      .replace(/(?<=<w:bookmark(?:Start|End)\b[^>]*? w:id=")[^"]+/g, (id) => {
        let name = bookmarks.get(id);
        if (name === undefined) {
          name = String(bookmarks.size + 1);
          bookmarks.set(id, name);
        }
        return name;
      })
      // The library has no words for how notes are numbered; the schema wants it after the heads and feet.
      .replace(/<w:sectPr\b[^>]*>(?:<w:(?:header|footer)Reference\b[^>]*\/>)*/g, `$&${numbered}`)
      // Lines of the contents are none of the text; LibreOffice counts those of every section.
      .replace(/(<w:pStyle w:val="TOC\d"\/>)(?!<w:suppressLineNumbers)/g, '$1<w:suppressLineNumbers/>')
      // The library knows one width of pages.
      .replace(
        /(<w:pStyle w:val="TOC\d"\/>.*?)<w:tabs>.*?<\/w:tabs>/g,
        `$1<w:tabs><w:tab w:val="right" w:pos="${textWidth}" w:leader="dot"/></w:tabs>${isRightToLeft ? '<w:bidi/>' : ''}`,
      )
      .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`);
    entries.push({ path, content: strToU8(settled) });
  }
  return writeZip(entries);
}

const order = (path: string): number => (path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2);
