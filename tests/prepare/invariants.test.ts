import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import type { PreparedDocument, PreparedEdition } from '../../src/prepare/prepared-edition.ts';
import type { Element } from '../../src/xml/tree.ts';
import { MemoryWorld } from '../memory-world.ts';
import { criticalEditions } from './critical-edition.ts';
import { elementsOf, prepared, readPrepared, runningRoots, textOf, withoutSpace } from './from-prepared.ts';

const corpora = '../shared/corpora';
const apparatusFiles = existsSync(corpora)
  ? readdirSync(corpora, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.xml'))
      .filter((path) => /<app[\s>]/.test(readFileSync(`${corpora}/${path}`, 'utf8')))
      .sort()
  : [];

async function editionOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<PreparedEdition> {
  const world = new MemoryWorld(files);
  return prepare(await loadCorpus(Object.keys(files), world), defaultConfig(), world.report);
}

/** What every apparatus must keep, read back from the prepared TEI and the index alone. */
function expectInvariants(edition: PreparedEdition): void {
  const { apparatus } = edition.index;
  const roots = edition.documents.map((document) => readPrepared(document.tei));
  const inTei = roots.flatMap((root) => [...elementsOf(root)]);
  const named = (...names: string[]) => inTei.filter((element) => names.includes(element.name.local));

  // Each entry and each reading once.
  const entries = named('app').filter((app) => prepared(app, 'entry') !== '');
  expect(entries.length).toBe(named('app').length);
  expect(apparatus.length).toBe(entries.length);
  expect(new Set(apparatus.map((entry) => `${entry.document} ${entry.id}`)).size).toBe(apparatus.length);
  expect(apparatus.map((entry) => entry.n).sort(byNumber)).toEqual(
    entries.map((entry) => Number(prepared(entry, 'n'))).sort(byNumber),
  );
  expect(apparatus.flatMap((entry) => entry.readings.map((reading) => reading.id)).sort()).toEqual(
    named('rdg')
      .filter(isInEntry)
      .map((rdg) => prepared(rdg, 'id'))
      .sort(),
  );
  const lemmas = named('lem')
    .filter(isInEntry)
    .map((lem) => prepared(lem, 'id'));
  const lemmaIds = new Set(apparatus.map((entry) => entry.lemma.id));
  expect(lemmas.filter((id) => !lemmaIds.has(id))).toEqual([]);

  for (const [at, document] of edition.documents.entries()) {
    const own = apparatus.filter((entry) => entry.document === document.id);
    expect(own.map((entry) => entry.n)).toEqual(own.map((_, n) => n + 1));
    const running = runningRoots(roots[at]!);
    // The reading text is what the contract leaves over.
    expect(running.map((root) => textOf(root)).join('')).toBe(withoutSpace(document.readingText));
    expectWitnesses(edition, document, running);
  }
}

/** The text of each witness is what its readings make of the prepared TEI, by a second way of working it out. */
function expectWitnesses(
  edition: PreparedEdition,
  document: PreparedDocument,
  running: readonly Element[],
): void {
  const { witnesses, apparatus } = edition.index;
  const own = apparatus.filter((entry) => entry.document === document.id);
  if (own.length === 0) return;
  const isParallel = own.every((entry) => entry.method === 'parallel-segmentation');
  const isLocated = own.some((entry) => entry.method === 'location-referenced' && entry.readings.length > 0);
  for (const witness of witnesses.filter((each) => each.kind === 'witness')) {
    const text = document.textOfWitness(witness.id);
    if (isLocated) expect(text).toBeUndefined();
    const tei = document.teiOfWitness(witness.id);
    expect(tei === undefined).toBe(text === undefined);
    if (tei !== undefined) {
      // Prepared TEI of the witness leaves over the witness's text.
      const left = runningRoots(readPrepared(tei)).map((root) => textOf(root));
      expect(left.join(''), witness.id).toBe(withoutSpace(text!));
    }
    if (!isParallel) continue;
    const groups = [witness.id];
    for (let at = witness.parent; at !== ''; at = witnesses.find((each) => each.id === at)?.parent ?? '')
      groups.push(at);
    const mine = (element: Element) =>
      prepared(element, 'wit')
        .split(' ')
        .some((id) => groups.includes(id));
    const milestones = running
      .flatMap((root) => [...elementsOf(root)])
      .filter((each) => /^(?:wit|lacuna)(?:Start|End)$/.test(each.name.local));
    // With lacunas the second way would be the first one over again.
    if (milestones.some((each) => mine(readingAround(each)))) continue;
    expect(withoutSpace(text ?? ''), witness.id).toBe(
      running.map((root) => textOf(root, (element) => leavesOut(element, mine))).join(''),
    );
  }
}

function leavesOut(element: Element, mine: (element: Element) => boolean): boolean {
  if (!/^(?:lem|rdg|rdgGrp)$/.test(element.name.local) || prepared(element, 'reading') === '') {
    return element.name.local !== 'rdgGrp' && prepared(element, 'left') !== '';
  }
  let app: Element = element;
  while (app.name.local !== 'app') app = app.parentNode as Element;
  const all = readingsIn(app).filter(mine);
  const plain = all.filter((each) => each.attributes.every(({ name }) => name.local !== 'hand'));
  const chosen = plain[0] ?? all[0] ?? readingsIn(app).find((each) => prepared(each, 'reading') === 'taken');
  return element !== chosen;
}

function readingsIn(app: Element): Element[] {
  return app.childNodes.flatMap((node) => {
    if (node.nodeType !== 1) return [];
    if (node.name.local === 'rdgGrp') return readingsIn(node);
    return node.name.local === 'lem' || node.name.local === 'rdg' ? [node] : [];
  });
}

function readingAround(element: Element): Element {
  let at = element;
  while (at.parentNode.nodeType === 1 && !/^(?:lem|rdg)$/.test(at.name.local)) at = at.parentNode;
  return at;
}

function isInEntry(reading: Element): boolean {
  return prepared(reading, 'reading') !== '';
}

function byNumber(a: number, b: number): number {
  return a - b;
}

describe('the apparatus keeps every entry, reading and text', () => {
  it.each(Object.entries(criticalEditions))('%s', async (_, files) => {
    expectInvariants(await editionOf(files));
  });

  it.skipIf(apparatusFiles.length === 0).each(apparatusFiles)('of %s', async (path) => {
    expectInvariants(await editionOf({ 'edition.xml': readFileSync(`${corpora}/${path}`) }));
  });
});
