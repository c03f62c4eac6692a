import type { World } from '../world/world.ts';
import { Corpus } from './corpus.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { Inclusion } from './inclusion.ts';
import { Library } from './library.ts';
import { pointersOf } from './pointer.ts';
import { resolveInclusions } from './resolve-inclusions.ts';

/**
 * Reads the documents of an edition and every file that they include or point to.
 *
 * What cannot be read or is not well-formed is reported to the world and left out. That a file is missing which an
 * inclusion or a pointer names is left to the rules.
 */
export async function loadCorpus(paths: readonly string[], world: World): Promise<Corpus> {
  const library = new Library(world);
  const wanted = [...new Set(paths)];
  await library.readAll(wanted);
  for (const path of wanted) library.tell(path);
  const documents = wanted.flatMap((path) => library.files.get(path) ?? []);
  const failed = new Set(wanted.filter((path) => !library.files.has(path)));

  let inclusions = await resolveInclusions(documents, library);
  await readNamed(library, documents, inclusions);
  const named = [...library.files.values()];
  if (named.some((each) => !inclusions.has(each) && each.includes.length > 0)) {
    inclusions = await resolveInclusions(named, library);
  }
  const { files, findings } = library;
  return new Corpus({ documents, files, failed, inclusions, findings });
}

/** Reads the XML files that pointers name, and finds out what the other paths lead to. */
async function readNamed(
  library: Library,
  documents: readonly CorpusDocument[],
  inclusions: ReadonlyMap<CorpusDocument, readonly Inclusion[]>,
): Promise<void> {
  const { files, findings } = library;
  const known = new Corpus({ documents, files, failed: new Set(), inclusions, findings });
  const paths = new Set<string>();
  for (const document of new Set([...documents, ...inclusions.keys()])) {
    for (const { value, base, attribute } of pointersOf(document)) {
      if (base === undefined && value.startsWith('#')) continue;
      for (const reference of [value, ...withBlanks(attribute.value, value)]) {
        const location = known.locate(document, reference, base);
        if (location.kind === 'path') paths.add(location.path);
      }
    }
  }
  await library.lookAll(paths);
  const xml = [...paths].filter((path) => findings.get(path) === 'file' && /\.(?:xml|tei|odd)$/i.test(path));
  await library.readAll(xml);
  for (const path of xml) if (!files.has(path)) library.tell(path);
}

/** The whole of an attribute as one file name, once for its first word: editors forget that a blank must be written %20. */
function withBlanks(attribute: string, word: string): string[] {
  const whole = attribute.trim();
  const isName = whole !== word && whole.startsWith(word) && !whole.includes('#') && whole.length < 256;
  return isName ? [whole.replaceAll(/\s/g, '%20')] : [];
}
