import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { type World, WorldError } from '../src/world/world.ts';

/** A world of named texts or bytes, for tests; what it is told is in `reported`. Paths out of it lie outside. */
export class MemoryWorld implements World {
  readonly reported: Diagnostic[] = [];
  /** Every path that was asked for, in order. */
  readonly asked: string[] = [];
  private readonly files: ReadonlyMap<string, string | Uint8Array>;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.files = new Map(Object.entries(files));
  }

  readonly report = (diagnostic: Diagnostic): void => {
    this.reported.push(diagnostic);
  };

  async read(path: string): Promise<Uint8Array> {
    this.asked.push(path);
    const kind = await this.kindOf(path);
    if (kind === 'outside') throw new WorldError('outside', path, 'it lies outside the edition');
    const content = this.files.get(path);
    if (content === undefined) throw new WorldError('missing', path, 'there is no such file');
    return typeof content === 'string' ? new TextEncoder().encode(content) : content;
  }

  async kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'outside'> {
    if (path.startsWith('/') || path === '..' || path.startsWith('../')) return 'outside';
    if (this.files.has(path)) return 'file';
    return [...this.files.keys()].some((each) => each.startsWith(`${path}/`)) ? 'folder' : 'missing';
  }

  async list(folder: string): Promise<string[]> {
    const start = folder === '' || folder === '.' ? '' : `${folder}/`;
    return [...this.files.keys()].filter((path) => path.startsWith(start)).sort();
  }
}
