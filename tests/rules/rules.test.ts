import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { catalogue } from '../../src/diagnostics/catalogue.ts';
import { checkCorpus } from '../../src/rules/check-corpus.ts';
import { rules } from '../../src/rules/rules.ts';
import { tei } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

const under = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });

async function check(files: Record<string, string>, isEdition: boolean, set: Config['rules'] = {}) {
  const corpus = await loadCorpus(Object.keys(files), new MemoryWorld(files));
  return checkCorpus(corpus, { config: { ...defaultConfig(), rules: set }, isEdition });
}

describe('the table of rules', () => {
  it('has each code once, all of the layer of rules', () => {
    const codes = rules.map((each) => each.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(catalogue[code].layer, code).toBe('rule');
  });

  it('finds each rule, and its test, in a file named by its fault', () => {
    const [sources, tests] = [under('src/rules'), under('tests/rules')];
    for (const { code } of rules) {
      expect(
        sources.filter((path) => path.endsWith(`/${code}.ts`)),
        code,
      ).toHaveLength(1);
      expect(
        tests.filter((path) => path.endsWith(`/${code}.test.ts`)),
        code,
      ).toHaveLength(1);
    }
  });

  it('has the severity in an edition that the reference gives', () => {
    for (const { code, inEdition } of rules) {
      if (inEdition !== 'off') expect(catalogue[code].severity, code).toBe(inEdition);
    }
  });

  it('is described to editors', () => {
    const guides = under('docs').filter((path) => path.endsWith('.md') && !path.startsWith('reference'));
    const text = guides.map((path) => readFileSync(`docs/${path}`, 'utf8')).join('\n');
    for (const { code } of rules) expect(text.includes(`\`${code}\``), code).toBe(true);
  });
});

describe('checkCorpus', () => {
  const files = {
    'b.xml': tei('<ref target="#x"/><p xml:id="p"/>\n<p xml:id="p"/>'),
    'a.xml': tei('<note>a</note>'),
  };

  it('goes by the edition or the loose file, in the order of files and text', async () => {
    expect((await check(files, true)).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error dangling-pointer',
      'error duplicate-id',
      'warning note-without-responsibility',
    ]);
    expect((await check(files, false)).map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'warning dangling-pointer',
      'error duplicate-id',
    ]);
  });

  it('does as the config says', async () => {
    const set = {
      'dangling-pointer': 'off',
      'duplicate-id': 'warning',
      'note-without-responsibility': 'error',
    } as const;
    for (const isEdition of [true, false]) {
      expect((await check(files, isEdition, set)).map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        ['warning duplicate-id', 'error note-without-responsibility'],
      );
    }
  });

  it('finds nothing in a sound edition, and nothing in an empty one', async () => {
    expect(await check({ 'a.xml': tei('<p>Text.</p>') }, true)).toEqual([]);
    expect(await check({}, true)).toEqual([]);
  });

  it('is not confused by the names that every object has', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const body = names
      .map((name) => `<p xml:id="${name}" corresp="#${name}"/><${name} ${name}="x" ref="#${name}z"/>`)
      .join('');
    const found = await check({ 'a.xml': tei(body) }, true);
    expect(found.map((each) => each.code)).toEqual(names.map(() => 'dangling-pointer'));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
