import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxNotes } from '../../src/print/docx/docx-notes.ts';
import { renderDocx } from '../../src/print/docx/render-docx.ts';
import { plainText } from '../../src/print/inlines.ts';
import type { PrintOptions } from '../../src/print/options.ts';
import type { Inline, PrintDocument } from '../../src/print/print-document.ts';

const runs = (program: string) => spawnSync(program, ['--version']).status === 0;

/** Why Word files cannot be read back, or nothing. */
export const lacksPandoc = runs('pandoc') ? undefined : '(skipped: pandoc is not installed)';
export const lacksOffice =
  runs('soffice') && spawnSync('pdftotext', ['-v']).status === 0
    ? undefined
    : '(skipped: LibreOffice or pdftotext is not installed)';

const lettersOf = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');

interface Pandoc {
  readonly t?: string;
  readonly c?: unknown;
}

/** The letters of each note that pandoc finds. */
function pandocNotes(path: string): string[] {
  const parsed: unknown = JSON.parse(
    execFileSync('pandoc', [path, '-t', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  );
  const notes: string[] = [];
  const words = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(words).join('');
    const { t, c } = (node ?? {}) as Pandoc;
    if (t === 'Str') return String(c);
    return typeof c === 'object' ? words(c) : '';
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { t, c } = node as Pandoc;
    if (t === 'Note') notes.push(lettersOf(words(c)));
    for (const value of Object.values(node)) visit(value);
  };
  visit(parsed);
  return notes;
}

/** The letters that LibreOffice prints of a Word file. */
function officeLetters(folder: string): string {
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'a.docx'),
    ],
    { stdio: 'ignore', timeout: 240_000 },
  );
  const text = execFileSync('pdftotext', [join(folder, 'a.pdf'), '-'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return lettersOf(text);
}

/** What other programs do not find in the Word file of a document: every note and entry through pandoc, its words on the pages of LibreOffice. */
export async function missingInWord(
  document: PrintDocument,
  options: PrintOptions,
  readers: { readonly pandoc: boolean; readonly office: boolean },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-word-'));
  const path = join(folder, 'a.docx');
  writeFileSync(path, await renderDocx(document, options));
  const { notes, numberOf } = docxNotes(document, options);
  const expected = [...notes.values()];
  const said = (content: readonly Inline[]): string =>
    content
      .map((inline) => {
        if (inline.kind === 'reference' && inline.shows !== 'page' && inline.shows !== 'content')
          return plainText(inline.content) + numberOf(inline.target);
        return 'content' in inline ? said(inline.content) : plainText([inline]);
      })
      .join('');
  const missing: string[] = [];
  if (readers.pandoc) {
    const found = pandocNotes(path);
    if (found.length !== expected.length)
      missing.push(`pandoc: ${found.length} notes and not ${expected.length}`);
    const all = found.join(' ');
    for (const { id, content } of expected)
      if (!all.includes(lettersOf(said(content)))) missing.push(`pandoc: ${id}`);
  }
  if (readers.office) {
    const printed = officeLetters(folder);
    for (const { id, content } of expected) {
      // A note may go on at the next foot, below a line of text.
      const words = plainText(content).match(/\p{Script=Latin}+/gu) ?? [];
      if (words.some((word) => !printed.includes(lettersOf(word)))) missing.push(`LibreOffice: ${id}`);
    }
  }
  rmSync(folder, { recursive: true });
  return missing;
}

/** A part of a Word file. */
export async function wordPart(
  document: PrintDocument,
  options: PrintOptions,
  part: string,
): Promise<string> {
  const { strFromU8, unzipSync } = await import('fflate');
  const content = unzipSync(await renderDocx(document, options))[`word/${part}.xml`];
  return content === undefined ? '' : strFromU8(content);
}
