import type { Corpus } from '../corpus/corpus.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { RuleContext } from './rule.ts';
import { rules } from './rules.ts';

/** Runs every rule that is not off; the findings of each document in the order of its text. */
export function checkCorpus(corpus: Corpus, context: RuleContext): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const { code, rule, inEdition, inLooseFiles } of rules) {
    const set = Object.hasOwn(context.config.rules, code) ? context.config.rules[code] : undefined;
    const severity = set ?? (context.isEdition ? inEdition : inLooseFiles);
    if (severity === 'off') continue;
    for (const diagnostic of rule(corpus, context)) found.push({ ...diagnostic, severity });
  }
  const order = new Map([...corpus.files.keys()].map((path, i) => [path, i]));
  return found.sort(
    (a, b) =>
      (order.get(a.place.path) ?? -1) - (order.get(b.place.path) ?? -1) ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
