import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Output } from '../../src/outputs/output.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute, type Element } from '../../src/xml/tree.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { type CompiledStylesheet, run } from '../../src/xslt/engine.ts';
import type { Transform } from '../../src/xslt/transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { sections } from '../outputs/elements/sections.ts';
import { everything } from '../outputs/elements/show.ts';
import { losses } from '../outputs/losses.ts';

const XSLT = 'http://www.w3.org/1999/XSL/Transform';
const compiler = createRequire(import.meta.url).resolve('xslt3');
const folder = mkdtempSync(join(tmpdir(), 'variorum-templates-'));
afterAll(() => rmSync(folder, { recursive: true }));
const config = { ...defaultConfig(), text: { width: 0 } };

const fixtures = 'tests/outputs/fixtures';
const names = sections.flatMap(({ elements }) => elements.split(' ').filter((name) => name !== ''));
const editions = [
  { 'everything.xml': everything(names) },
  ...readdirSync(fixtures).map((name) => ({ [name]: readFileSync(join(fixtures, name), 'utf8') })),
];

/** The templates of the modes that carry text, each with the span of its content. */
function templatesOf(file: string, modes: ReadonlySet<string>) {
  const tree = readTree(readFileSync(file), file, (fault) => expect.fail(fault.message))!;
  return tree.documentElement.childNodes
    .filter(
      (node): node is Element =>
        node.nodeType === 1 && node.name.namespace === XSLT && node.name.local === 'template',
    )
    .filter((each) => modes.has(attribute(each, 'mode') ?? '') && each.end > each.startTagEnd)
    .map((each) => ({
      file,
      match: `${attribute(each, 'match')} (${attribute(each, 'mode')})`.replace(/\s+/g, ' '),
      text: tree.source.text,
      from:
        each.childNodes.find((node) => node.nodeType !== 1 || node.name.local !== 'param')?.start ??
        each.startTagEnd,
      to: each.endTagStart,
      params: each.childNodes
        .filter((node): node is Element => node.nodeType === 1 && node.name.local === 'param')
        .at(-1)?.end,
    }));
}

async function holds(output: Output, entry: string): Promise<string[]> {
  const sef = join(folder, `${entry}.json`);
  await promisify(execFile)(process.execPath, [
    compiler,
    `-xsl:${join(folder, 'xslt', `${entry}.xsl`)}`,
    `-export:${sef}`,
    '-nogo',
  ]);
  const compiled = JSON.parse(readFileSync(sef, 'utf8')) as CompiledStylesheet;
  const ours = createTransform(new MemoryWorld({}));
  const transform: Transform = async (job) =>
    job.stylesheet === entry ? { ...run(compiled, job), diagnostics: [] } : ours(job);
  const found: string[] = [];
  for (const files of editions) {
    const world = new MemoryWorld(files);
    const edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
    try {
      const artifacts = await output.make({ edition, config, world, transform });
      found.push(...(await losses(output, edition, artifacts)));
    } catch (error) {
      found.push(String(error));
    }
  }
  return found;
}

/** Empties each template in turn: the finished output then lacks something that was promised, and the check says so. */
describe.each([
  { name: 'text', modes: new Set(['lines', 'notes', 'note-lines', 'apparatus']), folders: ['text'] },
])('the conservation check of $name', ({ name, modes, folders }) => {
  cpSync('xslt', join(folder, 'xslt'), { recursive: true });
  const output = outputs.get(name)!;
  const templates = folders.flatMap((each) =>
    readdirSync(join('xslt', each)).flatMap((file) => templatesOf(join('xslt', each, file), modes)),
  );
  const used: string[] = [];
  const missed: string[] = [];

  it('finds nothing where nothing is taken out', async () => {
    expect(await holds(output, name)).toEqual([]);
  });

  it.each(templates)('is asked about $file $match', async ({ file, match, text, from, to, params }) => {
    const target = join(folder, file);
    writeFileSync(target, text.slice(0, params ?? from) + text.slice(to));
    try {
      if ((await holds(output, name)).length > 0) used.push(match);
      else missed.push(`${file}: ${match}`);
    } finally {
      writeFileSync(target, text);
    }
  });

  it('misses every template that carries what is promised', () => {
    expect(used.length).toBeGreaterThan(0);
    expect(missed.filter((each) => !silent.some((known) => each.includes(known)))).toEqual([]);
  });
});

/** What plain text does not promise word by word: the words of notes and readings, whose numbers it promises; and what the fixtures lack (white space kept, groups of notes). */
const silent: readonly string[] = [
  'xslt/text/apparatus.xsl: i:lemma',
  'xslt/text/apparatus.xsl: i:reading',
  'xslt/text/lines.xsl: text()',
  "xslt/text/notes.xsl: note[@v:left = 'note'][@v:n] (lines)",
  "xslt/text/notes.xsl: noteGrp[@v:left = 'note']",
  '(note-lines)',
];
