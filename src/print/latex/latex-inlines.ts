import { composeLemma, composeReadings } from '../compose-entry.ts';
import type { PrintOptions } from '../options.ts';
import type { Entry, Inline, Note, PrintDocument, Series, Style } from '../print-document.ts';
import { escapeLatex, latexName } from './escape-latex.ts';

/** Names of languages in babel, whose patterns and rules come with babel itself. */
export const babelNames: Readonly<Record<string, string>> = {
  ar: 'arabic',
  bg: 'bulgarian',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  fi: 'finnish',
  fr: 'french',
  grc: 'ancientgreek',
  he: 'hebrew',
  hu: 'hungarian',
  it: 'italian',
  la: 'latin',
  nl: 'dutch',
  no: 'norsk',
  pl: 'polish',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sv: 'swedish',
  tr: 'turkish',
  uk: 'ukrainian',
};

/** What writing inlines needs to know of the document. */
export interface LatexSetting {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  /** reledmac's letter of each band. */
  readonly letters: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, Series>;
  readonly notes: ReadonlyMap<string, Note>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly registers: ReadonlyMap<
    string,
    { readonly index: string; readonly label: string; readonly sort: string }
  >;
}

const commands: Readonly<Record<Style, string>> = {
  italic: '\\emph',
  bold: '\\textbf',
  'small-caps': '\\textsc',
  superscript: '\\textsuperscript',
  subscript: '\\textsubscript',
  underline: '\\underline',
  strike: '\\vstrike',
  spaced: '\\vspaced',
};

/** Inlines as LaTeX. A lemma within one run is `\edtext`; one that crosses others or leaves its paragraph is marked at both ends (`\xxref`). */
export function latexInlines(inlines: readonly Inline[], setting: LatexSetting): string {
  let out = '';
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at]!;
    if (inline.kind === 'entry-start') {
      const end = inlines.findIndex(
        (each, index) => index > at && each.kind === 'entry-end' && each.entry === inline.entry,
      );
      if (end < 0) {
        out += `\\edlabel{${latexName(inline.entry)}-s}`;
        continue;
      }
      out += `\\edtext{${latexInlines(inlines.slice(at + 1, end), setting)}}{${entryLatex(inline.entry, setting, '')}}`;
      at = end;
    } else out += inlineLatex(inline, setting);
  }
  return out;
}

function inlineLatex(inline: Inline, setting: LatexSetting): string {
  switch (inline.kind) {
    case 'text':
      return escapeLatex(inline.text);
    case 'style':
      return `${commands[inline.style]}{${latexInlines(inline.content, setting)}}`;
    case 'language': {
      const name = babelNames[inline.language.split('-')[0]!.toLowerCase()];
      const content = latexInlines(inline.content, setting);
      return name === undefined ? content : `\\foreignlanguage{${name}}{${content}}`;
    }
    case 'name':
      return (
        latexInlines(inline.content, setting) +
        inline.entries.map((entry) => indexed(entry, setting)).join('')
      );
    case 'note':
      return noteLatex(inline.note, setting, inline.isCalledInNote === true);
    case 'entry-start':
      return '';
    case 'entry-end': {
      const name = latexName(inline.entry);
      return `\\edlabel{${name}-e}\\edtext{}{${entryLatex(inline.entry, setting, `\\xxref{${name}-s}{${name}-e}`)}}`;
    }
    case 'anchor':
      return `\\edlabel{${latexName(inline.id)}}`;
    case 'reference': {
      const target = latexName(inline.target);
      const content = latexInlines(inline.content, setting);
      const note = setting.notes.get(inline.target);
      if (inline.shows === 'number') return content + escapeLatex(note?.n ?? '');
      if (inline.shows === 'line') return `${content}\\edlineref{${target}}`;
      return inline.shows === 'page' ? `${content}\\edpageref{${target}}` : content;
    }
    case 'link':
      return latexInlines(inline.content, setting);
    case 'index-mark': {
      const terms = inline.terms.map((term) =>
        term.sort === '' ? indexWords(term.text) : `${indexWords(term.sort)}@${indexWords(term.text)}`,
      );
      const more =
        inline.see === ''
          ? inline.seeAlso === ''
            ? ''
            : `|seealso{${indexWords(inline.seeAlso)}}`
          : `|see{${indexWords(inline.see)}}`;
      return `\\vindex{${latexName(inline.index)}}{${terms.join('!')}${more}}`;
    }
    case 'milestone':
      return '';
    case 'break':
      return '\\newline{}';
  }
}

/** Words of an index term: the signs of makeindex quoted. */
const indexWords = (value: string): string => escapeLatex(value).replace(/[!@|"]/g, '"$&');

function indexed(id: string, { registers }: LatexSetting): string {
  const entry = registers.get(id);
  return entry === undefined
    ? ''
    : `\\vindex{${latexName(entry.index)}}{${indexWords(entry.sort || entry.label)}@${indexWords(entry.label)}}`;
}

function noteLatex(id: string, setting: LatexSetting, isSilent: boolean): string {
  const note = setting.notes.get(id);
  if (note === undefined) return '';
  const series = setting.series.get(note.series)!;
  const letter = setting.letters.get(note.series)!;
  const content = `\\vid{${latexName(id)}}${latexInlines(note.content, setting)}`;
  const label = `\\edlabel{${latexName(id)}}`;
  if (series.key !== 'mark') return `${label}\\edtext{}{\\lemma{}\\${letter}footnote[nosep]{${content}}}`;
  return `${label}\\vnote${isSilent ? 'silent' : ''}{${letter}}{${escapeLatex(note.n)}}{${content}}`;
}

function entryLatex(id: string, setting: LatexSetting, reference: string): string {
  const entry = setting.entries.get(id);
  if (entry === undefined) return '';
  const { options } = setting;
  const lemma = composeLemma(entry, options);
  const said = latexInlines(composeReadings(entry, options), setting);
  const letter = setting.letters.get(entry.series)!;
  const flags = [lemma.length === 0 || said === '' ? 'nosep' : '', entry.loc === '' ? '' : 'nonum'].filter(
    (flag) => flag !== '',
  );
  const loc = entry.loc === '' ? '' : `\\textbf{${escapeLatex(entry.loc)}} `;
  return `${reference}\\lemma{${loc}${latexInlines(lemma, setting)}}\\${letter}footnote${flags.length > 0 ? `[${flags.join(',')}]` : ''}{\\vid{${latexName(id)}}${said}}`;
}
