import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTables, renamed, writeTables } from '../../../src/print/fonts/sfnt.ts';

const program = resolve('dist/bin/variorum.js');
const folder = mkdtempSync(join(tmpdir(), 'variorum-machines-'));

interface Said {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly place: { readonly path: string; readonly line: number };
}

/** Writes an edition of one paragraph and makes its PDF; `environment` is what the machine has otherwise. */
function build(name: string, text: string, print: object = {}, environment: NodeJS.ProcessEnv = {}) {
  const root = join(folder, name);
  mkdirSync(join(root, 'tei'), { recursive: true });
  writeFileSync(join(root, 'variorum.json'), JSON.stringify({ print }));
  writeFileSync(
    join(root, 'tei', 'a.xml'),
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>A</title></titleStmt><publicationStmt><p>2020</p></publicationStmt><sourceDesc><p>none</p></sourceDesc></fileDesc></teiHeader>\n<text xml:lang="en"><body>\n<p>${text}</p>\n</body></text></TEI>\n`,
  );
  const run = spawnSync(process.execPath, [program, 'build', '--only', 'pdf', '--format', 'json'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  expect(run.stderr).not.toContain('our fault');
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Said[] };
  const files = (readdirSync(root, { recursive: true, encoding: 'utf8' }) as string[]).filter((path) =>
    path.endsWith('.pdf'),
  );
  return {
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
    hashes: files.map((path) =>
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex'),
    ),
  };
}

describe('a PDF and the machine it is made on', () => {
  const home = join(folder, 'home');
  beforeAll(() => {
    // Fonts of the system under the names of the packaged ones, with other shapes.
    const require = createRequire(import.meta.url);
    const amiri = join(dirname(require.resolve('@fontsource/amiri/package.json')), 'files');
    const other = readTables(readFileSync(join(amiri, 'amiri-latin-400-normal.woff')))!;
    for (const place of ['.fonts', '.local/share/fonts']) {
      mkdirSync(join(home, place), { recursive: true });
      for (const family of ['Libertinus Serif', 'Amiri', 'DejaVu Sans Mono'])
        writeFileSync(join(home, place, `${family}.ttf`), writeTables(renamed(other, family)));
    }
    writeFileSync(join(home, 'fonts.conf'), '<fontconfig/>');
  });

  it('is the same with other fonts in the system', () => {
    const text = 'In the beginning, ἐν ἀρχῇ, בראשית, في البدء, въ началѣ ☞';
    const here = build('here', text);
    const there = build('there', text, {}, { HOME: home, FONTCONFIG_FILE: join(home, 'fonts.conf') });
    expect(here.errors).toEqual([]);
    expect(here.hashes).toHaveLength(1);
    expect(there).toEqual(here);
  });

  it('is not made where the typesetter has no binary, and that is said', () => {
    const hook = join(folder, 'hook.cjs');
    writeFileSync(
      hook,
      `const { Module } = require('node:module');
       const find = Module._resolveFilename;
       Module._resolveFilename = function (name, ...rest) {
         if (name.startsWith('@myriaddreamin/typst-ts-node-compiler-')) throw Object.assign(new Error('Cannot find module ' + name), { code: 'MODULE_NOT_FOUND' });
         return find.call(this, name, ...rest);
       };`,
    );
    const { errors, hashes } = build('bare', 'A word.', {}, { NODE_OPTIONS: `--require ${hook}` });
    expect(errors.map(({ code }) => code)).toEqual(['typesetter-missing']);
    expect(hashes).toEqual([]);
  });

  it('names a font file that is not there, and one that is no font', () => {
    const gone = build('gone', 'A word.', { fonts: ['fonts/gone.otf'] });
    expect(gone.errors.map(({ code }) => code)).toEqual(['font-missing']);
    expect(gone.errors[0]!.message).toContain('fonts/gone.otf');
    expect(gone.hashes).toEqual([]);
    const none = build('none', 'A word.', { fonts: ['tei/a.xml'] });
    expect(none.errors.map(({ code }) => code)).toEqual(['font-missing']);
    expect(none.errors[0]!.message).toContain('tei/a.xml');
  });

  it('is not published with Chinese in a note either', () => {
    const { errors, hashes } = build('note', 'A word,\nand<note>a note:\n中文</note>.');
    expect(errors.map(({ code }) => code)).toEqual(['glyph-missing']);
    expect(errors[0]!.message).toContain('中');
    // The note begins in the line before its sign.
    expect(errors[0]!.place).toMatchObject({ path: 'tei/a.xml', line: 4 });
    expect(hashes).toEqual([]);
  });

  it('is not published with a character that no font has, and the place is named', () => {
    const { errors, hashes } = build('glyph', 'A word,\nand धर्म.');
    expect(errors.map(({ code }) => code)).toEqual(['glyph-missing']);
    expect(errors[0]!.message).toContain('ध');
    expect(errors[0]!.place).toMatchObject({ path: 'tei/a.xml', line: 3 });
    expect(hashes).toEqual([]);
  });
});
