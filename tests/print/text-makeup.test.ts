import { describe, expect, it } from 'vitest';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPages } from '../../src/print/pages/render-pages.ts';
import type { Block } from '../../src/print/print-document.ts';
import { body, heading, lines, paragraph } from './blocks.ts';
import { printDocument, words } from './stress-document.ts';

const options = { ...defaultPrintOptions, titlePage: false, contents: false };

describe('text in pages', () => {
  const set = (...body: Block[]) =>
    renderPages(printDocument({ body }), options)
      .text.split('\f')
      .map((page) => page.split('\n'));

  it('is headed by the section that goes on', () => {
    const pages = set(heading('First'), ...lines(20), heading('Second'), ...lines(120));
    expect(pages[2]![0]).toContain('Second');
  });

  it('has dates and signatures at the right, titles in the middle, and a blank line behind a quotation', () => {
    const [page] = set(
      paragraph('centered', words('Title')),
      paragraph('dateline', words('Kyiv, 1 May')),
      { kind: 'quotation', content: [body('Quoted.')] },
      paragraph('continued', words('Behind.')),
      paragraph('signed', words('A. B.')),
    );
    const width = options.textWidth + 6;
    const line = (text: string) => page!.find((each) => each.includes(text))!;
    expect(line('Kyiv')).toHaveLength(width);
    expect(line('A. B.')).toHaveLength(width);
    expect(line('Title').indexOf('Title')).toBe(6 + Math.floor((options.textWidth - 5) / 2));
    expect(page![page!.indexOf(line('Behind.')) - 1]).toBe('');
  });

  it('has a verse directly below its speaker', () => {
    const verse: Block = { kind: 'verse', lines: [{ n: '', indent: 0, content: [words('Verse')] }] };
    const [page] = set(paragraph('speaker', words('Speaker')), verse, paragraph('speaker', words('Other')));
    const at = (text: string) => page!.findIndex((each) => each.endsWith(text));
    expect([at('Verse'), at('Other')]).toEqual([at('Speaker') + 1, at('Speaker') + 3]);
  });

  it('shortens a running head that is too long, and says so', () => {
    const left = 'Foreign Relations of the United States, 1894, Nicaragua and the Mosquito Territory';
    const { text } = renderPages(printDocument({ running: { left, right: left }, body: lines(60) }), options);
    const [head] = text.split('\f')[1]!.split('\n');
    expect(head).toMatch(/^2 +Foreign .* …$/);
    expect(head!.length).toBeLessThanOrEqual(options.textWidth + 6);
  });

  it('leaves a chain of headings, speaker and direction with the words after it', () => {
    for (let before = 44; before < 56; before++) {
      const pages = set(
        ...lines(before),
        heading('Scene'),
        paragraph('stage', words('A room.')),
        paragraph('speaker', words('Speaker')),
        paragraph('stage', words('Aside')),
        body('Speech.'),
      );
      const pageOf = (word: string) => pages.findIndex((page) => page.some((line) => line.endsWith(word)));
      for (const word of ['A room.', 'Speaker', 'Aside', 'Speech.'])
        expect(pageOf(word), `${word} after ${before}`).toBe(pageOf('Scene'));
    }
  });
});
