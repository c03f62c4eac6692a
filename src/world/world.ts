import type { Report } from '../diagnostics/diagnostic.ts';

/** All that a command may touch outside itself. Paths are relative to the edition's root, with `/` as separator. */
export interface World {
  /** Reads a file inside the grants. Throws `WorldError` when it is missing, unreadable or outside them. */
  read(path: string): Promise<Uint8Array>;
  /** What is at a path, without reading it. */
  kindOf(path: string): Promise<'file' | 'folder' | 'missing' | 'outside'>;
  /** The files below a folder, every path relative to the root, in code-unit order. */
  list(folder: string): Promise<string[]>;
  readonly report: Report;
}

/** A failure of the world, not of the program: becomes a diagnostic, never a stack trace. */
export class WorldError extends Error {
  readonly reason: 'missing' | 'denied' | 'outside' | 'unreadable';
  readonly path: string;

  constructor(reason: WorldError['reason'], path: string, message: string) {
    super(message);
    this.reason = reason;
    this.path = path;
  }
}
