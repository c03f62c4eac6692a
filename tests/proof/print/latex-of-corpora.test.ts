import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderLatex } from '../../../src/print/latex/render-latex.ts';
import { defaultPrintOptions } from '../../../src/print/options.ts';
import { compileLatex, engines, lacksTex } from '../../print/compile-latex.ts';
import { corpusFile, editionIn, printDocumentsOf } from '../../print/print-documents-of.ts';

const corpora = '../shared/corpora';
const files = existsSync(corpora)
  ? (readdirSync(corpora, { recursive: true }) as string[])
      .filter((path) => path.endsWith('.xml') && statSync(join(corpora, path)).size < 160_000)
      // No font of the machine has Japanese, and the file says so.
      .filter((path) => !path.startsWith('aozora'))
  : [];

describe.each(engines)('%s', (engine) => {
  const lacking = lacksTex(engine);

  it.skipIf(lacking !== undefined).each(['.', 'examples/catullus'])('compiles %s', async (folder) => {
    const { files: own, config } = editionIn(folder);
    for (const { document } of (await printDocumentsOf(own, config)).printables)
      expect(compileLatex(renderLatex(document, defaultPrintOptions), engine).faults, document.id).toEqual(
        [],
      );
  });

  it.skipIf(lacking !== undefined).each(files)('compiles %s', async (path) => {
    for (const { document } of (await printDocumentsOf(corpusFile(path))).printables) {
      const source = renderLatex(document, defaultPrintOptions);
      const needsLua = source.includes('compile it with lualatex') && engine === 'xelatex';
      if (!needsLua) expect(compileLatex(source, engine).faults, document.id).toEqual([]);
    }
  });
});
