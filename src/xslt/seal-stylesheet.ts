import { type CompiledStylesheet, run, StylesheetError } from './engine.ts';

/** The property of a compiled stylesheet that holds its checksum. */
const checksum = '\u03a3';

/** Gives a stylesheet that was changed the checksum that the engine asks for: the engine names it where it refuses another. */
export function sealStylesheet(stylesheet: CompiledStylesheet): void {
  const sealed = stylesheet as Record<string, unknown>;
  sealed[checksum] = '0';
  try {
    run(stylesheet, { stylesheet: '' });
  } catch (error) {
    const asked = /checksum in SEF \w+ != (\w+)/.exec(String(error))?.[1];
    if (asked === undefined || !(error instanceof StylesheetError)) throw error;
    sealed[checksum] = asked;
  }
}
