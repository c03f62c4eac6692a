import { createHash } from 'node:crypto';
import type { Quotation } from '../edition/passage-text.ts';
import type { Passage } from './passage.ts';

/** What is said of a passage beside its place and its words. */
export interface AnnotationContext {
  /** The address under which the edition's pages stand, or ''. */
  readonly baseUrl: string;
  /** The edition's version and its date (ISO 8601), or ''. */
  readonly version: string;
  readonly versionDate: string;
  /** How the passage is cited, in words. */
  readonly citation: string;
}

/** An annotation as JSON-LD. */
export type Annotation = { readonly [key: string]: unknown };

/**
 * A bookmark of a passage (W3C Web Annotation Data Model): its target is found by the anchor, and by its words where the anchor has gone (4.2.1, 4.2.4).
 * The target's own address bears the hash of the passage's text, so `cite --check` reads it.
 */
export function annotationOf(passage: Passage, quotation: Quotation, context: AnnotationContext): Annotation {
  const { baseUrl, version, versionDate, citation } = context;
  const absolute = (route: string) => (baseUrl === '' ? route : new URL(route, baseUrl).href);
  const [page = '', fragment = ''] = passage.route.split(/\?[^#]*#|#/);
  const address = absolute(passage.route);
  const sourceDate = startOfVersion(versionDate);
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: uuidOf(`${address} ${quotation.exact}`),
    type: 'Annotation',
    motivation: 'bookmarking',
    body: { type: 'TextualBody', value: citation, format: 'text/plain', purpose: 'describing' },
    target: {
      id: address,
      type: 'SpecificResource',
      source: absolute(page),
      selector: [
        { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value: fragment },
        { type: 'TextQuoteSelector', ...quotation },
      ],
      ...(sourceDate === '' ? {} : { state: { type: 'TimeState', sourceDate } }),
      // The context binds `schema` to schema.org, which has words for both.
      ...(version === '' ? {} : { 'schema:version': version }),
      'schema:sha256': passage.textHash,
    },
  };
}

/** The moment from which the text is what it is (xsd:dateTime); '' where the version's date is no day. */
export const startOfVersion = (versionDate: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(versionDate) ? `${versionDate}T00:00:00Z` : '';

/** The same bytes every time: a UUID made of a digest (RFC 9562, version 8). */
function uuidOf(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(digest[16]!, 16) & 3) | 8).toString(16);
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
