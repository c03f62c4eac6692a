import { plain } from '../rich-text.ts';
import type { View } from '../view.ts';
import type { CitationStyle } from './style.ts';

/** The form of citation that the source itself asks for, word for word; nothing where it asks for none. */
export const source: CitationStyle = {
  title: 'The source’s own form',
  note: ({ record }: View) => plain(record.sourceCitation),
  short: () => [],
  bibliography: ({ record }: View) => plain(record.sourceCitation),
};
