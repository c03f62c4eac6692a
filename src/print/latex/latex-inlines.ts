import { composeLemma, composeReadings } from '../compose-entry.ts';
import type { PrintOptions } from '../options.ts';
import type { Entry, Inline, Note, PrintDocument, Series, Style } from '../print-document.ts';
import { type SourceSpan, sourceKey } from '../source-keys.ts';
import { escapeLatex, latexName } from './escape-latex.ts';
import { babelName } from './latex-languages.ts';

/** What writing inlines needs to know of the document. */
export interface LatexSetting {
  readonly document: PrintDocument;
  readonly options: PrintOptions;
  /** reledmac's letter of each band. */
  readonly letters: ReadonlyMap<string, string>;
  readonly series: ReadonlyMap<string, Series>;
  readonly notes: ReadonlyMap<string, Note>;
  /** Printed numbers of notes. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Where notes and entries stand by the source's own count. */
  readonly sources: ReadonlyMap<string, SourceSpan>;
  /** Ids that something refers to and that stand in the text. */
  readonly targets: ReadonlySet<string>;
  /** Those of them that no label has been written for. */
  readonly labels: Set<string>;
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

/** The label of an id, where something refers to it; the first place of an id has it. */
export function labelLatex(id: string | undefined, { labels }: LatexSetting): string {
  return id !== undefined && labels.delete(id) ? `\\edlabel{${latexName(id)}}` : '';
}

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
        out += `${labelLatex(inline.entry, setting)}\\edlabel{${latexName(inline.entry)}-s}`;
        continue;
      }
      out += `${labelLatex(inline.entry, setting)}\\edtext{${latexInlines(inlines.slice(at + 1, end), setting)}}{${entryLatex(inline.entry, setting, '')}}`;
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
      const name = babelName(inline.language);
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
      return labelLatex(inline.id, setting);
    case 'reference': {
      const target = latexName(inline.target);
      const content = latexInlines(inline.content, setting);
      if (inline.shows === 'content') return content;
      const note = inline.shows === 'number' ? setting.notes.get(inline.target) : undefined;
      if (note !== undefined)
        return isPaged(setting.series.get(note.series))
          ? `${content}\\ref{note-${target}}`
          : content + escapeLatex(setting.numbers.get(inline.target) ?? '');
      if (!setting.targets.has(inline.target)) return content;
      return `${content}\\${inline.shows === 'page' ? 'edpageref' : 'edlineref'}{${target}}`;
    }
    case 'link':
      return latexInlines(inline.content, setting);
    case 'index-mark': {
      const terms = inline.terms.map((term) =>
        term.sort === '' ? indexWords(term.text) : `${indexWords(term.sort)}@${indexWords(term.text)}`,
      );
      const marks: string[] = [];
      if (inline.spanFrom !== undefined) marks.push('|)');
      else {
        if (inline.spanTo !== undefined) marks.push('|(');
        if (inline.see !== '') marks.push(`|see{${indexWords(inline.see)}}`);
        if (inline.seeAlso !== '') marks.push(`|seealso{${indexWords(inline.seeAlso)}}`);
        const isPlaced = inline.isPlaced !== false && inline.see === '' && inline.spanTo === undefined;
        if (isPlaced) marks.unshift('');
      }
      return marks.map((mark) => `\\vindex{${latexName(inline.index)}}{${terms.join('!')}${mark}}`).join('');
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
  const language = note.language === undefined ? undefined : babelName(note.language);
  const words = latexInlines(note.content, setting);
  const content = `\\vid{${latexName(id)}}${language === undefined ? words : `\\foreignlanguage{${language}}{${words}}`}`;
  const label = labelLatex(id, setting);
  if (series.key !== 'mark') {
    const key = ownKey(id, series, setting);
    return `${label}\\edtext{}{\\lemma{${key}}\\${letter}footnote[nosep${key === '' ? '' : ',nonum'}]{${content}}}`;
  }
  if (isPaged(series))
    return `${label}\\vnotepaged${isSilent ? 'silent' : ''}{${letter}}{${latexName(id)}}{${content}}`;
  return `${label}\\vnote${isSilent ? 'silent' : ''}{${letter}}{${escapeLatex(setting.numbers.get(id) ?? note.n)}}{${content}}`;
}

function entryLatex(id: string, setting: LatexSetting, reference: string): string {
  const entry = setting.entries.get(id);
  if (entry === undefined) return '';
  const { options } = setting;
  const lemma = composeLemma(entry, options);
  const said = latexInlines(composeReadings(entry, options), setting);
  const letter = setting.letters.get(entry.series)!;
  const key =
    entry.loc === ''
      ? ownKey(id, setting.series.get(entry.series)!, setting)
      : `\\textbf{${escapeLatex(entry.loc)}} `;
  const flags = [lemma.length === 0 || said === '' ? 'nosep' : '', key === '' ? '' : 'nonum'].filter(
    (flag) => flag !== '',
  );
  return `${reference}\\lemma{${key}${latexInlines(lemma, setting)}}\\${letter}footnote${flags.length > 0 ? `[${flags.join(',')}]` : ''}{\\vid{${latexName(id)}}${said}}`;
}

/** Whether the notes of a series are counted by TeX, as each page begins anew. */
export const isPaged = (series: Series | undefined): boolean =>
  series?.key === 'mark' && series.restart === 'page';

/** The key that the source itself gives a band's item; nothing where reledmac's line number is the key. */
function ownKey(id: string, series: Series, { sources }: LatexSetting): string {
  const source = sources.get(id);
  if (series.key === 'line' || series.key === 'mark' || source === undefined) return '';
  const key = sourceKey(source, series.key);
  return key === '' ? '' : `\\textbf{${escapeLatex(key)}} `;
}
