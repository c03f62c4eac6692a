import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Artifact } from '../output.ts';

/** Source Serif 4 (OFL), in parts by script: a browser loads the parts whose letters stand on a page. */
const family = 'source-serif-4';
const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource/${family}/LICENSE`));
/** Code points of each part, as the package gives them in `unicode.json`. */
const ranges: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(folder, 'unicode.json'), 'utf8'),
);
const scripts = ['cyrillic-ext', 'cyrillic', 'greek', 'latin-ext', 'latin'];
/** Headings are set in the regular weight: a page without bold letters loads no bold font. */
const cuts = [
  { weight: 400, style: 'normal' },
  { weight: 400, style: 'italic' },
  { weight: 600, style: 'normal' },
];
const faces = scripts.flatMap((script) =>
  cuts.map(({ weight, style }) => ({
    script,
    weight,
    style,
    file: `${family}-${script}-${weight}-${style}.woff2`,
  })),
);

/** One font file: a cut of the letters of one script. */
export type Face = (typeof faces)[number];

/** The faces that a text needs, by its letters; all cuts of each script. */
export function facesFor(text: Iterable<string>): Face[] {
  const spans = scripts.map((script) => ({
    script,
    ranges: ranges[script]!.split(',').map((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
  const needed = new Set<string>();
  for (const character of text) {
    const code = character.codePointAt(0)!;
    // The last that declares a character has it, as in a style sheet.
    const own = spans.findLast((each) => each.ranges.some(([from, to]) => code >= from && code <= to));
    if (own !== undefined) needed.add(own.script);
  }
  return faces.filter(({ script }) => needed.has(script));
}

/** The bytes of a face (WOFF 2). */
export function readFace({ file }: Face): Promise<Uint8Array> {
  return readFile(join(folder, 'files', file));
}

/** The font's licence. */
export function fontLicence(): Promise<Uint8Array> {
  return readFile(join(folder, 'LICENSE'));
}

/** The `@font-face` rules, relative to the style sheet. */
export function fontFaces(of: readonly Face[] = faces): string {
  return of
    .map(
      ({ script, weight, style, file }) =>
        `@font-face { font-family: "Source Serif 4"; font-style: ${style}; font-weight: ${weight}; font-display: swap; src: url("fonts/${file}") format("woff2"); unicode-range: ${ranges[script]}; }`,
    )
    .join('\n');
}

/** The font files and their licence. */
export async function fontFiles(): Promise<Artifact[]> {
  const files = faces.map(async (face) => ({
    path: `html/assets/fonts/${face.file}`,
    mediaType: 'font/woff2',
    content: await readFace(face),
  }));
  const licence = {
    path: 'html/assets/fonts/LICENSE.txt',
    mediaType: 'text/plain',
    content: await fontLicence(),
  };
  return [...(await Promise.all(files)), licence];
}
