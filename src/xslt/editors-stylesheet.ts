import { join } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import { compileStylesheet, lineOf } from './compile-stylesheet.ts';
import { type CompiledStylesheet, hasInitialTemplate, parametersOf, type StylesheetError } from './engine.ts';
import type { Loaded, StylesheetWorld } from './loaded-stylesheet.ts';
import { slowConstructs } from './slow-constructs.ts';
import { readClosure, type StylesheetClosure } from './stylesheet-closure.ts';
import { trustedLines } from './trusted-lines.ts';

/** Reads, checks and compiles an editor's own stylesheet. */
export async function loadTheirs(path: string, world: StylesheetWorld): Promise<Loaded> {
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
  if (compiled === undefined) return { compiled, parameters: new Set(), diagnostics, makesPages: false };
  return {
    compiled,
    parameters: parametersOf(compiled),
    diagnostics,
    makesPages: hasInitialTemplate(compiled),
    explain: (error) =>
      diagnostic('stylesheet-failed', placeOf(error, path, compiled, closure), {
        what: error.message,
        code: error.code,
      }),
  };
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
