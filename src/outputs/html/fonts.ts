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

/** The `@font-face` rules, relative to the style sheet. */
export function fontFaces(): string {
  return faces
    .map(
      ({ script, weight, style, file }) =>
        `@font-face { font-family: "Source Serif 4"; font-style: ${style}; font-weight: ${weight}; font-display: swap; src: url("fonts/${file}") format("woff2"); unicode-range: ${ranges[script]}; }`,
    )
    .join('\n');
}

/** The font files and their licence. */
export async function fontFiles(): Promise<Artifact[]> {
  const files = faces.map(async ({ file }) => ({
    path: `html/assets/fonts/${file}`,
    mediaType: 'font/woff2',
    content: await readFile(join(folder, 'files', file)),
  }));
  const licence = {
    path: 'html/assets/fonts/LICENSE.txt',
    mediaType: 'text/plain',
    content: await readFile(join(folder, 'LICENSE')),
  };
  return [...(await Promise.all(files)), licence];
}
