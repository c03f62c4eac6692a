import { citation } from './citation/citation.ts';
import { docx } from './docx/docx.ts';
import { epub } from './epub/epub.ts';
import { html } from './html/html.ts';
import { latex } from './latex/latex.ts';
import type { Output } from './output.ts';
import { pages } from './pages/pages.ts';
import { pdf } from './pdf/pdf.ts';
import { tei } from './tei/tei.ts';
import { text } from './text/text.ts';

/** Every output by its name: the door for a new one. */
export const outputs: ReadonlyMap<string, Output> = new Map(
  [html, text, citation, tei, pdf, pages, latex, docx, epub].map((output) => [output.name, output]),
);
