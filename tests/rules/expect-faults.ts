import { expect } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { DiagnosticCode } from '../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Place } from '../../src/diagnostics/place.ts';
import { rules } from '../../src/rules/rules.ts';
import { marked } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

/** Runs one rule over files in which `⟦` `⟧` mark the places where it must find its fault, and nowhere else; gives the findings for a look at their words. */
export async function expectFaults(
  code: DiagnosticCode,
  files: Readonly<Record<string, string | Uint8Array>>,
  documents: readonly string[] = Object.keys(files).filter((path) => path.endsWith('.xml')),
): Promise<Diagnostic[]> {
  const texts: Record<string, string | Uint8Array> = {};
  const expected: Place[] = [];
  for (const [path, content] of Object.entries(files)) {
    if (typeof content !== 'string') texts[path] = content;
    else {
      const { text, places } = marked(path, content);
      texts[path] = text;
      expected.push(...places);
    }
  }
  const corpus = await loadCorpus(documents, new MemoryWorld(texts));
  const entry = rules.find((each) => each.code === code);
  if (entry === undefined) throw new Error(`no rule ${code} in the table`);
  const found = [...entry.rule(corpus, { config: defaultConfig(), isEdition: true })];
  for (const diagnostic of found) {
    expect(diagnostic.code).toBe(code);
    expect(diagnostic.layer).toBe('rule');
    expect(`${diagnostic.message} ${diagnostic.help ?? ''}`).not.toMatch(/\{\w+\}|undefined|\[object/);
  }
  expect(inOrder(found.map((each) => each.place))).toEqual(inOrder(expected));
  return found;
}

function inOrder(places: readonly Place[]): Place[] {
  return [...places].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line || a.column - b.column,
  );
}
