import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DocumentGenerator } from '../schema/document-generator.ts';
import { hasJing, jingOn, root } from '../schema/jing.ts';
import { nameOf, reachable, readGrammar } from '../schema/profile-grammar.ts';
import { Random } from '../schema/random.ts';

const teiAll = '../shared/schemas/tei_all.rng';
const missing = !hasJing
  ? ' (skipped: jing is not installed)'
  : existsSync(`${root}${teiAll}`)
    ? ''
    : ' (skipped: the TEI’s own schemas are not here)';

it.skipIf(missing)(
  `whatever the profile takes, TEI P5 takes: 10,000 documents${missing}`,
  async () => {
    const grammar = await readGrammar('schema/variorum.rnc');
    const generator = new DocumentGenerator(grammar, new Random(19621027));
    const documents: string[] = [];
    while (documents.length < 10_000) {
      for (const each of generator.declarations) documents.push(generator.document(each));
    }

    // Choices are taken with the classes in them as one: their alternatives count, they and the references to them do not.
    const through = ['choice', 'empty', 'ref'];
    const declarations = [...reachable(grammar)].filter(({ kind }) => !through.includes(kind));
    const unused = declarations.filter((each) => !generator.used.has(each));
    expect(unused.map((each) => `${each.kind} ${each.origin.source.path}:${each.origin.start}`)).toEqual([]);

    const unmet = generator.declarations.flatMap((parent) =>
      [...generator.childrenOf(parent)]
        .filter((child) => !generator.inside.get(parent)?.has(child))
        .map((child) => `${nameOf(child)} in ${nameOf(parent)}`),
    );
    expect(unmet).toEqual([]);

    expect(jingOn('schema/variorum.rnc', documents)).toEqual([]);
    expect(jingOn(teiAll, documents)).toEqual([]);
  },
  1_800_000,
);
