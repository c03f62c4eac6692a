import { describe, expect, it } from 'vitest';
import { docx } from '../../src/outputs/docx/docx.ts';
import { epub } from '../../src/outputs/epub/epub.ts';
import { latex } from '../../src/outputs/latex/latex.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { pages } from '../../src/outputs/pages/pages.ts';
import { pdf } from '../../src/outputs/pdf/pdf.ts';

describe('the outputs that are loaded when they are made', () => {
  for (const output of [pdf, pages, latex, docx, epub]) {
    it(`are known beforehand as they are: ${output.name}`, () => {
      const { promises, stylesheets } = outputs.get(output.name)!;
      expect({ promises, stylesheets }).toEqual({
        promises: output.promises,
        stylesheets: output.stylesheets,
      });
    });
  }
});
