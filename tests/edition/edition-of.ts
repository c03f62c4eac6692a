import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { Edition } from '../../src/edition/edition.ts';
import { MemoryWorld } from '../memory-world.ts';

/** The edition of some files in memory. */
export async function editionOf(
  files: Readonly<Record<string, string>>,
  baseWitness?: string,
): Promise<Edition> {
  const world = new MemoryWorld(files);
  const corpus = await loadCorpus(Object.keys(files), world);
  return new Edition(corpus, { choice: [], baseWitness });
}

/** A TEI document around a body. */
export function tei(body: string, header = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>${header}</teiHeader><text><body>${body}</body></text></TEI>`;
}

/** The reading text of a body. */
export async function readingTextOf(body: string, header = ''): Promise<string> {
  const edition = await editionOf({ 'a.xml': tei(body, header) });
  return edition.documents[0]!.readingText();
}
