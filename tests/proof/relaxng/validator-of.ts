import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { compile } from '../../../src/relaxng/compile.ts';
import { loadSchema } from '../../../src/relaxng/load-schema.ts';
import type { Validator } from '../../../src/relaxng/validator.ts';

/** The validator of a schema on disk, which must be right. */
export async function validatorOf(path: string): Promise<Validator> {
  const faults: Diagnostic[] = [];
  const report = (found: Diagnostic) => faults.push(found);
  const schema = await loadSchema(path, async (each) => readFileSync(each), report);
  const validator = schema && compile(schema, report);
  if (validator === undefined || faults.length > 0)
    throw new Error(faults.map((each) => each.message).join('\n'));
  return validator;
}
