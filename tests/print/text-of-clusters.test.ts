import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { PdfFile } from '../../src/print/typst/pdf-file.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { lacksPoppler } from './pdf-lines.ts';
import { printDocument, words } from './stress-document.ts';

const engine = loadEngine()!;
const fonts = fontBook(engine.binary);
const options = { ...defaultPrintOptions, titlePage: false, contents: false };
const pdfOf = (...texts: string[]) =>
  renderPdf(
    printDocument({
      body: texts.map((text) => ({ kind: 'paragraph', role: 'body', n: '', content: [words(text)] })),
    }),
    options,
    engine,
    fonts,
  ).pdf;

function extracted(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-clusters-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    return execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(lacksPoppler !== undefined)(`text copied from a PDF ${lacksPoppler ?? ''}`, () => {
  it.each([
    ['a letter with a sign below', 'hr̥dgata r̥r̥si tr̥ ring r'],
    ['a letter with a sign above', 'fæ̇stan n̄dua'],
    ['Greek and Cyrillic letters with signs', 'ε͂ ᾱ̓ ё̂'],
  ])('has %s once, and no blank in its word', (_, text) => {
    expect(extracted(pdfOf(text, `and ${text} again`))).toContain(text);
    expect(extracted(pdfOf(text, `and ${text} again`))).toContain(`and ${text} again`);
  });

  it.each([
    ['Arabic', 'بِسْمِ اللَّهِ الرَّحْمٰنِ الأَراكَ'],
    ['Hebrew', 'בְּרֵאשִׁית בָּרָא'],
  ])('has each letter of vocalised %s once, in order', (_, text) => {
    const letters = (value: string) => value.normalize('NFD').replace(/\P{L}/gu, '');
    expect(letters(extracted(pdfOf(text)))).toBe(letters(text));
  });

  it('has no characters that only our layout wants', () => {
    expect(extracted(pdfOf('One.', 'Two.'))).not.toContain('\u2060');
  });

  it('is in a file whose table leads to every object', () => {
    const pdf = pdfOf('hr̥dgata');
    const raw = Buffer.from(pdf).toString('latin1');
    const { objects } = new PdfFile(pdf);
    for (const [id, { head }] of objects) expect(head).toMatch(new RegExp(`^${id} 0 obj\\b`));
    expect(raw.slice(Number(/startxref\s+(\d+)/.exec(raw)![1])).startsWith('xref')).toBe(true);
  });
});
