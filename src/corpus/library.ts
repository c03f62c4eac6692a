import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { startOf } from '../diagnostics/place.ts';
import { type World, WorldError } from '../world/world.ts';
import { decode } from '../xml/decode.ts';
import { parseTree } from '../xml/parse-tree.ts';

import { CorpusDocument } from './corpus-document.ts';
import type { Finding } from './finding.ts';

/** How many files are read at the same time. */
const readers = 16;

/** The files of a corpus, each read once. */
export class Library {
  readonly files = new Map<string, CorpusDocument>();
  /** What is at the paths that hold no well-formed XML file. */
  readonly findings = new Map<string, Finding>();
  private readonly faults = new Map<string, Diagnostic[]>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  /** Reads files as XML, those not read before. */
  async readAll(paths: Iterable<string>): Promise<void> {
    const wanted = [...new Set(paths)].filter((path) => !this.files.has(path) && !this.faults.has(path));
    await inTurns(wanted, async (path) => {
      const faults: Diagnostic[] = [];
      const document = await this.readXml(path, (fault) => faults.push(fault));
      this.faults.set(path, faults);
      if (document !== undefined) this.files.set(path, document);
    });
    // In the order asked for, whichever was read first.
    for (const path of wanted) {
      const document = this.files.get(path);
      if (document === undefined || !this.files.delete(path)) continue;
      this.files.set(path, document);
    }
  }

  /** Tells the world of the faults of a file, once. */
  tell(path: string): void {
    for (const fault of this.faults.get(path) ?? []) this.world.report(fault);
    this.faults.set(path, []);
  }

  /** Finds out what is at paths, without reading the files. */
  async lookAll(paths: Iterable<string>): Promise<void> {
    const wanted = [...new Set(paths)].filter((path) => !this.files.has(path) && !this.findings.has(path));
    const known = new Set([...this.files.keys()].map(loosely));
    await inTurns(wanted, async (path) => {
      const kind = await this.world.kindOf(path);
      const isOtherSpelling = kind === 'file' && known.has(loosely(path)) && !(await this.isSpeltSo(path));
      this.findings.set(path, isOtherSpelling ? 'missing' : kind);
    });
  }

  /** Whether a file has this very name. Some systems find `Persons.xml` where `persons.xml` is; the web and other systems do not. */
  private async isSpeltSo(path: string): Promise<boolean> {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
    return (await this.world.list(folder)).includes(path);
  }

  /** Reads a file as bytes, or says why not. */
  async readBytes(path: string): Promise<Uint8Array | WorldError> {
    try {
      return await this.world.read(path);
    } catch (error) {
      if (error instanceof WorldError) return error;
      throw error;
    }
  }

  private async readXml(path: string, report: Report): Promise<CorpusDocument | undefined> {
    const bytes = await this.readBytes(path);
    if (bytes instanceof WorldError) {
      report(worldFault(bytes));
      this.findings.set(
        path,
        bytes.reason === 'outside' || bytes.reason === 'missing' ? bytes.reason : 'unreadable',
      );
      return undefined;
    }
    const source = decode(bytes, path, report);
    const tree = source === undefined ? undefined : parseTree(source, report);
    if (tree === undefined) this.findings.set(path, 'unreadable');
    return tree === undefined ? undefined : new CorpusDocument(path, tree);
  }
}

function loosely(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function worldFault(error: WorldError): Diagnostic {
  const { path, reason } = error;
  if (reason === 'missing') return diagnostic('file-missing', startOf(path), { path });
  if (reason === 'outside') return diagnostic('file-outside', startOf(path), { path });
  return diagnostic('file-unreadable', startOf(path), { path, why: error.message });
}

async function inTurns<T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < all.length) await work(all[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(readers, all.length) }, worker));
}
