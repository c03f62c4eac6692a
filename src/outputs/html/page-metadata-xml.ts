import type { PageMetadata } from '../../cite/page-metadata.ts';
import { escapeAttribute, escapeText } from '../../xml/escape.ts';

/** What a page says of its document to machines and readers, as the XML that `html.xsl` takes as its parameter `metadata`. */
export function pageMetadataXml({ metas, links, jsonLd, citations }: PageMetadata, passages = ''): string {
  const attributes = (all: object) =>
    Object.entries(all)
      .map(([name, value]) => ` ${name}="${escapeAttribute(String(value))}"`)
      .join('');
  return [
    '<i:metadata xmlns:i="urn:x-variorum:index">',
    ...metas.map((meta) => `<i:meta${attributes(meta)}/>`),
    ...links.map((link) => `<i:link${attributes(link)}/>`),
    `<i:json-ld>${escapeText(jsonLd)}</i:json-ld>`,
    ...(passages === '' ? [] : [`<i:passages>${escapeText(passages)}</i:passages>`]),
    ...citations.map(
      ({ style, title, note, bibliography }) =>
        `<i:citation${attributes({ style, title })}><i:note>${note.html}</i:note><i:bibliography>${bibliography.html}</i:bibliography></i:citation>`,
    ),
    '</i:metadata>',
  ].join('');
}
