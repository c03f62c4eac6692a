import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DocumentGenerator } from './document-generator.ts';
import { hasJing, jingOn, root } from './jing.ts';
import { nameOf, reachable, readGrammar } from './profile-grammar.ts';
import { profileValidator } from './profile-validator.ts';
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
  it('takes the edition', async () => {
    const validator = await profileValidator();
    for (const path of ['tei/protocol-62.xml', 'tei/registers.xml']) {
      expect(validator.faults(readFileSync(`${root}${path}`, 'utf8'))).toEqual([]);
    }
  });

  it.each([
    [
      'a list of a misspelt type',
      '<list type="roster">',
      '<list type="rooster">',
      '“rooster” is not right for “type”',
    ],
    [
      'a block of a misspelt type',
      '<ab type="decision">',
      '<ab type="desicion">',
      '“desicion” is not right for “type”',
    ],
    [
      'one present who is not named',
      '<item><persName ref="reg:pers-kozlov">Kozlov</persName>,</item>',
      '<item>Kozlov,</item>',
      '“item” lacks',
    ],
    ['an item without a heading', /<head>Informational[\s\S]*?<\/head>/, '', '“div” lacks “head”'],
    [
      'a decision that is a paragraph',
      '<ab type="decision">Adopt measures.',
      '<ab type="decision"><p>Adopt</p>',
      '“p” is not allowed here in “ab”',
    ],
    [
      'a date as it is spoken',
      'when="1962-10-25"',
      'when="25.10.1962"',
      '“25.10.1962” is not right for “when”',
    ],
  ])('finds %s', async (_, right, wrong, message) => {
    const text = readFileSync(`${root}tei/protocol-62.xml`, 'utf8');
    const changed = text.replace(right, wrong);
    expect(changed).not.toBe(text);
    const faults = (await profileValidator()).faults(changed);
    expect(faults.length).toBe(1);
    expect(faults[0]).toContain(message);
  });

  it('takes what its generator makes', async () => {
    const { documents } = await oneOfEach(64);
    const validator = await profileValidator();
    expect(documents.flatMap((each) => validator.faults(each))).toEqual([]);
  });

  it('can be narrowed and widened as its guide says', async () => {
    const guide = readFileSync(`${root}docs/profile.md`, 'utf8');
    const schemas = [...guide.matchAll(/```rnc\n([\s\S]*?)```/g)].map((match) => match[1]!);
    expect(schemas.length).toBe(3);
    const text = readFileSync(`${root}tei/protocol-62.xml`, 'utf8').replace(
      'div type="notes"',
      'div type="diary"',
    );
    const verdicts: (string | undefined)[] = [];
    for (const schema of schemas) {
      const validator = await profileValidator('schema/mine.rnc', { 'schema/mine.rnc': schema });
      verdicts.push(validator.faults(text)[0]);
    }
    expect(verdicts).toEqual([
      expect.stringContaining('“diary” is not right'),
      undefined,
      expect.stringContaining('“diary” is not right'),
    ]);
  });

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
