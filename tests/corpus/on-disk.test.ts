import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { pointersOf } from '../../src/corpus/pointer.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { DiskWorld } from '../../src/world/disk-world.ts';
import { tei } from '../marked.ts';

const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('on a real disk', () => {
  it('symbolic links out of the project are refused, whatever names them', async () => {
    put('secret/passwd.xml', tei('<p xml:id="secret"/>'));
    put(
      'edition/tei/a.xml',
      tei(
        `<graphic url="link.png"/><ref target="link.xml#secret"/><ref target="inner.xml#b"/><ref target="../tei/sub/passwd.xml"/>
       <xi:include href="link.xml"/><xi:include href="link.xml" parse="text"/>`,
        '',
        ' xmlns:xi="http://www.w3.org/2001/XInclude"',
      ),
    );
    put('edition/tei/b.xml', tei('<p xml:id="b"/>'));
    symlinkSync(join(folder, 'secret/passwd.xml'), join(folder, 'edition/tei/link.xml'));
    symlinkSync(join(folder, 'secret/passwd.xml'), join(folder, 'edition/tei/link.png'));
    symlinkSync(join(folder, 'secret'), join(folder, 'edition/tei/sub'));
    symlinkSync('b.xml', join(folder, 'edition/tei/inner.xml'));
    const root = join(folder, 'edition');
    const corpus = await loadCorpus(['tei/a.xml'], new DiskWorld(root, [root], () => undefined));
    const [a] = corpus.documents;
    expect(pointersOf(a!).map((each) => corpus.resolve(each).kind)).toEqual([
      'outside',
      'outside',
      'element',
      'outside',
    ]);
    expect(corpus.inclusionsOf(a!).map(({ fault, content }) => `${content.kind} ${fault?.kind}`)).toEqual([
      'nothing outside',
      'nothing outside',
    ]);
    expect([...corpus.files.keys()]).toEqual(['tei/a.xml', 'tei/inner.xml']);
  });

  it('names of files may have blanks, commas, umlauts, braces and apostrophes', async () => {
    const names = ['a b.xml', 'a,b.xml', 'ü.xml', '{a}.xml', "d'été.xml", 'a#b.xml', '100%.xml', 'ж.xml'];
    for (const name of names) put(`wild/${name}`, tei('<p xml:id="x"/>'));
    const pointers = names.map((name) => `<ref target="${encodeURI(name).replace('#', '%23')}#x"/>`).join('');
    put('wild/all.xml', tei(`${pointers}<ref target="ü.xml#x"/><ref target="{a}.xml#x"/>`));
    const found: Diagnostic[] = [];
    const root = join(folder, 'wild');
    const corpus = await loadCorpus(['all.xml'], new DiskWorld(root, [root], (each) => found.push(each)));
    expect(pointersOf(corpus.documents[0]!).map((each) => corpus.resolve(each).kind)).toEqual(
      Array.from({ length: names.length + 2 }, () => 'element'),
    );
    expect(found).toEqual([]);
  });
});
