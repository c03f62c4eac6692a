import { describe, expect, it } from 'vitest';
import { fontBook, NotAFont } from '../../src/print/fonts/font-book.ts';
import { missingGlyphs } from '../../src/print/missing-glyphs.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { pdfText, squeezed } from '../../src/print/typst/pdf-text.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const paragraph = (value: string) =>
  ({ kind: 'paragraph', role: 'body', n: '', content: [words(value)] }) as const;

describe('bad input', () => {
  it('prints the signs of Typst, LaTeX and XML as they are', () => {
    const signs = '#let x = [*a*]; $y_1$ \\end{document} <p>&amp;</p> @ref ~ ` `` // /* 50% ^_{}';
    const { pdf } = renderPdf(printDocument({ body: [paragraph(signs)] }), options, engine, fonts);
    expect(pdfText(pdf).join('')).toContain(squeezed(signs));
  });

  it('names the characters that no font has, once each', () => {
    const document = printDocument({ body: [{ ...paragraph('a देव दे ἀρχή אבג العربية Ѣ'), i: 7 }] });
    expect(missingGlyphs(document, options, fonts.covers)).toContainEqual({ character: 'द', times: 2, i: 7 });
    expect(
      missingGlyphs(document, options, fonts.covers).every(({ character }) =>
        /\p{Script=Devanagari}/u.test(character),
      ),
    ).toBe(true);
  });

  it('refuses a font file that is none', () => {
    expect(() =>
      fontBook(engine.binary, [{ path: 'a.ttf', bytes: new TextEncoder().encode('<html>') }]),
    ).toThrow(NotAFont);
  });
});
