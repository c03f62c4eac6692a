import { describe, expect, it } from 'vitest';
import { defaultPrintOptions } from '../../src/print/options.ts';
import type { Block } from '../../src/print/print-document.ts';
import { printDocument, words } from './stress-document.ts';
import { wordPart } from './word-oracles.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 1, text, content: [words(text)] });
const stanza: Block = {
  kind: 'verse',
  lines: ['one', 'two'].map((each) => ({ n: '', indent: 0, content: [words(each)] })),
};

describe('Word files, by their look', () => {
  it('set each distance of lines with its rule', async () => {
    const styles = await wordPart(printDocument({}), defaultPrintOptions, 'styles');
    const distances = [...styles.matchAll(/<w:spacing [^>]*w:line="[^>]*>/g)].map(([tag]) => tag);
    expect(distances.length).toBeGreaterThan(3);
    for (const tag of distances) expect(tag).toContain('w:lineRule="auto"');
    expect(styles).toMatch(/w:styleId="Title">.*?<w:spacing [^>]*w:line="/);
  });

  it('end the lines of the contents at the edge of the text', async () => {
    const body = [heading('One'), heading('Two')];
    const options = {
      ...defaultPrintOptions,
      pageSize: [400, 600],
      marginInner: 40,
      marginOuter: 60,
    } as const;
    const xml = await wordPart(printDocument({ body }), options, 'document');
    const contents = [...xml.matchAll(/<w:pStyle w:val="TOC1"\/>(.*?)<\/w:pPr>/g)].map(([, looks]) => looks);
    expect(contents).toEqual(
      Array(2).fill(
        '<w:suppressLineNumbers/><w:tabs><w:tab w:val="right" w:pos="6000" w:leader="dot"/></w:tabs>',
      ),
    );
  });

  it('write contents and title page of an Arabic text from the right', async () => {
    const xml = await wordPart(
      printDocument({ language: 'ar', direction: 'rtl', body: [heading('واحد'), heading('اثنان')] }),
      defaultPrintOptions,
      'document',
    );
    expect(xml).toMatch(/<w:pStyle w:val="Title"\/>.*?<w:bidi\/>.*?<\/w:pPr>/);
    expect(xml.match(/<w:pStyle w:val="TOC1"\/>.*?<\/w:tabs><w:bidi\/><\/w:pPr>/g)).toHaveLength(2);
    const styles = await wordPart(
      printDocument({ language: 'ar', direction: 'rtl' }),
      defaultPrintOptions,
      'styles',
    );
    expect(styles).toContain('<w:lang w:val="ar" w:bidi="ar"/>');
  });

  it('part stanzas', async () => {
    const xml = await wordPart(printDocument({ body: [stanza, stanza] }), defaultPrintOptions, 'document');
    const lines = xml.match(/<w:pStyle w:val="Verse"\/>.*?<\/w:pPr>/g);
    expect(lines?.map((each) => each.includes('w:before="120"'))).toEqual([true, false, true, false]);
  });

  it('give the columns of a table what their words want', async () => {
    const cells = ['1', 'Transmits a copy of the correspondence about the affairs of the reservation'].map(
      (each) => ({ columns: 1, rows: 1, isLabel: false, content: [words(each)] }),
    );
    const body: Block[] = [{ kind: 'table', columns: 2, caption: [], rows: [{ isLabel: false, cells }] }];
    const xml = await wordPart(printDocument({ body }), defaultPrintOptions, 'document');
    const [number, text] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(text! / number!).toBeGreaterThan(6);
  });
});
