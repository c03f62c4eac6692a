import type { CitationRecord } from './record.ts';
import { type RichText, toHtml, toText } from './rich-text.ts';
import { type CitationStyleName, citationStyles } from './styles.ts';
import { type View, viewOf } from './view.ts';

/** A citation as text to copy and as HTML to show. */
export interface Wording {
  readonly text: string;
  readonly html: string;
}

/** How a document is cited in one style. */
export interface StyledCitation {
  readonly style: CitationStyleName;
  readonly title: string;
  readonly note: Wording;
  readonly short: Wording;
  readonly bibliography: Wording;
}

/** What a wording is for; `whole` where a style has one wording for everything. */
export type CitationForm = 'note' | 'in-text' | 'short-note' | 'bibliography' | 'whole';

/** The forms in English, as the command line and text files call them. */
export const formNames: Readonly<Record<CitationForm, string>> = {
  note: 'Note',
  'in-text': 'In the text',
  'short-note': 'Short note',
  bibliography: 'Bibliography',
  whole: '',
};

/** The citation of a view in one style. */
export function styledCitationOf(name: CitationStyleName, view: View): StyledCitation {
  const style = citationStyles[name];
  return {
    style: name,
    title: style.title,
    note: wording(style.note(view)),
    short: wording(style.short(view)),
    bibliography: wording(style.bibliography(view)),
  };
}

/** The citation in every style that has something to say, the default first. */
export function citationsOf(record: CitationRecord): StyledCitation[] {
  const view = viewOf(record);
  return (Object.keys(citationStyles) as CitationStyleName[])
    .map((name) => styledCitationOf(name, view))
    .filter(({ note }) => note.text !== '');
}

/** The wordings of a style that differ, each by what it is for. */
export function formsOf({
  note,
  short,
  bibliography,
}: StyledCitation): { form: CitationForm; wording: Wording }[] {
  // Author-date styles have one form in the text, first and later.
  const isInText = note.text === short.text;
  const forms = [
    { form: isInText ? ('in-text' as const) : ('note' as const), wording: note },
    { form: 'short-note' as const, wording: isInText ? { text: '', html: '' } : short },
    { form: 'bibliography' as const, wording: bibliography },
  ].filter(({ wording: { text } }) => text !== '');
  const isOne = new Set(forms.map(({ wording: { text } }) => text)).size === 1;
  return isOne ? [{ form: 'whole', wording: note }] : forms;
}

const wording = (text: RichText): Wording => ({ text: toText(text), html: toHtml(text) });
