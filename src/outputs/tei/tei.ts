import type { Output } from '../output.ts';
import { selfContained } from './self-contained.ts';

/** Each document as TEI that stands alone, for others to read, check and build without the edition's other files. */
export const tei: Output = {
  name: 'tei',
  promises: [],
  make: async ({ edition }) =>
    edition.documents.map((document) => ({
      path: `tei/${document.id}.xml`,
      mediaType: 'application/tei+xml',
      content: selfContained(document, edition),
    })),
  readBack: async () => [],
};
