import { escapeAttribute } from '../../xml/escape.ts';
import type { TransformMessage } from '../../xslt/transform.ts';

/** An element that a document has and the stylesheets show in no form of its own. */
export interface Unhandled {
  readonly document: string;
  readonly route: string;
  readonly name: string;
  readonly count: number;
}

/** The unsupported elements among the messages of one document's page. */
export function unhandledIn(
  document: string,
  route: string,
  messages: readonly TransformMessage[],
): Unhandled[] {
  const counts = new Map<string, number>();
  for (const { code, name } of messages) {
    if (code === 'unsupported-element' && name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ document, route, name, count }));
}

/** The index with what making the pages found, for the page on the state of the encoding; in the order of documents and names, whichever page was ready first. */
export function withFindings(indexXml: string, all: readonly Unhandled[]): string {
  const key = ({ document, name }: Unhandled) => `${document}\0${name}`;
  const sorted = [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const lines = sorted.map(
    ({ document, route, name, count }) =>
      `<i:unhandled document="${escapeAttribute(document)}" route="${escapeAttribute(route)}" name="${escapeAttribute(name)}" count="${count}"/>`,
  );
  const end = indexXml.lastIndexOf('</i:index>');
  return `${indexXml.slice(0, end)}<i:findings>${lines.join('')}</i:findings></i:index>`;
}
