import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** Faults of a value that a rule explains better than a schema does. */
const explained = new Set([
  'duplicate-id',
  'empty-pointer',
  'invalid-date',
  'invalid-id',
  'invalid-language-tag',
]);
/** What a schema says of such a value. */
const echoes = new Set(['attribute-invalid', 'id-duplicate']);

/** Tells which of a schema's findings only repeat what the rules have found, so that one mistake gives one message. */
export function echoesOf(found: readonly Diagnostic[]): (diagnostic: Diagnostic) => boolean {
  const said = new Map<string, [from: number, to: number][]>();
  for (const { code, severity, place, related = [] } of found) {
    // A warning must not silence an error.
    if (!explained.has(code) || severity !== 'error') continue;
    for (const { path, line, column, endColumn } of [place, ...related.map((each) => each.place)]) {
      const key = `${line} ${path}`;
      const spans = said.get(key);
      if (spans === undefined) said.set(key, [[column, endColumn]]);
      else spans.push([column, endColumn]);
    }
  }
  return ({ code, place: { path, line, column } }) =>
    echoes.has(code) &&
    (said.get(`${line} ${path}`) ?? []).some(([from, to]) => from <= column && column <= to);
}
