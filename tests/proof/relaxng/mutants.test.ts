import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { Source } from '../../../src/xml/source.ts';
import { jing, withoutJing } from './jing.ts';
import { type Base, baseOf, kindsOfMutants, type Mutant, mutantsOf } from './mutants.ts';
import { validatorOf } from './validator-of.ts';

const corpora = '../shared/corpora';
const missing = existsSync(corpora) ? withoutJing() : `${corpora} is absent`;
const sizeLimit = 80_000;
const schemas = ['tei_all', 'tei_lite', 'tei_ms', 'tei_drama', 'tei_simplePrint', 'tei_corpus'];

const basesOf = (schema: string, onlyValid: boolean): Base[] => {
  const files = readdirSync(corpora, { recursive: true, encoding: 'utf8' })
    .filter((each) => each.endsWith('.xml'))
    .sort();
  const texts = files
    .map((each) => readFileSync(join(corpora, each), 'utf8'))
    .filter((each) => each.length < sizeLimit);
  const { verdicts } = jing(schema, texts);
  return texts
    .filter((_, index) => verdicts[index]!.isValid || !onlyValid)
    .map(baseOf)
    .filter((each) => each !== undefined);
};
const span = (text: string, { place }: Diagnostic): [number, number] => {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return [offset(place.line, place.column), offset(place.endLine, place.endColumn)];
};

describe.skipIf(missing !== undefined)(`mutants of real files (${missing ?? 'all there'})`, () => {
  for (const [index, name] of schemas.entries()) {
    it(`2,000 against ${name}: the same verdict as jing`, async () => {
      const path = `../shared/schemas/${name}.rng`;
      const validator = await validatorOf(path);
      const valid = basesOf(path, true);
      const mutants = mutantsOf(valid.length > 0 ? valid : basesOf(path, false), 2000, 62 + index);
      const { verdicts } = jing(
        path,
        mutants.map((each) => each.text),
      );
      const differences = mutants.flatMap(({ kind, what, text }, number) => {
        const found: Diagnostic[] = [];
        const isValid = validator.validate(new Source('mutant', text), (each) => found.push(each));
        const theirs = verdicts[number]!;
        return isValid === theirs.isValid
          ? []
          : [`${kind} ${what}: jing ${theirs.says}; we ${found[0]?.message ?? 'valid'}`];
      });
      expect(differences).toEqual([]);
    });
  }

  it('one message for one fault, at its place', async () => {
    const path = '../shared/schemas/tei_all.rng';
    const validator = await validatorOf(path);
    const bases = basesOf(path, true);
    const table: Record<string, { faulty: number; one: number; atMostThree: number; placed: number }> = {};
    const odd: string[] = [];
    for (const [index, kind] of kindsOfMutants.entries()) {
      const row = { faulty: 0, one: 0, atMostThree: 0, placed: 0 };
      for (const mutant of mutantsOf(bases, 1000, 1000 + index, kind)) {
        const found = messagesOf(mutant, validator);
        if (found.every((each) => each.layer === 'xml')) continue;
        row.faulty++;
        if (found.length === 1) row.one++;
        if (found.length <= 3) row.atMostThree++;
        const isPlaced = found.some((each) => {
          const [start, end] = span(mutant.text, each);
          return mutant.spans.some(([from, to]) => from === start && to === end);
        });
        if (isPlaced) row.placed++;
        if (found.length > 1 || !isPlaced)
          odd.push(
            `${kind} ${mutant.what}: ${found.map((each) => `${each.place.line}:${each.place.column} ${each.message}`).join(' / ')}`,
          );
      }
      table[kind] = row;
    }
    const sum = (key: keyof (typeof table)[string]) =>
      Object.values(table).reduce((total, row) => total + row[key], 0);
    console.table(table);
    console.log(
      `${sum('faulty')} faulty; one message ${percent(sum('one'), sum('faulty'))}, at its place ${percent(sum('placed'), sum('faulty'))}`,
    );
    if (process.env.SHOW_ODD !== undefined) console.log(odd.join('\n'));
    expect(sum('one') / sum('faulty')).toBeGreaterThanOrEqual(0.95);
    expect(sum('atMostThree')).toBe(sum('faulty'));
    expect(sum('placed') / sum('faulty')).toBeGreaterThanOrEqual(0.98);
  });
});

function messagesOf(
  mutant: Mutant,
  validator: { validate(source: Source, report: (found: Diagnostic) => void): boolean },
): Diagnostic[] {
  const found: Diagnostic[] = [];
  validator.validate(new Source('mutant', mutant.text), (each) => found.push(each));
  return found;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}
