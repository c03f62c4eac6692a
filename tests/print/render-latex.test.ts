import { describe, expect, it } from 'vitest';
import { escapeLatex } from '../../src/print/latex/escape-latex.ts';
import { renderLatex } from '../../src/print/latex/render-latex.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { printDocument, stressDocument, words } from './stress-document.ts';

describe('LaTeX', () => {
  it('lets no character of the text be markup', () => {
    expect(escapeLatex('50% & {x}_y^z ~#1 \\end{document} --- ``q’’ <<a>>')).toBe(
      '50\\% \\& \\{x\\}\\_y\\textasciicircum{}z \\textasciitilde{}\\#1 \\textbackslash{}end\\{document\\} {-}{-}{-} \\textasciigrave{}\\textasciigrave{}q’’ {<}{<}a{>}{>}',
    );
  });

  it('holds every entry and note once', () => {
    const document = stressDocument({
      paragraphs: 20,
      wordsEach: 40,
      entriesEach: 2,
      noteEvery: 2,
      noteWords: 20,
    });
    const source = renderLatex(document, defaultPrintOptions);
    for (const { id } of [...document.notes, ...document.entries])
      expect(source.split(`\\vid{${id}}`)).toHaveLength(2);
  });

  it('marks both ends of lemmata that cross', () => {
    const at = (kind: 'entry-start' | 'entry-end', entry: string) => ({ kind, entry }) as const;
    const [entry] = stressDocument({
      paragraphs: 1,
      wordsEach: 9,
      entriesEach: 1,
      noteEvery: 0,
      noteWords: 0,
    }).entries;
    const source = renderLatex(
      printDocument({
        entries: ['a', 'b'].map((id) => ({ ...entry!, id })),
        body: [
          {
            kind: 'paragraph',
            role: 'body',
            n: '',
            content: [
              at('entry-start', 'a'),
              words('one '),
              at('entry-start', 'b'),
              words('two'),
              at('entry-end', 'a'),
              words(' three'),
              at('entry-end', 'b'),
            ],
          },
        ],
      }),
      defaultPrintOptions,
    );
    expect(source).toContain('\\edtext{one \\edlabel{b-s}two}');
    expect(source).toContain('\\edlabel{b-e}\\edtext{}{\\xxref{b-s}{b-e}');
  });
});
