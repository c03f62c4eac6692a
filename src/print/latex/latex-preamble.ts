import type { PrintOptions } from '../options.ts';
import type { PrintDocument, Series } from '../print-document.ts';
import { escapeLatex, latexName } from './escape-latex.ts';
import { directionLatex, luaLatex } from './latex-direction.ts';
import { isPaged } from './latex-inlines.ts';
import { babelName } from './latex-languages.ts';
import { type LatexScript, scriptsIn } from './latex-scripts.ts';

const pt = (length: number): string => `${Number(length.toFixed(2))}bp`;

/** Everything before the text: packages, page, bands of the foot, and the few commands that the text uses. */
export function latexPreamble(
  document: PrintDocument,
  options: PrintOptions,
  series: readonly Series[],
  letters: ReadonlyMap<string, string>,
): string {
  const languages = languagesOf(document);
  const main = babelName(document.language) ?? (document.direction === 'rtl' ? 'arabic' : 'english');
  const used = [...letters.values()];
  const indexes = indexesLatex(document);
  const scripts = scriptsIn(JSON.stringify(document));
  return `% Written from a print document; compile twice or more with xelatex or lualatex.
\\RequirePackage{fix-cm}
\\documentclass[10pt,twoside,openright]{book}
\\usepackage[paperwidth=${pt(options.pageSize[0])},paperheight=${pt(options.pageSize[1])},inner=${pt(options.marginInner)},outer=${pt(options.marginOuter)},top=${pt(options.marginTop)},bottom=${pt(options.marginBottom)}]{geometry}
\\usepackage{fontspec}${directionLatex(document)}
\\usepackage{iftex,calc,array,longtable,fancyhdr,ragged2e}
\\IfFileExists{needspace.sty}{\\usepackage{needspace}}{\\newcommand\\needspace[1]{}}
\\ifluatex\\usepackage[bidi=basic]{babel}${luaLatex}\\else\\usepackage[bidi=default]{babel}\\fi
\\babelprovide[import,main]{${main}}
${languages
  .filter((name) => name !== main)
  .map((name) => `\\babelprovide[import]{${name}}`)
  .join('\n')}
${fontsLatex(scripts)}
${indexes.load}
\\usepackage[series={${(used.length > 0 ? used : ['A']).join(',')}},noend]{reledmac}
${hasParallel(document) ? '\\usepackage{reledpar}' : ''}
\\AtBeginDocument{\\fontsize{${options.fontSize}}{${Number((options.fontSize * options.leading).toFixed(2))}}\\selectfont}
\\setlength{\\parskip}{0pt}\\setlength{\\parindent}{0pt}\\tolerance=1000 \\emergencystretch=5em
\\AtBeginDocument{\\frenchspacing}
${settingLatex(options)}
\\lineation{${options.lineNumbers === 'page' || options.lineNumbers === 'none' ? 'page' : 'section'}}
\\firstlinenum{${options.lineNumbers === 'none' ? 100000 : options.lineNumberEvery || 100000}}\\linenumincrement{${options.lineNumberEvery || 100000}}
\\linenummargin{${options.lineNumberSide}}${options.keyNumerals === 'roman' ? '\\linenumberstyle{roman}' : ''}
\\fnpos{critical-familiar}
\\renewcommand*{\\footfudgefiddle}{70}
${series.map((each) => bandLatex(each, letters.get(each.id)!, options)).join('\n')}
\\newcommand{\\vid}[1]{}
\\newcommand{\\vnumber}{}
\\newcommand{\\vnote}[3]{\\renewcommand{\\vnumber}{#2}\\csname footnote#1\\endcsname{\\textsuperscript{#2}\\,#3}}
\\newcommand{\\vnotesilent}[3]{\\renewcommand{\\vnumber}{}\\csname footnote#1\\endcsname{\\textsuperscript{#2}\\,#3}}
${pagedLatex(series, letters)}
\\newcommand{\\vstrike}[1]{\\leavevmode\\rlap{\\rule[.5ex]{\\widthof{#1}}{.4pt}}#1}
\\newcommand{\\vspaced}[1]{{\\addfontfeatures{LetterSpace=12}#1}}
\\newcommand{\\vquotation}[1]{\\advance\\leftskip #1em\\advance\\rightskip #1em\\relax}
\\makeatletter\\def\\cleardoublepage{\\clearpage\\ifodd\\c@page\\else\\hbox{}\\thispagestyle{empty}\\newpage\\fi}\\makeatother
\\setlength{\\headheight}{14pt}\\pagestyle{fancy}\\fancyhf{}\\fancyhead[LE,RO]{\\thepage}\\fancyhead[CE]{\\emph{\\leftmark}}\\fancyhead[CO]{\\emph{\\rightmark}}\\renewcommand{\\headrulewidth}{0pt}
${indexes.use}`;
}

