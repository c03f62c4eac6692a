import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { packageFile } from '../../world/package-file.ts';
import type { Artifact } from '../output.ts';
import { fontFaces, fontFiles } from './fonts.ts';

const require = createRequire(import.meta.url);
const own = (name: string) => readFile(packageFile(`site/${name}`), 'utf8');
const styleSheets = ['site.css', 'source.css', 'renditions.css', 'frame.css', 'registers.css', 'print.css'];
/** Those that only some pages need. */
const further = ['indexes.css', 'search.css', 'parallel.css', 'witnesses.css', 'apparatus.css', 'images.css'];

/** The files that every page of the site shares: style sheet, fonts, scripts. */
export async function assets(): Promise<Artifact[]> {
  const css = [fontFaces(), ...(await Promise.all(styleSheets.map(own)))].join('\n');
  const script = (name: string, content: string) => ({
    path: `html/assets/${name}`,
    mediaType: 'text/javascript',
    content,
  });
  const styleSheet = (name: string, content: string) => ({
    path: `html/assets/${name}`,
    mediaType: 'text/css',
    content: withoutComments(content),
  });
  return [
    styleSheet('site.css', css),
    ...(await Promise.all(further.map(async (name) => styleSheet(name, await own(name))))),
    script('site.js', await ownScripts('site.js', 'cite.js')),
    script('entries.js', await ownScripts('entries.js')),
    script('witnesses.js', await ownScripts('witnesses.js')),
    script('search.js', await ownScripts('search-words.js', 'search.js')),
    script('minisearch.js', await library()),
    ...(await fontFiles()),
  ];
}

/** Scripts of ours as one, without comments and indentation; no string of theirs goes over a line. */
async function ownScripts(...names: readonly string[]): Promise<string> {
  const all = (await Promise.all(names.map(own))).join('');
  return all.replace(/^[ \t]*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/.*)[ \t]*\n/gm, '').replace(/^[ \t]+/gm, '');
}

/** The search library as a classic script, without the pointer to its source map. */
async function library(): Promise<string> {
  const content = await readFile(
    require.resolve('minisearch').replace(/cjs.index\.cjs$/, 'umd/index.js'),
    'utf8',
  );
  return content.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n');
}

/** What a browser reads of a style sheet: no comments, no indentation. */
function withoutComments(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/ \{\n/g, '{')
    .replace(/;\n\}/g, '}')
    .replace(/;\n/g, ';')
    .replace(
      /^([^{}]*\{)([^{}]*)\}/gm,
      (_, selector, body) => `${selector}${body.replace(/([:;]) /g, '$1')}}`,
    )
    .replace(/\n+/g, '\n')
    .trimStart();
}
