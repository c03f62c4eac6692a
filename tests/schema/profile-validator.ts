import { readFile } from 'node:fs/promises';
import { compile } from '../../src/relaxng/compile.ts';
import { loadSchema } from '../../src/relaxng/load-schema.ts';
import { Source } from '../../src/xml/source.ts';
import { root } from './jing.ts';

/** Our own engine with the profile, or with another schema; `files` stand before those on disk. */
export async function profileValidator(path = 'schema/variorum.rnc', files: Record<string, string> = {}) {
  const wrong = (fault: { message: string }) => {
    throw new Error(fault.message);
  };
  const read = async (each: string) =>
    files[each] === undefined ? readFile(`${root}${each}`) : new TextEncoder().encode(files[each]);
  const schema = await loadSchema(path, read, wrong);
  const validator = compile(schema!, wrong)!;
  return {
    /** What it finds in a document: the messages. */
    faults(text: string): string[] {
      const found: string[] = [];
      validator.validate(new Source('a.xml', text), ({ message }) => found.push(message));
      return found;
    },
  };
}
