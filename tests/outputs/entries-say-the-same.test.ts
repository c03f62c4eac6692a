import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { blockElements } from '../../src/outputs/html/block-elements.ts';
import { outputs } from '../../src/outputs/outputs.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../src/prepare/prepared-edition.ts';
import { composeEntry } from '../../src/print/compose-entry.ts';
import { plainText } from '../../src/print/inlines.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { readPrintXml } from '../../src/print/read-print-xml.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';
import { criticalEditions } from '../prepare/critical-edition.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });
const example = 'examples/catullus';
const catullus = Object.fromEntries(
  readdirSync(join(example, 'tei')).map((name) => [
    `tei/${name}`,
    readFileSync(join(example, 'tei', name), 'utf8'),
  ]),
);
const editions = { ...criticalEditions, 'of the example': catullus };

describe.each(Object.entries(editions))('the entries of an edition %s say the same', (_, files) => {
  let edition: PreparedEdition;
  let world: MemoryWorld;
  const config = { ...defaultConfig(), text: { width: 0 } };
  /** What the index says of each entry that is printed, by document. */
  const wanted = new Map<string, string[]>();

  beforeAll(async () => {
    world = new MemoryWorld(files);
    edition = await prepare(await loadCorpus(Object.keys(files), world), config, world.report);
    for (const { document, said } of edition.index.apparatus)
      wanted.set(document, [...(wanted.get(document) ?? []), flat(said)]);
    expect([...wanted.values()].flat().filter((said) => said !== '').length).toBeGreaterThan(0);
  });

  const artifactsOf = async (name: string) => outputs.get(name)!.make({ edition, config, world, transform });

  it('in HTML', async () => {
    const artifacts = await artifactsOf('html');
    for (const [document, entries] of wanted) {
      const page = artifacts.find(({ path }) => path === `html/${document}.html`)!;
      expect(entriesOf(String(page.content))).toEqual(entries);
    }
  });

  it('in plain text', async () => {
    const artifacts = await artifactsOf('text');
    for (const [document, entries] of wanted) {
      const { content } = artifacts.find(({ path }) => path === `text/${document}.txt`)!;
      const keys = edition.index.apparatus.filter((each) => each.document === document);
      const lines = String(content)
        .split(/-{20}\n/)
        .at(-1)!
        .split(/\n\n/)
        .slice(1);
      expect(lines.map((line) => flat(line))).toEqual(
        entries.map((said, at) => flat(`${keys[at]!.n}. ${keys[at]!.keyText} ${said}`)),
      );
    }
  });

  it('in the print document, from which PDF, LaTeX and DOCX are made', async () => {
    const options = { ...defaultPrintOptions, lemmaWords: 0, readingSeparator: '; ', siglaSeparator: ' ' };
    for (const [document, entries] of wanted) {
      const { tei: source, index } = edition.documents.find(({ id }) => id === document)!;
      const { principal } = await transform({ stylesheet: 'print', source, index });
      const printed = readPrintXml(principal).entries;
      expect(printed.map((entry) => flat(plainText(composeEntry(entry, options))))).toEqual(entries);
    }
  });
});

/** The words of each entry on a page after its number and key. */
function entriesOf(page: string): string[] {
  const found: string[] = [];
  const visit = (node: DefaultTreeAdapterTypes.Node) => {
    if (classOf(node) === 'entry-body') found.push(flat(textOf(node)));
    else if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(page));
  return found;
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  // A call of a nested entry or a note is not of the words.
  if (!('childNodes' in node) || /^(?:entry-key|entry-call|call)\b/.test(classOf(node))) return '';
  const text = node.childNodes.map(textOf).join('');
  return blockElements.has(node.nodeName) ? ` ${text} ` : text;
}

function classOf(node: DefaultTreeAdapterTypes.Node): string {
  return 'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value ?? '') : '';
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
