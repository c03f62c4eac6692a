import { createRequire } from 'node:module';
import type fontoxpath from 'fontoxpath';

type Engine = typeof fontoxpath;

let loaded: Engine | undefined;
const waiting: ((engine: Engine) => void)[] = [];

/** fontoxpath, loaded when the first expression is to be run: most documents ask for none, and loading it takes as long as reading 100 KB of TEI. */
export function engine(): Engine {
  if (loaded === undefined) {
    loaded = createRequire(import.meta.url)('fontoxpath') as Engine;
    for (const act of waiting.splice(0)) act(loaded);
  }
  return loaded;
}

/** Does something with the engine as soon as it is loaded. */
export function withEngine(act: (engine: Engine) => void): void {
  if (loaded === undefined) waiting.push(act);
  else act(loaded);
}
