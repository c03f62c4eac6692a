import { diagnostic } from '../diagnostics/catalogue.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import type { World } from '../world/world.ts';
import { type CompiledStylesheet, parametersOf, run, StylesheetError } from './engine.ts';
import { isOwn, loadOwn } from './own-stylesheets.ts';
import type { Transform, TransformJob, TransformResult } from './transform.ts';

/** Makes the function that runs stylesheets. Each one is loaded once; make one function a thread. */
export function createTransform(world: Pick<World, 'read'>): Transform {
  const loaded = new Map<string, Promise<Loaded>>();
  return async (job) => {
    let stylesheet = loaded.get(job.stylesheet);
    if (stylesheet === undefined) {
      stylesheet = load(job.stylesheet, world);
      loaded.set(job.stylesheet, stylesheet);
    }
    return runJob(job, await stylesheet);
  };
}

interface Loaded {
  readonly compiled: CompiledStylesheet;
  readonly parameters: ReadonlySet<string>;
}

async function load(name: string, _world: Pick<World, 'read'>): Promise<Loaded> {
  if (!isOwn(name)) throw new Error(`Not yet: an editor's own stylesheet (${name})`);
  const compiled = loadOwn(name);
  return { compiled, parameters: parametersOf(compiled) };
}

function runJob(job: TransformJob, { compiled, parameters }: Loaded): TransformResult {
  const given = [...Object.keys(job.parameters ?? {}), ...(job.index === undefined ? [] : ['index'])];
  const unknown = given.filter((name) => !parameters.has(name));
  if (unknown.length > 0 && isOwn(job.stylesheet))
    throw new Error(`The stylesheet ${job.stylesheet} has no parameter ${unknown.join(', ')}`);
  try {
    return { ...run(compiled, job), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof StylesheetError) || isOwn(job.stylesheet)) throw error;
    const { message, code, line, messages } = error;
    const place: Place = { ...startOf(job.stylesheet), line: Math.max(line, 1), endLine: Math.max(line, 1) };
    return {
      principal: '',
      results: new Map(),
      messages,
      diagnostics: [diagnostic('stylesheet-failed', place, { what: message, code })],
    };
  }
}
