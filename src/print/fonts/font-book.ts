import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Coverage, coverageOf } from './coverage.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { type FontTables, familyOf, readTables, renamed, writeTables } from './sfnt.ts';

/** The fonts of a print run, under names that no font of the system has. */
export interface FontBook {
  /** Family names in the order they are tried. */
  readonly families: readonly string[];
  readonly files: readonly Buffer[];
  covers: Coverage;
}

/** Families that come with the program: text (Latin, Greek, Cyrillic, Hebrew), Arabic, and signs. */
const packaged: Readonly<Record<string, string>> = {
  'Libertinus Serif': 'Variorum Serif',
  Amiri: 'Variorum Arabic',
  'DejaVu Sans Mono': 'Variorum Signs',
};
const require = createRequire(import.meta.url);

/** Gathers the edition's own fonts and the packaged ones; `own` has the bytes of font files. Throws where a file of `own` is no font. */
export function fontBook(
  binary: string,
  own: readonly { readonly path: string; readonly bytes: Uint8Array }[] = [],
): FontBook {
  const families: string[] = [];
  const fonts: { readonly family: string; readonly tables: FontTables }[] = [];
  const add = (family: string, tables: FontTables) => {
    if (!families.includes(family)) families.push(family);
    fonts.push({ family, tables: renamed(tables, family) });
  };
  for (const { path, bytes } of own) {
    const tables = readTables(bytes);
    if (tables === undefined) throw new NotAFont(path);
    add(`Edition ${familyOf(tables)}`, tables);
  }
  const embedded = embeddedFonts(binary, new Set(Object.keys(packaged)));
  const all = [...embedded, ...arabicFonts()];
  for (const [family, name] of Object.entries(packaged))
    for (const tables of all.filter((each) => familyOf(each) === family)) add(name, tables);
  const coverages = families.map((family) =>
    coverageOf(fonts.find((font) => font.family === family)!.tables),
  );
  return {
    families,
    files: fonts.map(({ tables }) => writeTables(tables)),
    covers: (codePoint) => coverages.some((covers) => covers(codePoint)),
  };
}

/** A font file of the config that holds no OpenType font. */
export class NotAFont extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is not a font`);
    this.path = path;
  }
}

function arabicFonts(): FontTables[] {
  const folder = join(dirname(require.resolve('@fontsource/amiri/package.json')), 'files');
  return ['400-normal', '400-italic', '700-normal', '700-italic'].map(
    (style) => readTables(readFileSync(join(folder, `amiri-arabic-${style}.woff`)))!,
  );
}
