import { resolve } from 'node:path/posix';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { compile } from '../../src/relaxng/compile.ts';
import { loadSchema, type Schema } from '../../src/relaxng/load-schema.ts';
import type { Validator } from '../../src/relaxng/validator.ts';
import { WorldError } from '../../src/world/world.ts';
import { Source } from '../../src/xml/source.ts';

/** Reads files that a test names instead of a disk. */
export function reading(files: Readonly<Record<string, string | Uint8Array>>) {
  return async (path: string): Promise<Uint8Array> => {
    const file = files[path] ?? files[resolve('/', path).slice(1)];
    if (file === undefined) throw new WorldError('missing', path, 'not there');
    return typeof file === 'string' ? new TextEncoder().encode(file) : file;
  };
}

/** Loads and compiles a schema given as text; the faults beside it. */
export async function schemaOf(
  files: Readonly<Record<string, string | Uint8Array>> | string,
  path = 'schema.rng',
): Promise<{ schema: Schema | undefined; validator: Validator | undefined; faults: Diagnostic[] }> {
  const faults: Diagnostic[] = [];
  const report = (found: Diagnostic) => faults.push(found);
  const schema = await loadSchema(
    path,
    reading(typeof files === 'string' ? { [path]: files } : files),
    report,
  );
  return { schema, validator: schema && compile(schema, report), faults };
}

/** What a document has against a schema in compact syntax. */
export function faultsOf(validator: Validator, text: string, path = 'document.xml'): Diagnostic[] {
  const faults: Diagnostic[] = [];
  validator.validate(new Source(path, text), (found) => faults.push(found));
  return faults;
}
