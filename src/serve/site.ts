import { makeOutputs } from '../build/build-edition.ts';
import { plan } from '../build/plan.ts';
import { TransformCache } from '../build/transform-cache.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** An edition's pages in memory: the newest that could be made, and what was found when they were last tried. */
export class Site {
  private readonly cwd: string;
  private readonly cache = new TransformCache();
  private files = new Map<string, { content: string | Uint8Array }>();
  private found: readonly Diagnostic[] = [];
  /** True where the pages are older than the sources, since faults withheld new ones. */
  isStale = false;
  /** Goes up with every try, so that a page can tell whether it is out of date. */
  version = 0;
  root: string;
  /** Where a build would write: nothing there is a source. */
  outputFolder = '';

  constructor(cwd: string) {
    this.cwd = cwd;
    this.root = cwd;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  /** Checks and makes everything anew; what did not change is not made twice. */
  async make(hasNewStylesheet = false): Promise<void> {
    if (hasNewStylesheet) this.cache.clear();
    const found: Diagnostic[] = [];
    const [task] = await plan(this.cwd, [], () => (each) => found.push(each));
    if (task !== undefined) {
      this.root = task.world.root;
      this.outputFolder = task.world.absolute(task.config.output);
      const made = await makeOutputs(task, { isStrict: false }, this.cache);
      if (made !== undefined) this.files = new Map(made.files.map((each) => [each.path, each]));
      this.isStale = made === undefined;
    }
    this.found = found;
    this.version++;
  }

  /** A file of the output folder, by its path in it. */
  file(path: string): string | Uint8Array | undefined {
    return this.files.get(path)?.content;
  }

  paths(): string[] {
    return [...this.files.keys()];
  }
}
