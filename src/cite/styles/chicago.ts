import { chicagoBibliography } from './chicago-bibliography.ts';
import { chicagoNote, chicagoShort } from './chicago-note.ts';
import type { Edition } from './chicago-parts.ts';
import type { CitationStyle } from './style.ts';

const chicago = (edition: Edition): CitationStyle => ({
  title: edition.title,
  note: (view) => chicagoNote(edition, view),
  short: (view) => chicagoShort(edition, view),
  bibliography: (view) => chicagoBibliography(edition, view),
});

/** The Chicago Manual of Style, 17th edition (2017), notes and bibliography. */
export const chicago17 = chicago({
  title: 'Chicago, 17th edition (notes)',
  noteNames: 4,
  bibliographyNames: 11,
  bibliographyShown: 7,
  hasPlace: true,
  hasChapterPages: true,
  isYearOnly: false,
});

/** The Chicago Manual of Style, 18th edition (2024), notes and bibliography. */
export const chicago18 = chicago({
  title: 'Chicago, 18th edition (notes)',
  noteNames: 3,
  bibliographyNames: 7,
  bibliographyShown: 3,
  hasPlace: false,
  hasChapterPages: false,
  isYearOnly: true,
});

/** Turabian, A Manual for Writers, 9th edition (2018): Chicago 17 for students. */
export const turabian: CitationStyle = { ...chicago17, title: 'Turabian, 9th edition (notes)' };
