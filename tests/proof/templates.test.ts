import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Artifact, Output } from '../../src/outputs/output.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { run, StylesheetError } from '../../src/xslt/engine.ts';
import { sealStylesheet } from '../../src/xslt/seal-stylesheet.ts';
import type { Transform } from '../../src/xslt/transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { sections } from '../outputs/elements/sections.ts';
import { everything } from '../outputs/elements/show.ts';
import { losses } from '../outputs/losses.ts';
import { criticalEditions } from '../prepare/critical-edition.ts';
import { silent } from './silent-templates.ts';

/** What we read of a compiled stylesheet: a template is one rule for each alternative of its pattern. */
interface SefNode {
  N: string;
  role?: string;
  name?: string;
  module?: string;
  line?: string;
  match?: string;
  C?: SefNode[];
  Σ?: string | undefined;
}
interface Template {
  readonly title: string;
  readonly rules: SefNode[];
}

const config = { ...defaultConfig(), text: { width: 0 } };
const fixtures = 'tests/outputs/fixtures';
/** A manuscript's description is a record with its own lines, and the fixtures have one where it belongs; a point of a timeline is data. */
const names = sections.flatMap(({ title, elements }) =>
  (title === 'Manuscripts' ? '' : elements).split(' ').filter((name) => name !== '' && name !== 'when'),
);
const sources: Readonly<Record<string, string | Uint8Array>>[] = [
  { 'everything.xml': everything(names) },
  ...readdirSync(fixtures).map((name) => ({ [name]: readFileSync(join(fixtures, name), 'utf8') })),
  ...Object.values(criticalEditions),
];
const editions = await Promise.all(
  sources.map(async (files) => {
    const world = new MemoryWorld(files);
    return {
      world,
      edition: await prepare(await loadCorpus(Object.keys(files), world), config, world.report),
    };
  }),
);

/** Modes that give attributes, labels, records and pages beside the text. */
const besideTheText = new Set(
  'attribute attributes voice links part-of-link fact facts entry page-number page-image siglum neighbours parallel summary metadata-value'.split(
    ' ',
  ),
);

/** The templates of the modules that carry text, by module, mode and pattern; those that do nothing left out. */
function templatesOf(stylesheet: SefNode, modules: ReadonlySet<string>): Template[] {
  const found = new Map<string, Template>();
  const visit = (node: SefNode, mode: string) => {
    const isText = modules.has(node.module ?? '') && !besideTheText.has(mode);
    if (node.N === 'templateRule' && isText && actionOf(node) !== undefined) {
      const title = `${node.module}: ${node.match} (${mode})`.replace(/\s+/g, ' ');
      const template = found.get(title) ?? { title, rules: [] };
      template.rules.push(node);
      found.set(title, template);
    }
    for (const child of node.C ?? []) visit(child, node.N === 'mode' ? (node.name ?? '').slice(3) : mode);
  };
  visit(stylesheet, '');
  return [...found.values()];
}

function actionOf({ C = [] }: SefNode): SefNode | undefined {
  return C.find(({ N, role }) => role === 'action' && N !== 'empty');
}

async function made(output: Output, stylesheet: SefNode) {
  const ours = createTransform(new MemoryWorld({}));
  const transform: Transform = async (job) =>
    job.stylesheet === output.name ? { ...run(stylesheet, job), diagnostics: [] } : ours(job);
  const lost: string[] = [];
  const bytes: Artifact[][] = [];
  for (const { edition, world } of editions) {
    try {
      const artifacts = await output.make({ edition, config, world, transform });
      bytes.push(artifacts);
      lost.push(...(await losses(output, edition, artifacts)));
    } catch (error) {
      if (!(error instanceof StylesheetError) || error.message.includes('checksum')) throw error;
      lost.push(String(error));
    }
  }
  return { lost, bytes: JSON.stringify(bytes) };
}

/** Empties each template in turn: the finished output then lacks something that was promised, and the check says so. */
describe.each([
  { name: 'text', modulesOf: () => readdirSync('xslt/text') },
  { name: 'html', modulesOf: () => [...readdirSync('xslt/content'), 'document.xsl'] },
])('the conservation check of $name', ({ name, modulesOf }) => {
  const output = outputs.get(name)!;
  const compiled = () => JSON.parse(readFileSync(`dist/xslt/${name}.sef.json`, 'utf8')) as SefNode;
  const stylesheet = compiled();
  const modules = new Set(modulesOf());
  const templates = templatesOf(stylesheet, modules);
  const [unreached, unnoticed]: [string[], string[]] = [[], []];
  let whole = '';

  it('finds nothing where nothing is taken out', async () => {
    const { lost, bytes } = await made(output, stylesheet);
    expect(lost).toEqual([]);
    whole = bytes;
  });

  it.each(templates)('is asked about $title', async ({ title }) => {
    // The engine keeps what it made of a stylesheet with it: each run has its own.
    const changed = compiled();
    for (const rule of templatesOf(changed, modules).find((each) => each.title === title)!.rules) {
      const action = actionOf(rule)!;
      rule.C![rule.C!.indexOf(action)] = { N: 'empty', role: 'action' };
    }
    sealStylesheet(changed);
    const { lost, bytes } = await made(output, changed);
    if (bytes === whole) unreached.push(title);
    else if (lost.length === 0) unnoticed.push(title);
  });

  it('misses every template that carries what is promised', () => {
    const known = (title: string) => silent.includes(title);
    expect({
      unreached: unreached.filter((title) => !known(title)),
      unnoticed: unnoticed.filter((title) => !known(title)),
    }).toEqual({ unreached: [], unnoticed: [] });
  });
});
