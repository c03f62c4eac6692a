import type { Expected } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Automaton } from './automaton.ts';
import { afterElement } from './derivative.ts';
import { firstOf } from './first.ts';
import { describe, namesOf } from './name-class.ts';
import type { Declaration, Pattern } from './pattern.ts';
import { valuesExpected } from './value-words.ts';

/**
 * What would be right at a point, the likeliest first: names near to the one found, then what would
 * make the content right (`preferred`), then what would complete the parent, then what the
 * document uses most, then short names, which are those of everyday markup.
 */
export function expectedOf(
  automaton: Automaton,
  state: Pattern,
  uses: readonly number[],
  found = '',
  preferred: readonly Declaration[] = [],
): Expected[] {
  const ranked: { expected: Expected; rank: number }[] = [];
  const strings: Pattern[] = [];
  let hasText = false;
  for (const leaf of firstOf([state])) {
    if (leaf.kind === 'text') hasText = true;
    else if (leaf.declaration === undefined) strings.push(leaf);
    else {
      const { declaration } = leaf;
      const says = said(automaton.documentation(declaration.documentation));
      const completes = !state.isNullable && afterElement(automaton.patterns, state, declaration).isNullable;
      const isPreferred = preferred.includes(declaration);
      const rank = uses[declaration.id]! + (completes ? 1e9 : 0) + (isPreferred ? 1e12 : 0);
      const names = namesOf(declaration.nameClass);
      for (const { local, namespace } of names)
        ranked.push({ expected: { kind: 'element', name: local, namespace, ...says }, rank });
      if (names.length === 0)
        ranked.push({
          expected: { kind: 'element', name: describe(declaration.nameClass), ...says },
          rank: -1,
        });
    }
  }
  ranked.sort((a, b) => b.rank - a.rank || a.expected.name.length - b.expected.name.length);
  const elements = nearFirst(
    ranked.map((each) => each.expected),
    found,
  );
  const values = strings.length === 0 ? [] : valuesExpected(automaton, strings);
  return [...(hasText ? [{ kind: 'text', name: 'text' } as const] : []), ...elements, ...values];
}

/** The attributes that may be added, the required ones first. */
export function attributesExpected(
  automaton: Automaton,
  patterns: readonly Pattern[],
  found = '',
): Expected[] {
  const expected = patterns.flatMap(({ nameClass, documentation }): Expected[] => {
    const says = said(automaton.documentation(documentation));
    const names = namesOf(nameClass!);
    if (names.length === 0) return [{ kind: 'attribute', name: describe(nameClass!), ...says }];
    return names.map(({ local, namespace }) => ({
      kind: 'attribute',
      name: written(namespace, local),
      namespace,
      ...says,
    }));
  });
  return nearFirst(expected, found);
}

/** A name as an author writes it: the prefix `xml` is always bound. */
export function written(namespace: string, local: string): string {
  return namespace === 'http://www.w3.org/XML/1998/namespace' ? `xml:${local}` : local;
}

export function said(documentation: string | undefined): { documentation: string } | Record<never, never> {
  return documentation === undefined ? {} : { documentation };
}

function nearFirst(expected: readonly Expected[], found: string): Expected[] {
  if (found === '') return [...expected];
  const near = didYouMean(
    found,
    expected.map((each) => each.name),
  );
  if (near.length === 0) return [...expected];
  return [
    ...near.flatMap((name) => expected.filter((each) => each.name === name)),
    ...expected.filter((each) => !near.includes(each.name)),
  ];
}

/** The likeliest three in words; `none` where there is nothing. */
export function inWords(expected: readonly Expected[], none: string): string {
  if (expected.length === 0) return none;
  return `expected ${listed(expected)}`;
}

/** “a”, “b”, “c” or one of 7 more. */
export function listed(expected: readonly Expected[], limit = 3): string {
  const shown = expected.slice(0, expected.length === limit + 1 ? limit + 1 : limit).map(nameOf);
  const more = expected.length - shown.length;
  if (more > 0) return `${shown.join(', ')} or one of ${more} more`;
  const last = shown.pop()!;
  return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

function nameOf({ kind, name }: Expected): string {
  if (kind === 'text') return 'text';
  if (kind === 'element' && name.includes(' ')) return `an element with ${name}`;
  if (kind === 'value' && !name.startsWith('“') && /^(?:an?|one|any|text|nothing|true)\b.* /.test(name))
    return name;
  return `“${name}”`;
}
