import { parametersOf, run, StylesheetError } from './engine.ts';
import type { Loaded, StylesheetWorld } from './loaded-stylesheet.ts';
import { isOwn, loadOwn } from './own-stylesheets.ts';
import type { Transform, TransformJob, TransformResult } from './transform.ts';

/** Makes the function that runs stylesheets. Each one is loaded once; make one function a thread. */
export function createTransform(world: StylesheetWorld): Transform {
  const loaded = new Map<string, Promise<Loaded>>();
  return async (job) => {
    let stylesheet = loaded.get(job.stylesheet);
    if (stylesheet === undefined) {
      stylesheet = isOwn(job.stylesheet) ? ours(job.stylesheet) : theirs(job.stylesheet, world);
      loaded.set(job.stylesheet, stylesheet);
    }
    return runJob(job, await stylesheet);
  };
}

async function ours(name: string): Promise<Loaded> {
  const compiled = loadOwn(name);
  return { compiled, parameters: parametersOf(compiled), diagnostics: [], makesPages: true };
}

/** What reads, checks and compiles an editor's stylesheet is loaded where there is one. */
async function theirs(path: string, world: StylesheetWorld): Promise<Loaded> {
  const { loadTheirs } = await import('./editors-stylesheet.ts');
  return loadTheirs(path, world);
}

/** Ours must know every parameter; an editor's own stylesheet gets those that it declares. */
function runJob(job: TransformJob, loaded: Loaded): TransformResult {
  const { compiled, parameters, diagnostics, explain } = loaded;
  if (compiled === undefined) return { principal: '', results: new Map(), messages: [], diagnostics };
  const unknown = Object.keys(job.parameters ?? {}).filter((name) => !parameters.has(name));
  if (explain === undefined && unknown.length > 0)
    throw new Error(`The stylesheet ${job.stylesheet} has no parameter ${unknown.join(', ')}`);
  // A stylesheet for documents alone makes no pages of the whole edition: the caller has ours for them.
  if (job.source === undefined && explain !== undefined && (unknown.length > 0 || !loaded.makesPages))
    return { principal: '', results: new Map(), messages: [], diagnostics };
  const { index, ...rest } = job;
  const known: TransformJob = {
    ...rest,
    parameters: Object.fromEntries(
      Object.entries(job.parameters ?? {}).filter(([name]) => parameters.has(name)),
    ),
    ...(index === undefined || !parameters.has('index') ? {} : { index }),
  };
  try {
    return { ...run(compiled, known), diagnostics };
  } catch (error) {
    if (!(error instanceof StylesheetError) || explain === undefined) throw error;
    const { messages } = error;
    return { principal: '', results: new Map(), messages, diagnostics: [...diagnostics, explain(error)] };
  }
}
