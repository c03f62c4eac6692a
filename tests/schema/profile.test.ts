import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DocumentGenerator } from './document-generator.ts';
import { hasJing, jingOn, root } from './jing.ts';
import { nameOf, reachable, readGrammar } from './profile-grammar.ts';
import { Random } from './random.ts';

const profile = 'schema/variorum.rnc';
const teiAll = '../shared/schemas/tei_all.rng';
const withoutJing = hasJing ? '' : ' (skipped: jing is not installed)';
const withoutTei =
  withoutJing || (existsSync(`${root}${teiAll}`) ? '' : ' (skipped: the TEI’s own schemas are not here)');

/** One document for each declaration of the profile. */
async function oneOfEach(seed: number, files: Record<string, string> = {}) {
  const generator = new DocumentGenerator(await readGrammar(profile, files), new Random(seed));
  return { generator, documents: generator.declarations.map((each) => generator.document(each)) };
}

describe('the profile', () => {
  it.skipIf(withoutJing)(`takes the edition, as jing sees it${withoutJing}`, () => {
    const jing = spawnSync('jing', ['-c', profile, 'tei/protocol-62.xml', 'tei/registers.xml'], {
      cwd: root,
    });
    expect(jing.stdout.toString()).toBe('');
    expect(jing.status).toBe(0);
  });

  it('says of every element and attribute what it is for', async () => {
    const grammar = await readGrammar(profile);
    const silent = [...reachable(grammar)].filter(
      (each) =>
        (each.kind === 'element' || each.kind === 'attribute') &&
        !each.documentation &&
        !['type', 'subtype', 'ref'].includes(nameOf(each)),
    );
    expect(silent.map((each) => nameOf(each as Parameters<typeof nameOf>[0]))).toEqual([]);
  });

  it.skipIf(withoutTei)(`is a subset of TEI P5: one document for each declaration${withoutTei}`, async () => {
    const { generator, documents } = await oneOfEach(62);
    expect(documents.length).toBeGreaterThan(290);
    expect(generator.inside.size).toBeGreaterThan(240);
    expect(jingOn(profile, documents)).toEqual([]);
    expect(jingOn(teiAll, documents)).toEqual([]);
  });

  it.skipIf(withoutTei)(`would be caught taking what TEI P5 does not${withoutTei}`, async () => {
    const path = 'schema/variorum/verse-drama.rnc';
    const module = readFileSync(`${root}${path}`, 'utf8');
    const wider = module.replace(
      'element caesura { att.global, empty }',
      'element caesura { att.global, l? }',
    );
    expect(wider).not.toBe(module);
    const { documents } = await oneOfEach(63, { [path]: wider });
    expect(jingOn(teiAll, documents.slice(0, 120)).join('\n')).toMatch(/element "l" not allowed/);
  });
});
