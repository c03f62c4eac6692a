import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/outputs/docx/read-docx.ts';
import { renderDocx } from '../../src/print/docx/render-docx.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { printDocument, stressDocument, words } from './stress-document.ts';

const lacksPandoc = spawnSync('pandoc', ['-v']).status === 0 ? undefined : 'pandoc is not installed';
const document = stressDocument({
  paragraphs: 20,
  wordsEach: 40,
  entriesEach: 2,
  noteEvery: 2,
  noteWords: 20,
});

describe('Word files', () => {
  it('give the same bytes for the same document', async () => {
    const linked = printDocument({
      body: [
        {
          kind: 'paragraph',
          role: 'body',
          n: '',
          content: [{ kind: 'link', url: 'https://example.org/', content: [words('a link')] }],
        },
      ],
    });
    const [one, two] = [
      await renderDocx(linked, defaultPrintOptions),
      await renderDocx(linked, defaultPrintOptions),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('hold every note and entry', async () => {
    const held = readDocx('x', await renderDocx(document, defaultPrintOptions));
    expect([...held.notes!].sort()).toEqual(
      [
        ...document.notes.map(({ id }) => id),
        ...document.entries.flatMap(({ id, readings }) => [id, ...readings.map((each) => each.id)]),
      ].sort(),
    );
  });

  it.skipIf(lacksPandoc !== undefined)(
    `read back through pandoc with every note ${lacksPandoc ?? ''}`,
    async () => {
      const path = join(mkdtempSync(join(tmpdir(), 'variorum-docx-')), 'a.docx');
      writeFileSync(path, await renderDocx(document, defaultPrintOptions));
      const text = execFileSync('pandoc', [path, '-t', 'plain', '--wrap=none'], { encoding: 'utf8' });
      for (const note of document.notes) expect(text.split(`finis${note.n}z`)).toHaveLength(2);
      for (const { id } of document.entries) expect(text.split(`lectio${id.slice(3)}y`)).toHaveLength(2);
    },
  );
});
