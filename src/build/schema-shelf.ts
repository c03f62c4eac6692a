import { readFile } from 'node:fs/promises';
import { isAbsolute, posix } from 'node:path';
import type { Report } from '../diagnostics/diagnostic.ts';
import { type CompiledSchema as CompiledSchematron, compileSchematron } from '../schematron/compile.ts';
import { loadSchematron } from '../schematron/load-schema.ts';
import { worldError } from '../world/disk-world.ts';
import { WorldError } from '../world/world.ts';
import { decode } from '../xml/decode.ts';
import { parseTree } from '../xml/parse-tree.ts';
import type { Document } from '../xml/tree.ts';
import type { SchemaChoice } from './schema-choice.ts';

/** Reads a schema's file: one of the edition by the edition's world, one of the program's own from its folder. */
export type ReadSchema = (path: string) => Promise<Uint8Array>;

/** Schemas ready for use, each loaded once; what is wrong with one is reported when it is first asked for. */
export class SchemaShelf {
  private readonly schematrons = new Map<string, Promise<CompiledSchematron | undefined>>();
  private readonly read: ReadSchema;
  private readonly report: Report;

  constructor(read: ReadSchema, report: Report) {
    this.read = read;
    this.report = report;
  }

  schematron({ path, phase }: SchemaChoice): Promise<CompiledSchematron | undefined> {
    const key = `${path} ${phase ?? ''}`;
    const known = this.schematrons.get(key) ?? this.loadSchematron(path, phase);
    this.schematrons.set(key, known);
    return known;
  }

  private async loadSchematron(
    path: string,
    phase: string | undefined,
  ): Promise<CompiledSchematron | undefined> {
    const document = this.tree(await this.read(path), path);
    if (document === undefined) return undefined;
    const folder = posix.dirname(path);
    const readPart = async (href: string) => {
      const part = posix.join(folder, href.split('#')[0]!);
      const bytes = await this.read(part).catch((error) => {
        if (error instanceof WorldError) return undefined;
        throw error;
      });
      return bytes === undefined ? undefined : this.tree(bytes, part);
    };
    const schema = await loadSchematron(document, readPart, this.report);
    return schema === undefined ? undefined : compileSchematron(schema, phase, this.report);
  }

  private tree(bytes: Uint8Array, path: string): Document | undefined {
    const source = decode(bytes, path, this.report);
    return source === undefined ? undefined : parseTree(source, this.report);
  }
}

/** Reads files of certain folders from the disk, all others through `read`: the program's own profile, and what the command line names. */
export function withFolders(read: ReadSchema, folders: readonly string[]): ReadSchema {
  return async (path) => {
    if (!isAbsolute(path) || !folders.some((folder) => path.startsWith(folder))) return read(path);
    try {
      return await readFile(path);
    } catch (error) {
      throw worldError(error, path);
    }
  };
}
