import { citation } from './citation/citation.ts';
import { html } from './html/html.ts';
import type { Output, Promised } from './output.ts';
import { tei } from './tei/tei.ts';
import { text } from './text/text.ts';

/** An output whose code is loaded when it is made: that of print alone is more than the rest together. */
function late(name: string, promises: readonly Promised[], load: () => Promise<Output>): Output {
  return {
    name,
    promises,
    make: async (input) => (await load()).make(input),
    readBack: async (artifacts) => (await load()).readBack(artifacts),
  };
}

const ofPrint = ['notes', 'entries', 'readings', 'words'] as const;

/** Every output by its name: the door for a new one. */
export const outputs: ReadonlyMap<string, Output> = new Map(
  [
    html,
    text,
    citation,
    tei,
    late('pdf', ofPrint, async () => (await import('./pdf/pdf.ts')).pdf),
    late('pages', ofPrint, async () => (await import('./pages/pages.ts')).pages),
    late('latex', ['notes', 'entries', 'readings'], async () => (await import('./latex/latex.ts')).latex),
    late('docx', [...ofPrint, 'calls'], async () => (await import('./docx/docx.ts')).docx),
    late(
      'epub',
      ['text', 'notes', 'names', 'entries', 'readings', 'words', 'calls'],
      async () => (await import('./epub/epub.ts')).epub,
    ),
  ].map((output) => [output.name, output]),
);
