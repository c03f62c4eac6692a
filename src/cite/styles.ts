import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Place } from '../diagnostics/place.ts';
import { apa } from './styles/apa.ts';
import { chicago17, chicago18, turabian } from './styles/chicago.ts';
import { gost } from './styles/gost.ts';
import { iso690 } from './styles/iso690.ts';
import { mhra } from './styles/mhra.ts';
import { mla } from './styles/mla.ts';
import { source } from './styles/source.ts';
import type { CitationStyle } from './styles/style.ts';

/** The styles by their names in the repository of the Citation Style Language, and `source`. */
export const citationStyles = {
  'chicago-notes-bibliography': chicago18,
  'chicago-notes-bibliography-17th-edition': chicago17,
  'turabian-notes-bibliography': turabian,
  'modern-language-association': mla,
  apa,
  'mhra-notes': mhra,
  'iso690-full-note-en': iso690,
  'gost-r-7-0-5-2008': gost,
  source,
} as const satisfies Record<string, CitationStyle>;

export type CitationStyleName = keyof typeof citationStyles;

/** Names that the repository has given up, and short ones. */
const aliases: Readonly<Record<string, CitationStyleName>> = {
  chicago: 'chicago-notes-bibliography',
  'chicago-18': 'chicago-notes-bibliography',
  'chicago-17': 'chicago-notes-bibliography-17th-edition',
  turabian: 'turabian-notes-bibliography',
  'turabian-fullnote-bibliography': 'turabian-notes-bibliography',
  mla: 'modern-language-association',
  mhra: 'mhra-notes',
  'modern-humanities-research-association': 'mhra-notes',
  iso690: 'iso690-full-note-en',
  'iso-690': 'iso690-full-note-en',
  gost: 'gost-r-7-0-5-2008',
};

export const defaultStyle: CitationStyleName = 'chicago-notes-bibliography';

/** The style of a name or of its alias; an unknown name is a diagnostic with what may have been meant, never another style. */
export function findStyle(
  name: string,
  place: Place,
): { style: CitationStyle; name: CitationStyleName } | Diagnostic {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/\.csl$/, '');
  const known = Object.hasOwn(citationStyles, wanted)
    ? (wanted as CitationStyleName)
    : Object.hasOwn(aliases, wanted)
      ? aliases[wanted]!
      : undefined;
  if (known !== undefined) return { style: citationStyles[known], name: known };
  const styles = Object.keys(citationStyles).join(', ');
  return diagnostic('citation-style-unknown', place, {
    style: name,
    meant: meant(wanted, [...Object.keys(citationStyles), ...Object.keys(aliases)]),
    styles,
  });
}

/** `; did you mean “apa”?`, or nothing. */
export function meant(word: string, candidates: readonly string[]): string {
  const close = didYouMean(word, candidates);
  const parts =
    close.length > 0
      ? close
      : candidates.filter((each) => word.length > 2 && (each.includes(word) || word.includes(each)));
  return parts.length === 0
    ? ''
    : `; did you mean ${parts
        .slice(0, 3)
        .map((each) => `“${each}”`)
        .join(' or ')}?`;
}
