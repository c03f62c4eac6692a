import { join } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import type { World } from '../world/world.ts';
import { compileStylesheet, lineOf } from './compile-stylesheet.ts';
import { type CompiledStylesheet, hasInitialTemplate, parametersOf, run, StylesheetError } from './engine.ts';
import { isOwn, loadOwn } from './own-stylesheets.ts';
import { slowConstructs } from './slow-constructs.ts';
import { readClosure, type StylesheetClosure } from './stylesheet-closure.ts';
import type { Transform, TransformJob, TransformResult } from './transform.ts';
import { trustedLines } from './trusted-lines.ts';

/** Where stylesheets come from; `root` is the edition's folder, in whose `.variorum` compiled ones are kept. */
export type StylesheetWorld = Pick<World, 'read'> & { readonly root?: string };

/** Makes the function that runs stylesheets. Each one is loaded once; make one function a thread. */
export function createTransform(world: StylesheetWorld): Transform {
  const loaded = new Map<string, Promise<Loaded>>();
  return async (job) => {
    let stylesheet = loaded.get(job.stylesheet);
    if (stylesheet === undefined) {
      stylesheet = isOwn(job.stylesheet)
        ? Promise.resolve(ours(job.stylesheet))
        : theirs(job.stylesheet, world);
      loaded.set(job.stylesheet, stylesheet);
    }
    return runJob(job, await stylesheet);
  };
}

interface Loaded {
  /** Undefined where the stylesheet has an error. */
  readonly compiled: CompiledStylesheet | undefined;
  readonly parameters: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it runs without a source document. */
  readonly makesPages: boolean;
  /** Of an editor's own stylesheet. */
  readonly closure?: StylesheetClosure;
}

function ours(name: string): Loaded {
  const compiled = loadOwn(name);
  return { compiled, parameters: parametersOf(compiled), diagnostics: [], makesPages: true };
}

async function theirs(path: string, world: StylesheetWorld): Promise<Loaded> {
  const closure = await readClosure(path, world);
  const diagnostics = [...closure.diagnostics];
  if (diagnostics.some(({ severity }) => severity === 'error'))
    return { compiled: undefined, parameters: new Set(), diagnostics, makesPages: false };
  for (const { tree } of closure.modules.values()) diagnostics.push(...slowConstructs(tree));
  const { compiled, diagnostics: said } = await compileStylesheet(
    path,
    closure,
    join(world.root ?? '.', '.variorum'),
  );
  diagnostics.push(...said);
  return {
    compiled,
    parameters: compiled === undefined ? new Set() : parametersOf(compiled),
    diagnostics,
    makesPages: compiled !== undefined && hasInitialTemplate(compiled),
    closure,
  };
}

/** Ours must know every parameter; an editor's own stylesheet gets those that it declares. */
function runJob(job: TransformJob, loaded: Loaded): TransformResult {
  const { compiled, parameters, diagnostics, closure } = loaded;
  if (compiled === undefined) return { principal: '', results: new Map(), messages: [], diagnostics };
  const unknown = Object.keys(job.parameters ?? {}).filter((name) => !parameters.has(name));
  if (closure === undefined && unknown.length > 0)
    throw new Error(`The stylesheet ${job.stylesheet} has no parameter ${unknown.join(', ')}`);
  // A stylesheet for documents alone makes no pages of the whole edition: the caller has ours for them.
  if (job.source === undefined && closure !== undefined && (unknown.length > 0 || !loaded.makesPages))
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
    if (!(error instanceof StylesheetError) || closure === undefined) throw error;
    const { message, code, messages } = error;
    const failed = diagnostic('stylesheet-failed', placeOf(error, job.stylesheet, compiled, closure), {
      what: message,
      code,
    });
    return { principal: '', results: new Map(), messages, diagnostics: [...diagnostics, failed] };
  }
}

/** The instruction that failed: in the module of that name, at a line that is one of an instruction; else the stylesheet as a whole. */
function placeOf(
  { module, line }: StylesheetError,
  path: string,
  compiled: CompiledStylesheet,
  { modules }: StylesheetClosure,
): Place {
  const at = [...modules.values()].find((each) => each.path === module || each.path.endsWith(`/${module}`));
  if (at === undefined) return startOf(path);
  return line > 0 && trustedLines(compiled).has(line) ? lineOf(at, line) : startOf(at.path);
}
