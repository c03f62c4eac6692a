import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Config } from '../../src/config/config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Artifact } from '../../src/outputs/output.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';

const engine = loadEngine();
const covers = engine === undefined ? () => true : fontBook(engine.binary).covers;
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });

/** Letters of a text without accents and presentation forms, and nothing between them: lines, pages and hyphens may part them. */
const lettersOf = (text: string): string => text.normalize('NFKD').replace(/\P{L}/gu, '');

/** Readings whose words the lemma has: a term says what a witness makes of them. */
const isSaidByTerm = new Set(['repetition', 'transposition']);

/** The words of a PDF by its columns and, behind them, in the order of painting: a line of one word beside wide gaps may be taken for a column. */
function pdfLetters(pdf: Uint8Array): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'variorum-words-'));
  const path = join(folder, 'a.pdf');
  writeFileSync(path, pdf);
  const read = (...options: string[]) =>
    execFileSync('pdftotext', [...options, path, '-'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\f')
      .map(lettersOf);
  const ways = [read(), read('-raw')];
  rmSync(folder, { recursive: true });
  return ways;
}

/** The text of a LaTeX source with its notes, entries and marks for the index behind it: they stand in the midst of words. */
function withNotesBehind(source: string): string {
  const behind: string[] = [];
  /** End of the group that begins at a brace. */
  const endOf = (text: string, open: number): number => {
    let depth = 0;
    for (let at = open; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '{') depth++;
      else if (text[at] === '}' && --depth === 0) return at + 1;
    }
    return text.length;
  };
  const read = (text: string): string => {
    let out = '';
    for (let at = 0; at < text.length; ) {
      const found = /\\edtext(?=\{)|\\vnote(?:silent)?\{\w\}\{[^}]*\}(?=\{)|\\vindex\{[^}]*\}(?=\{)/g;
      found.lastIndex = at;
      const command = found.exec(text);
      if (command === null) return out + text.slice(at);
      out += text.slice(at, command.index);
      let open = command.index + command[0].length;
      if (command[0] === '\\edtext') {
        const end = endOf(text, open);
        out += read(text.slice(open + 1, end - 1));
        open = end;
      }
      at = endOf(text, open);
      behind.push(read(text.slice(open, at)));
    }
    return out;
  };
  return [read(source), ...behind].join(' ');
}

const latexLetters = (source: string): string =>
  lettersOf(
    withNotesBehind(
      source
        .slice(source.indexOf('\\begin{document}'))
        .replace(/^% readings of .*$/gm, '')
        .replace(/\\vchar\{[0-9A-F]+\}\{(.)\}/gu, '$1')
        .replace(/\\(?:vid|edlabel|vscript|vscriptrl|foreignlanguage|xxref\{[^}]*\})\{[^}]*\}/g, ''),
    ).replace(/\\[a-zA-Z]+/g, ''),
  );

function docxLetters(file: Uint8Array): string {
  const parts = unzipSync(file);
  return ['document', 'footnotes', 'endnotes']
    .map((name) => parts[`word/${name}.xml`])
    .filter((part) => part !== undefined)
    .map((part) =>
      lettersOf([...strFromU8(part).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')),
    )
    .join('');
}

/** The words of an e-book's pages; what is shown there but not of the text (deletions, numbers of pages and calls, readings above characters) may part a word and stands behind them. */
function epubLetters(file: Uint8Array): string {
  const [text, behind]: [string[], string[]] = [[], []];
  for (const [path, page] of Object.entries(unzipSync(file))) {
    if (!path.endsWith('.xhtml')) continue;
    /** Elements that are open: whether each is shown beside the text. */
    const open: boolean[] = [];
    for (const [token, close, tag, isEmpty] of strFromU8(page).matchAll(
      /<(\/)?([a-zA-Z][^\s/>]*)(?:"[^"]*"|[^">])*?(\/)?>|<[!?][^>]*>|[^<]+/g,
    )) {
      if (tag === undefined) {
        if (!token.startsWith('<'))
          (open.includes(true) ? behind : text).push(token.replace(/&[a-z]+;/g, ' '));
      } else if (close !== undefined) open.pop();
      else if (isEmpty === undefined)
        open.push(/ data-left="| role="doc-noteref"/.test(token) || tag === 'rt' || tag === 'rp');
    }
  }
  return lettersOf(`${text.join('')} ${behind.join('')}`);
}

/** The pages of a file, in each way that it is read: a word is kept if one of them has it. */
const readers: Readonly<Record<string, (artifact: Artifact) => string[][]>> = {
  pdf: ({ content }) => pdfLetters(content as Uint8Array),
  latex: ({ content }) => [[latexLetters(String(content))]],
  docx: ({ content }) => [[docxLetters(content as Uint8Array)]],
  epub: ({ content }) => [[epubLetters(content as Uint8Array)]],
  pages: ({ content }) => [String(content).split('\f').map(lettersOf)],
};

/** Words of the text, of notes and of readings that a finished file of print holds fewer times than the edition, read from the file alone. */
export async function lostWords(
  name: string,
  files: Record<string, string | Uint8Array>,
  config: Config,
): Promise<string[]> {
  const world = new MemoryWorld(files);
  const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
  const artifacts = await outputs.get(name)!.make({ edition, config, world, transform });
  const lost: string[] = [];
  for (const document of edition.documents.filter(({ kind }) => kind === 'text')) {
    // An e-book holds all documents of an edition.
    const artifact =
      artifacts.find(({ path }) => path.replace(/^.*\//, '').replace(/\.\w+$/, '') === document.id) ??
      (name === 'epub' && artifacts.length === 1 ? artifacts[0] : undefined);
    if (artifact === undefined) {
      lost.push(`${document.id}: no file`);
      continue;
    }
    const ways = readers[name]!(artifact).map((pages) => ({ pages, held: pages.join('') }));
    // What no font has is an error of its own, and its file is not published.
    const isUnprinted = (word: string) =>
      name === 'pdf' &&
      world.reported.some(({ code }) => code === 'glyph-missing') &&
      [...word].some((letter) => !covers(letter.codePointAt(0)!));
    const mine = <Each extends { document: string }>(all: readonly Each[]) =>
      all.filter((each) => each.document === document.id);
    const said = [
      document.readingText,
      ...mine(edition.index.notes).map(({ text }) => text),
      ...mine(edition.index.apparatus).flatMap(({ readings }) =>
        readings
          .filter(({ isTaken, added, kind }) => !isTaken && added === '' && !isSaidByTerm.has(kind))
          .map(({ text }) => text),
      ),
    ].join('\n');
    const wanted = new Map<string, number>();
    for (const found of said.matchAll(/[\p{L}\p{M}]+/gu)) {
      const word = lettersOf(found[0]);
      if (word.length > 2 && !isUnprinted(found[0])) wanted.set(word, (wanted.get(word) ?? 0) + 1);
    }
    for (const [word, times] of wanted) {
      const kept = ways.map(({ pages, held }) => {
        const has = held.split(word).length - 1;
        return has >= times || (has === times - 1 && isDivided(word, pages)) ? times : has;
      });
      const most = Math.max(...kept);
      if (most < times) lost.push(`${document.id}: “${word}” stands ${most} times and not ${times}`);
    }
  }
  return lost;
}

/** Whether a word begins on one page and ends on the next. */
const isDivided = (word: string, pages: readonly string[]): boolean =>
  pages.some((page, at) =>
    Array.from({ length: Math.max(0, word.length - 3) }, (_, n) => n + 2).some(
      (cut) => page.includes(word.slice(0, cut)) && (pages[at + 1] ?? '').includes(word.slice(cut)),
    ),
  );
