import type { PageMetadata } from '../../cite/page-metadata.ts';
import { formsOf } from '../../cite/styled-citation.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';

/** What a page says of its document to machines and readers, as the XML that `html.xsl` takes as its parameter `metadata`. */
export function pageMetadataXml({ metas, links, jsonLd, citations }: PageMetadata, passages = ''): string {
  const attributes = (all: object) =>
    Object.entries(all)
      .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
      .join('');
  /** The styles that word the document alike stand together. */
  const styles = new Map<string, string[]>();
  for (const citation of citations) {
    const { style, title } = citation;
    const wordings = formsOf(citation)
      .map(({ form, wording }) => `<i:wording form="${form}">${wording.html}</i:wording>`)
      .join('');
    const known = styles.get(wordings) ?? [];
    styles.set(wordings, [...known, `<i:style${attributes({ name: style, title })}/>`]);
  }
  return [
    '<i:metadata xmlns:i="urn:x-variorum:index">',
    ...metas.map((meta) => `<i:meta${attributes(meta)}/>`),
    ...links.map((link) => `<i:link${attributes(link)}/>`),
    `<i:json-ld>${escapeText(jsonLd)}</i:json-ld>`,
    ...(passages === '' ? [] : [`<i:passages>${escapeText(passages)}</i:passages>`]),
    ...[...styles].map(([wordings, all]) => `<i:citation>${all.join('')}${wordings}</i:citation>`),
    '</i:metadata>',
  ].join('');
}
