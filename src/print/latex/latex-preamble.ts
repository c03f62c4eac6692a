import type { PrintOptions } from '../options.ts';
import type { PrintDocument, Series } from '../print-document.ts';
import { escapeLatex, latexName } from './escape-latex.ts';
import { babelNames } from './latex-inlines.ts';

const pt = (length: number): string => `${Number(length.toFixed(2))}bp`;

/** Everything before the text: packages, page, bands of the foot, and the few commands that the text uses. */
export function latexPreamble(
  document: PrintDocument,
  options: PrintOptions,
  series: readonly Series[],
  letters: ReadonlyMap<string, string>,
): string {
  const languages = languagesOf(document);
  const main = babelNames[document.language.split('-')[0]!.toLowerCase()] ?? 'english';
  const used = [...letters.values()];
  const indexes = indexesLatex(document);
  return `% Written from a print document; compile twice or more with xelatex or lualatex.
\\documentclass[10pt,twoside,openright]{book}
\\usepackage[paperwidth=${pt(options.pageSize[0])},paperheight=${pt(options.pageSize[1])},inner=${pt(options.marginInner)},outer=${pt(options.marginOuter)},top=${pt(options.marginTop)},bottom=${pt(options.marginBottom)}]{geometry}
\\usepackage{fontspec}
\\usepackage{iftex,calc,array,longtable,fancyhdr}
\\ifluatex\\usepackage[bidi=basic]{babel}\\else\\usepackage[bidi=default]{babel}\\fi
\\babelprovide[import,main]{${main}}
${languages
  .filter((name) => name !== main)
  .map((name) => `\\babelprovide[import]{${name}}`)
  .join('\n')}
\\IfFontExistsTF{Libertinus Serif}{\\setmainfont{Libertinus Serif}}{\\IfFontExistsTF{Noto Serif}{\\setmainfont{Noto Serif}}{}}
${indexes.load}
\\usepackage[series={${(used.length > 0 ? used : ['A']).join(',')}},noend]{reledmac}
${hasParallel(document) ? '\\usepackage{reledpar}' : ''}
\\AtBeginDocument{\\fontsize{${options.fontSize}}{${Number((options.fontSize * options.leading).toFixed(2))}}\\selectfont}
\\setlength{\\parskip}{0pt}\\setlength{\\parindent}{0pt}\\emergencystretch=2em
\\lineation{${options.lineNumbers === 'page' || options.lineNumbers === 'none' ? 'page' : options.lineNumbers === 'section' ? 'section' : 'section'}}
\\firstlinenum{${options.lineNumbers === 'none' ? 100000 : options.lineNumberEvery || 100000}}\\linenumincrement{${options.lineNumberEvery || 100000}}
\\linenummargin{${options.lineNumberSide}}
\\fnpos{critical-familiar}
\\renewcommand*{\\footfudgefiddle}{70}
${series.map((each) => bandLatex(each, letters.get(each.id)!, options)).join('\n')}
\\newcommand{\\vid}[1]{}
\\newcommand{\\vnumber}{}
\\newcommand{\\vnote}[3]{\\renewcommand{\\vnumber}{#2}\\csname footnote#1\\endcsname{\\textsuperscript{#2}\\,#3}}
\\newcommand{\\vnotesilent}[3]{\\renewcommand{\\vnumber}{}\\csname footnote#1\\endcsname{\\textsuperscript{#2}\\,#3}}
\\newcommand{\\vstrike}[1]{\\leavevmode\\rlap{\\rule[.5ex]{\\widthof{#1}}{.4pt}}#1}
\\newcommand{\\vspaced}[1]{{\\addfontfeatures{LetterSpace=12}#1}}
\\newcommand{\\vquotation}[1]{\\advance\\leftskip #1em\\advance\\rightskip #1em\\relax}
\\pagestyle{fancy}\\fancyhf{}\\fancyhead[LE,RO]{\\thepage}\\fancyhead[CE]{\\emph{\\leftmark}}\\fancyhead[CO]{\\emph{\\rightmark}}\\renewcommand{\\headrulewidth}{0pt}
${indexes.use}`;
}

function bandLatex(series: Series, letter: string, options: PrintOptions): string {
  const arrangement = series.layout === 'run-in' ? 'paragraph' : 'normal';
  const size = `\\fontsize{${options.noteSize}}{${Number((options.noteSize * 1.24).toFixed(2))}}\\selectfont`;
  if (series.key !== 'mark') {
    const bracket = escapeLatex(options.lemmaBracket);
    const separator = escapeLatex(options.entrySeparator.trim());
    return `\\Xarrangement[${letter}]{${arrangement}}\\Xlemmaseparator[${letter}]{${bracket}}\\Xnotefontsize[${letter}]{${size}}${
      options.ranges === 'following' ? `\\Xtwolines[${letter}]{f.}\\Xmorethantwolines[${letter}]{ff.}` : ''
    }${options.sameKey === 'omit' ? `\\Xnumberonlyfirstinline[${letter}]` : ''}\\Xparafootsep[${letter}]{\\hskip .5em ${separator}\\hskip .5em}`;
  }
  return `\\arrangementX[${letter}]{${arrangement}}\\notefontsizeX[${letter}]{${size}}\\renewcommand{\\thefootnote${letter}}{\\vnumber}`;
}

/** imakeidx, where it is installed, must be loaded before reledmac; without it the index marks print nothing. */
function indexesLatex(document: PrintDocument): { readonly load: string; readonly use: string } {
  const make = document.indexes.map(
    ({ id, title }) => `\\makeindex[name=${latexName(id)},title={${escapeLatex(title)}}]`,
  );
  const print = document.indexes.map(({ id }) => `\\printindex[${latexName(id)}]`);
  return {
    load: make.length === 0 ? '' : `\\IfFileExists{imakeidx.sty}{\\usepackage{imakeidx}${make.join('')}}{}`,
    use:
      make.length === 0
        ? '\\newcommand{\\vindex}[2]{}\\newcommand{\\vprintindexes}{}'
        : `\\newcommand{\\vindex}[2]{\\ifdefined\\indexsetup\\index[#1]{#2}\\fi}\n\\newcommand{\\vprintindexes}{\\ifdefined\\indexsetup${print.join('')}\\fi}`,
  };
}

const hasParallel = (document: PrintDocument): boolean =>
  [...document.front, ...document.body, ...document.back].some((block) => block.kind === 'parallel');

/** Every language that an inline switches to, by its name in babel. */
function languagesOf(document: PrintDocument): string[] {
  const tags = new Set(
    JSON.stringify([document.front, document.body, document.back, document.notes, document.entries]).match(
      /"kind":"language","language":"[a-zA-Z]+/g,
    ) ?? [],
  );
  const names = [...tags].map((tag) => babelNames[tag.slice(tag.lastIndexOf('"') + 1).toLowerCase()]);
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
