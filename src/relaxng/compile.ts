import type { Report } from '../diagnostics/diagnostic.ts';
import { tablesOf } from './compiled-schema.ts';
import { idsAreSound } from './id-conflicts.ts';
import type { Schema } from './load-schema.ts';
import { Problems } from './problems.ts';
import { checkRestrictions } from './restrictions.ts';
import { simplify } from './simplify.ts';
import { Validator } from './validator.ts';

/** Simplifies a schema and checks it (RELAX NG §4, §7); undefined, with the faults reported, where it is wrong. */
export function compile(schema: Schema, report: Report): Validator | undefined {
  const problems = new Problems(report);
  const simple = simplify(schema.root, schema.fileOf, problems);
  if (problems.count > 0) return undefined;
  const reached = checkRestrictions(simple, problems);
  if (problems.count > 0) return undefined;
  const checksIds = idsAreSound(simple, reached, problems);
  return new Validator(tablesOf(simple, reached, schema.closure, checksIds));
}
