import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { losses } from './losses.ts';

const world = new MemoryWorld({ 'calls.xml': readFileSync('tests/outputs/fixtures/calls.xml') });
const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const config = { ...defaultConfig(), text: { width: 0 } };
const edition = await prepare(await loadCorpus(['calls.xml'], world), config, world.report);

/** Every call of a finished file, taken out one at a time; and two calls that change places. */
const files: readonly { name: string; member?: RegExp; calls: RegExp; atLeast: number }[] = [
  { name: 'html', calls: /<sup [^>]*class="(?:call|entry-call)\b.*?<\/sup>/gs, atLeast: 16 },
  { name: 'text', calls: /\u2060\[\d+\]/g, atLeast: 16 },
  {
    name: 'epub',
    member: /\/calls.*\.xhtml$/,
    calls: /<sup [^>]*class="(?:call|entry-call)\b.*?<\/sup>/gs,
    atLeast: 16,
  },
  {
    name: 'docx',
    member: /^word\/document\.xml$/,
    calls: /<w:(?:foot|end)noteReference [^>]*\/>/g,
    atLeast: 10,
  },
];

describe.each(files)('a call taken out of $name', ({ name, member, calls, atLeast }) => {
  it('is missed, wherever it stood', async () => {
    const output = outputs.get(name)!;
    const artifacts = await output.make({ edition, config, world, transform });
    const at = artifacts.findIndex(({ path }) => /calls\.[a-z]+$/.test(path));
    const { content, ...file } = artifacts[at]!;
    const zip = member && unzipSync(content as Uint8Array);
    const inZip = zip && Object.keys(zip).find((path) => member.test(path))!;
    const whole = zip ? strFromU8(zip[inZip!]!) : String(content);
    const lostWith = async (changed: string) => {
      const made = zip ? zipSync({ ...zip, [inZip!]: strToU8(changed) }) : changed;
      return losses(output, edition, artifacts.with(at, { ...file, content: made }));
    };
    expect(await lostWith(whole)).toEqual([]);
    // One without an id repeats a call of the text in the lemma of an entry.
    const found = [...whole.matchAll(calls)].filter(
      ([call]) => !/^<sup (?!.*\bid=)[^>]*class="call/.test(call),
    );
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
    for (const { 0: call, index } of found)
      expect(await lostWith(whole.slice(0, index) + whole.slice(index + call.length)), call).not.toEqual([]);
    const [first, second] = [found[1]!, found[2]!];
    const swapped =
      whole.slice(0, first.index) +
      second[0] +
      whole.slice(first.index + first[0].length, second.index) +
      first[0] +
      whole.slice(second.index + second[0].length);
    expect(await lostWith(swapped)).not.toEqual([]);
  });
});

it('a link that leads nowhere is missed', async () => {
  const output = outputs.get('html')!;
  const artifacts = await output.make({ edition, config, world, transform });
  const at = artifacts.findIndex(({ path }) => path === 'html/calls.html');
  const content = String(artifacts[at]!.content).replace('href="#two"', 'href="#nowhere"');
  expect(await losses(output, edition, artifacts.with(at, { ...artifacts[at]!, content }))).toContain(
    'calls: #nowhere leads nowhere',
  );
});