function bandLatex(series: Series, letter: string, options: PrintOptions): string {
  const arrangement = series.layout === 'run-in' ? 'paragraph' : 'normal';
  const size = `\\fontsize{${options.noteSize}}{${Number((options.noteSize * 1.24).toFixed(2))}}\\selectfont`;
  const title =
    options.bandTitles && series.title !== '' ? `\\textbf{${escapeLatex(series.title)}}\\quad ` : '';
  if (series.key !== 'mark') {
    const bracket = escapeLatex(options.lemmaBracket);
    const separator = escapeLatex(options.entrySeparator.trim());
    return `${title === '' ? '' : `\\Xtxtbeforenotes[${letter}]{${title}}`}\\Xarrangement[${letter}]{${arrangement}}\\Xlemmaseparator[${letter}]{${bracket}}\\Xnotefontsize[${letter}]{${size}}${
      options.ranges === 'short' && options.keyNumerals === 'arabic'
        ? `\\Xlinerangeseparator[${letter}]{\\endashchar\\vshortend}`
        : ''
    }${
      options.ranges === 'following' ? `\\Xtwolines[${letter}]{f.}\\Xmorethantwolines[${letter}]{ff.}` : ''
    }${options.sameKey === 'omit' ? `\\Xnumberonlyfirstinline[${letter}]` : ''}\\Xafternote[${letter}]{0pt plus .3em}\\Xparafootsep[${letter}]{\\hskip .5em ${separator}\\hskip .5em}`;
  }
  return `${title === '' ? '' : `\\txtbeforenotesX[${letter}]{${title}}`}\\arrangementX[${letter}]{${arrangement}}\\notefontsizeX[${letter}]{${size}}\\renewcommand{\\thefootnote${letter}}{\\vnumber}`;
}

