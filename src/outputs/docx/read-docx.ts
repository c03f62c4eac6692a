import { strFromU8, unzipSync } from 'fflate';
import type { Holding } from '../output.ts';

/** The ids whose bookmarks stand in the footnotes and endnotes that the text of a Word file calls. */
export function readDocx(document: string, file: Uint8Array): Holding {
  const parts = unzipSync(file);
  const part = (path: string): string => (parts[path] === undefined ? '' : strFromU8(parts[path]));
  const unescaped = (value: string): string =>
    value
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&');
  const longNames = new Map(
    [...part('docProps/custom.xml').matchAll(/name="(v__\d+)"[^>]*>\s*<vt:lpwstr>([^<]*)</g)].map(
      ([, name, id]) => [name!, unescaped(id!)],
    ),
  );
  const held: string[] = [];
  for (const stream of ['footnote', 'endnote']) {
    const called = new Set(
      [
        ...part('word/document.xml').matchAll(new RegExp(`<w:${stream}Reference [^>]*w:id="(\\d+)"`, 'g')),
      ].map(([, id]) => id),
    );
    for (const [, id, note] of part(`word/${stream}s.xml`).matchAll(
      new RegExp(`<w:${stream} [^>]*w:id="(\\d+)"[^>]*>([\\s\\S]*?)</w:${stream}>`, 'g'),
    )) {
      if (!called.has(id)) continue;
      for (const [, name] of note!.matchAll(/<w:bookmarkStart [^>]*w:name="(v_[^"]+)"/g))
        held.push(name!.startsWith('v__') ? (longNames.get(name!) ?? '') : name!.slice(2));
    }
  }
  return { document, notes: held, entries: held, readings: held };
}
