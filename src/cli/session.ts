import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { decode } from '../xml/decode.ts';
import { exit } from './exit.ts';
import { type Format, printDiagnostics } from './print-diagnostics.ts';

/** Collects what a command finds, shows that it is at work, and says at the end what came of it. */
export class Session {
  readonly diagnostics: Diagnostic[] = [];
  /** Where the paths of diagnostics start: the folder of the edition that found them. */
  private readonly roots = new Map<Diagnostic, string>();
  private readonly began = performance.now();
  private shows = false;

  /** A report for one edition; its paths are shown relative to the working folder. */
  reportFrom(root: string): (found: Diagnostic) => void {
    return (found) => {
      this.diagnostics.push(found);
      this.roots.set(found, root);
    };
  }

  /** Shows a line on the terminal once the work has taken over a second; nothing in a pipe or in CI. */
  progress(text: string): void {
    if (!process.stderr.isTTY || process.env.CI || performance.now() - this.began < 1000) return;
    this.shows = true;
    process.stderr.write(`\r\u001b[K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }

  clearProgress(): void {
    if (this.shows) process.stderr.write('\r\u001b[K');
    this.shows = false;
  }

  print(format: Format, { stream = process.stdout as NodeJS.WriteStream, showsAll = false } = {}): void {
    this.clearProgress();
    const files = new Map<string, string>();
    for (const [found, root] of this.roots) files.set(found.place.path, resolve(root, found.place.path));
    const textOf = (path: string) => {
      try {
        const bytes = readFileSync(files.get(path) ?? path);
        return decode(bytes, path, () => undefined)?.text ?? bytes.toString('utf8');
      } catch {
        return undefined;
      }
    };
    printDiagnostics(inReadingOrder(this.diagnostics), format, textOf, stream, showsAll);
  }

  code(isStrict: boolean): number {
    const codes = new Set(this.diagnostics.map((each) => each.code));
    if (codes.has('build-running')) return exit.busy;
    if (['cannot-write', 'output-holds-other-files'].some((each) => codes.has(each))) return exit.cannotWrite;
    const fails = (each: Diagnostic) =>
      each.severity === 'error' || (isStrict && each.severity === 'warning');
    return this.diagnostics.some(fails) ? exit.faults : exit.done;
  }
}

/** File by file as they were first spoken of, each from top to bottom. */
function inReadingOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const files = new Map<string, number>();
  for (const { place } of diagnostics) if (!files.has(place.path)) files.set(place.path, files.size);
  return [...diagnostics].sort(
    (a, b) =>
      files.get(a.place.path)! - files.get(b.place.path)! ||
      a.place.line - b.place.line ||
      a.place.column - b.place.column,
  );
}