/** Ragged right, undivided words, and ends of spans without the digits that their start has. */
function settingLatex(options: PrintOptions): string {
  return [
    options.hyphenate ? '' : '\\AtBeginDocument{\\hyphenpenalty=10000\\exhyphenpenalty=10000}',
    options.justify ? '' : '\\AtBeginDocument{\\raggedright}',
    options.ranges === 'short' && options.keyNumerals === 'arabic' ? shortRanges : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** 107–8, 111–12, 198–203: the end of a span is the rest by the least power of ten that its start shares; on another page it is whole. */
const shortRanges = String.raw`\makeatletter
\let\vprintlines\printlines
\def\printlines#1|#2|#3|#4|#5|#6|#7|#8|{\def\vfrom{#2}\vprintlines#1|#2|#3|#4|#5|#6|#7|#8|}
\newcommand{\vfloor}[2]{\numexpr(2*(#1)+1-#2)/(2*#2)\relax}
\newcommand{\vtry}[2]{\ifnum\vfloor{\vfrom}{#2}=\vfloor{#1}{#2}\def\vrest{\the\numexpr#1-#2*\vfloor{#1}{#2}\relax}\fi}
\newcommand{\vshortend}{\ifl@d@pnum\else\let\vwhole\linenumrep\def\linenumrep##1{\vwithdigits{##1}}\fi}
\newcommand{\vwithdigits}[1]{\def\vrest{#1}\vtry{#1}{10000}\vtry{#1}{1000}\vtry{#1}{100}\ifnum\numexpr\vfloor{#1}{10}-10*\vfloor{#1}{100}\relax=1 \else\vtry{#1}{10}\fi\vrest}
\makeatother`;

/** Series whose notes are counted by page: TeX knows only at the second run which page a call is on. */
function pagedLatex(series: readonly Series[], letters: ReadonlyMap<string, string>): string {
  const paged = series.filter(isPaged);
  if (paged.length === 0) return '';
  const numerals = { number: '\\arabic', letter: '\\alph', roman: '\\roman', symbol: '\\vsymbol' } as const;
  const own = paged.map(({ id, marks }) => {
    const counter = `vpaged${letters.get(id)!}`;
    return `\\newcounter{${counter}}\\IfFileExists{perpage.sty}{\\MakePerPage{${counter}}}{}\\expandafter\\def\\csname vmark${letters.get(id)!}\\endcsname{${numerals[marks]}{${counter}}}`;
  });
  return String.raw`\IfFileExists{perpage.sty}{\usepackage{perpage}}{\PackageWarning{variorum}{Without the package perpage notes are counted through the document}}
\makeatletter
\newcommand{\vsymbol}[1]{\ifcase\value{#1}\or *\or †\or ‡\or §\or ‖\or ¶\or **\or ††\or ‡‡\or §§\or ‖‖\or ¶¶\else\arabic{#1}\fi}
\newcommand{\vpagednumber}[3]{\stepcounter{vpaged#2}\begingroup\protected@edef\@currentlabel{\csname vmark#2\endcsname}\label{note-#3}\edef\vcall{\endgroup\noexpand#1{#2}{\@currentlabel}}\vcall}
\makeatother
\newcommand{\vnotepaged}[2]{\vpagednumber\vnote{#1}{#2}}
\newcommand{\vnotepagedsilent}[2]{\vpagednumber\vnotesilent{#1}{#2}}
${own.join('\n')}`;
}

const mainFonts = [
  ['Libertinus Serif', 'Libertinus Serif'],
  ['LibertinusSerif-Regular.otf', 'LibertinusSerif-Regular.otf'],
  ['Noto Serif', 'Noto Serif'],
] as const;
const fallbackFonts = [
  'Noto Serif',
  'Noto Sans Symbols',
  'Noto Sans Symbols2',
  'Noto Sans Math',
  'DejaVu Serif',
  'DejaVu Sans',
];

/** The main font, one for each other script, and `\\vchar` for rare signs: the first font on the machine that has it; none is a box with its code, and a warning. */
function fontsLatex(scripts: readonly LatexScript[]): string {
  const first = (choices: readonly string[], otherwise: string): string =>
    choices.reduceRight((rest, choice) => `${choice}{${rest}}`, otherwise);
  const main = first(
    mainFonts.map(([name, font]) =>
      font.endsWith('.otf')
        ? `\\IfFontExistsTF{${name}}{\\setmainfont{LibertinusSerif}[Extension=.otf,UprightFont=*-Regular,ItalicFont=*-Italic,BoldFont=*-Semibold,BoldItalicFont=*-SemiboldItalic]}`
        : `\\IfFontExistsTF{${name}}{\\setmainfont{${font}}}`,
    ),
    '',
  );
  const own = scripts.map(({ name, openType, fonts, isRightToLeft }) => {
    // HarfBuzz stops where languages of both directions nest; what is written from the right does without it.
    const renderer = isRightToLeft === true ? '' : ',Renderer=HarfBuzz';
    const features = openType === name ? `Script=${name}` : '';
    const choices = fonts.map(
      (font) =>
        `\\IfFontExistsTF{${font}}{\\vscriptfont{${name}}{${font}}{${features}}{${features === '' ? '' : renderer}}}`,
    );
    return first(choices, `\\vnoscript{${name}}`);
  });
  const hasRightToLeft = scripts.some((script) => script.isRightToLeft);
  return String.raw`${main}
\newcommand\vscriptfont[4]{\ifluatex\expandafter\newfontfamily\csname vfont#1\endcsname{#2}[#3#4]\else\expandafter\newfontfamily\csname vfont#1\endcsname{#2}[#3]\fi}
\newcommand\vnoscript[1]{\PackageWarning{variorum}{No font on this machine has the script #1}\expandafter\def\csname vfont#1\endcsname##1{\fbox{\tiny #1}}}
\protected\def\vmain#1{{\rmfamily #1}}
\protected\def\vscript#1#2{{\csname vfont#1\endcsname{#2}}}
\protected\def\vscriptrl#1#2{{\ifxetex\beginR\fi\csname vfont#1\endcsname{#2}\ifxetex\endR\fi}}
\def\vfallbacks{}
\newcommand\vfallback[1]{\IfFontExistsTF{#1}{\expandafter\newfontface\csname vf@#1\endcsname{#1}\expandafter\def\expandafter\vfallbacks\expandafter{\vfallbacks\vuse{#1}}}{}}
${fallbackFonts.map((font) => `\\vfallback{${font}}`).join('')}
\protected\def\vchar#1#2{\iffontchar\font"#1 #2\else\vother{#1}{#2}\fi}
\protected\def\vother#1#2{{\let\vfound\relax\def\vuse##1{\ifx\vfound\relax\csname vf@##1\endcsname\iffontchar\font"#1 \let\vfound=1#2\fi\fi}\vfallbacks\ifx\vfound\relax\PackageWarning{variorum}{No font on this machine has U+#1}\fbox{\tiny U+#1}\fi}}
${own.join('\n')}${hasRightToLeft ? '\n\\ifxetex\\TeXXeTstate=1 \\fi' : ''}`;
}

/** imakeidx, where it is installed, must be loaded before reledmac; without it the index marks print nothing. */
function indexesLatex(document: PrintDocument): { readonly load: string; readonly use: string } {
  const make = document.indexes.map(
    ({ id, title }) => `\\makeindex[name=${latexName(id)},title={${escapeLatex(title)}}]`,
  );
  const print = document.indexes.map(({ id }) => `\\printindex[${latexName(id)}]`);
  return {
    load:
      make.length === 0
        ? ''
        : `\\IfFileExists{imakeidx.sty}{\\usepackage{imakeidx}\\indexsetup{level=\\section*,noclearpage,firstpagestyle=fancy}${make.join('')}}{}`,
    use:
      make.length === 0
        ? '\\newcommand{\\vindex}[2]{}\\newcommand{\\vprintindexes}{}'
        : `\\newcommand{\\vindex}[2]{\\ifdefined\\indexsetup\\index[#1]{#2}\\fi}\n\\newcommand{\\vprintindexes}{\\ifdefined\\indexsetup\\clearpage${print.join('')}\\fi}`,
  };
}

const hasParallel = (document: PrintDocument): boolean =>
  [...document.front, ...document.body, ...document.back].some((block) => block.kind === 'parallel');

/** Every language that a block, an inline or a note switches to, by its name in babel. */
function languagesOf(document: PrintDocument): string[] {
  const tags = new Set(
    JSON.stringify([document.front, document.body, document.back, document.notes, document.entries]).match(
      /"language":"[a-zA-Z]+/g,
    ) ?? [],
  );
  const names = [...tags].map((tag) => babelName(tag.slice(tag.lastIndexOf('"') + 1)));
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
