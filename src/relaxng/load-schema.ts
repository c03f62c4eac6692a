import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { worldError } from '../world/disk-world.ts';
import { WorldError } from '../world/world.ts';
import { decode } from '../xml/decode.ts';
import { Source } from '../xml/source.ts';
import type { Element } from '../xml/tree.ts';
import { readCompact } from './compact/read-compact.ts';
import { resolveHref } from './href.ts';
import { Problems } from './problems.ts';
import type { ExternalSyntax, IncludeSyntax, SchemaFile } from './syntax.ts';
import { readXml } from './xml/read-xml.ts';

/** Reads a file of the schema by path or URL; throws `WorldError` or what Node's file system throws where it is not there. */
export type Read = (path: string) => Promise<Uint8Array>;

/** A schema as its files say it, all of them read. */
export interface Schema {
  readonly root: SchemaFile;
  /** Every file that the schema consists of, with the SHA-256 of its bytes in hexadecimal. */
  readonly closure: readonly { readonly path: string; readonly hash: string }[];
  /** Elements of other vocabularies in all its files, Schematron rules among them; each once. */
  readonly annotations: readonly Element[];
  fileOf(reference: { href: string; base: string; namespace: string }): SchemaFile | undefined;
}

type Notation = 'xml' | 'compact';

/** Reads a schema in XML (`.rng`) or compact syntax (`.rnc`) with all that it includes; undefined, with the faults reported, where it cannot be read. */
export async function loadSchema(path: string, read: Read, report: Report): Promise<Schema | undefined> {
  const loader = new Loader(read, new Problems(report));
  const root = await loader.load(path, '', undefined, []);
  return root === undefined || loader.problems.count > 0 ? undefined : loader.schema(root);
}

class Loader {
  readonly problems: Problems;
  private readonly read: Read;
  private readonly files = new Map<string, SchemaFile>();
  private readonly hashes = new Map<string, string>();
  private readonly bytes = new Map<string, Uint8Array>();

  constructor(read: Read, problems: Problems) {
    this.read = read;
    this.problems = problems;
  }

  schema(root: SchemaFile): Schema {
    const closure = [...this.hashes].map(([path, hash]) => ({ path, hash }));
    const files = new Map([...this.files.values()].map((each) => [each.source.path, each]));
    const fileOf: Schema['fileOf'] = ({ href, base, namespace }) =>
      this.files.get(keyOf(resolveHref(href, base), namespace));
    return {
      root,
      closure,
      fileOf,
      get annotations() {
        return [...files.values()].flatMap((each) => each.annotations);
      },
    };
  }

  /** Loads a file and what it refers to. `chain` are the files that led here. */
  async load(
    path: string,
    namespace: string,
    from: IncludeSyntax | ExternalSyntax | undefined,
    chain: readonly string[],
  ): Promise<SchemaFile | undefined> {
    if (chain.includes(path)) {
      const circle = [...chain.slice(chain.indexOf(path)), path].map((each) => basename(each)).join(' → ');
      this.problems.add('schema-includes-itself', from!.origin, { chain: circle });
      return undefined;
    }
    const key = keyOf(path, namespace);
    const known = this.files.get(key);
    if (known !== undefined) return known;
    const bytes = await this.bytesOf(path, from);
    if (bytes === undefined) return undefined;
    const file = this.parse(path, bytes, namespace);
    if (file === undefined) return undefined;
    this.files.set(key, file);
    for (const reference of file.references) {
      const next = resolveHref(reference.href, reference.base);
      await this.load(next, reference.namespace, reference, [...chain, path]);
    }
    return file;
  }

  private async bytesOf(
    path: string,
    from: IncludeSyntax | ExternalSyntax | undefined,
  ): Promise<Uint8Array | undefined> {
    const known = this.bytes.get(path);
    if (known !== undefined) return known;
    try {
      const bytes = await this.read(path);
      this.bytes.set(path, bytes);
      this.hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    } catch (thrown) {
      const error = thrown instanceof WorldError ? thrown : worldError(thrown, path);
      if (!(error instanceof WorldError)) throw thrown;
      if (from !== undefined)
        this.problems.add('schema-file-missing', from.origin, {
          href: from.href,
          why: reasons[error.reason],
        });
      else if (error.reason === 'missing')
        this.problems.pass(diagnostic('file-missing', startOf(path), { path }));
      else if (error.reason === 'outside')
        this.problems.pass(diagnostic('file-outside', startOf(path), { path }));
      else this.problems.pass(diagnostic('file-unreadable', startOf(path), { path, why: error.message }));
      return undefined;
    }
  }

  private parse(path: string, bytes: Uint8Array, namespace: string): SchemaFile | undefined {
    const notation = notationOf(path, bytes);
    if (notation === undefined) {
      this.problems.pass(diagnostic('schema-not-relaxng', startOf(path), { what: 'the file is empty' }));
      return undefined;
    }
    if (notation === 'compact') {
      const source = compactSource(path, bytes);
      if (source !== undefined) return readCompact(source, namespace, this.problems);
      this.problems.pass(
        diagnostic('schema-not-relaxng', startOf(path), { what: 'it is neither UTF-8 nor UTF-16' }),
      );
      return undefined;
    }
    const source = decode(bytes, path, this.problems.pass);
    return source && readXml(source, namespace, this.problems);
  }
}

const reasons: Record<WorldError['reason'], string> = {
  missing: 'the file is not there',
  denied: 'the system does not allow it',
  outside: 'it lies outside the edition',
  unreadable: 'the system cannot read it',
};

function keyOf(path: string, namespace: string): string {
  return `${path}\0${namespace}`;
}

/** XML begins with `<`, compact syntax never does; undefined for a file with nothing in it. */
function notationOf(path: string, bytes: Uint8Array): Notation | undefined {
  const first = bytes.find((byte) => ![0, 9, 10, 13, 32, 0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte));
  if (first === undefined) return path.endsWith('.rnc') && bytes.length > 0 ? 'compact' : undefined;
  return path.endsWith('.rnc') || (first !== 0x3c && !/\.(rng|xml)$/.test(path)) ? 'compact' : 'xml';
}

function compactSource(path: string, bytes: Uint8Array): Source | undefined {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new Source(path, new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding);
  } catch {
    return undefined;
  }
}
