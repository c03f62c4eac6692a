import { posix, resolve } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import type { Validator } from '../relaxng/validator.ts';
import { type CompiledSchema as CompiledSchematron, compileSchematron } from '../schematron/compile.ts';
import { loadSchematron } from '../schematron/load-schema.ts';
import { WorldError } from '../world/world.ts';
import { decode } from '../xml/decode.ts';
import { parseTree } from '../xml/parse-tree.ts';
import type { Document } from '../xml/tree.ts';
import { relaxngValidator } from './compiled-schemas.ts';
import type { ReadSchema } from './read-schema.ts';
import type { SchemaChoice } from './schema-choice.ts';

/** Schemas ready for use, each loaded once; what is wrong with one is reported when it is first asked for. */
export class SchemaShelf {
  private readonly schematrons = new Map<string, Promise<CompiledSchematron | undefined>>();
  private readonly validators = new Map<string, Promise<Validator | undefined>>();
  private readonly root: string;
  private readonly read: ReadSchema;
  private readonly report: Report;

  /** `root` is what relative paths are relative to. */
  constructor(root: string, read: ReadSchema, report: Report) {
    this.root = root;
    this.read = read;
    this.report = report;
  }

  schematron({ path, phase }: SchemaChoice): Promise<CompiledSchematron | undefined> {
    const key = `${path} ${phase ?? ''}`;
    const known = this.schematrons.get(key) ?? this.loadSchematron(path, phase);
    this.schematrons.set(key, known);
    return known;
  }

  relaxng({ path }: SchemaChoice): Promise<Validator | undefined> {
    const known =
      this.validators.get(path) ?? relaxngValidator(path, resolve(this.root, path), this.read, this.report);
    this.validators.set(path, known);
    return known;
  }

  private async loadSchematron(
    path: string,
    phase: string | undefined,
  ): Promise<CompiledSchematron | undefined> {
    const bytes = await this.read(path);
    if (bytes.every((byte) => byte <= 0x20)) {
      this.report(diagnostic('schematron-not-a-schema', startOf(path), { what: 'the file is empty' }));
      return undefined;
    }
    const document = this.tree(bytes, path);
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
