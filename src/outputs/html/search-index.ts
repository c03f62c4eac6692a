import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runInNewContext } from 'node:vm';
import { languageTag } from '../../edition/languages.ts';
import type { PreparedEdition } from '../../prepare/prepared-edition.ts';
import type { SearchPassage } from '../../prepare/search-passages.ts';
import { packageFile } from '../../world/package-file.ts';
import type { Artifact } from '../output.ts';
import { MinisearchJson } from './minisearch-json.ts';

/** The words of a text as the search compares them. */
interface Words {
  words(text: string): { readonly term: string; readonly start: number; readonly end: number }[];
}

/** A part of the passages' texts is loaded when a result needs it: characters of one part, about. */
const partLength = 200_000;

/** The script that says which words are the same: one for making the index and for asking it. */
export const wordsScript = readFileSync(packageFile('site/search-words.js'), 'utf8');

/** The index of the search and the texts of its passages, as classic scripts that hand their data over when they load. Gives way between documents to what else the thread has to do. */
export async function searchIndex({ documents, index }: PreparedEdition): Promise<Artifact[]> {
  const { words } = runInNewContext(`${wordsScript};variorumWords`) as Words;
  const search = new MinisearchJson();
  const kinds = new Table<string>();
  const languages = new Table<string>();
  const entries = new Map(index.registerEntries.map((entry, at) => [entry.id, at]));
  const columns = {
    document: [] as number[],
    kind: [] as number[],
    language: [] as number[],
    named: [] as number[][],
  };
  const parts: [anchor: string, text: string, mentions: number[]][][] = [];
  let length = Number.POSITIVE_INFINITY;
  const starts: number[] = [];
  const add = (document: number, passage: SearchPassage) => {
    const id = columns.document.length;
    const mentions = passage.mentions.flatMap(({ entry, start, end }) => {
      const at = entries.get(entry);
      return at === undefined ? [] : [[at, start, end]];
    });
    columns.document.push(document);
    columns.kind.push(kinds.at(passage.kind));
    columns.language.push(languages.at(passage.language || languageTag(index.documents[document]!.language)));
    columns.named.push([...new Set(mentions.map(([at]) => at!))]);
    if (length > partLength) {
      parts.push([]);
      starts.push(id);
      length = 0;
    }
    parts.at(-1)!.push([passage.anchor, passage.text, mentions.flat()]);
    length += passage.text.length;
    search.add(words(passage.text).map(({ term }) => term));
  };
  for (const [at, document] of documents.entries()) {
    if (document.kind !== 'text') continue;
    await nextTurn();
    for (const passage of document.searchPassages()) add(at, passage);
  }
  const data = {
    version: 1,
    documents: index.documents.map(({ route, title, dateText }) => [route, title, dateText]),
    entries: index.registerEntries.map(({ route, label, kind, names }) => [route, label, kind, names]),
    kinds: kinds.all,
    languages: languages.all,
    starts,
    ...columns,
    index: String(search),
  };
  return [
    script('assets/search-index.js', `variorumIndex(${JSON.stringify(JSON.stringify(data))});`),
    ...parts.map((part, n) =>
      script(`assets/search/${n}.js`, `variorumTexts(${n},${JSON.stringify(JSON.stringify(part))});`),
    ),
  ];
}

/** Values by the number of their first use. */
class Table<T> {
  readonly all: T[] = [];
  readonly #numbers = new Map<T, number>();

  at(value: T): number {
    let number = this.#numbers.get(value);
    if (number === undefined) {
      number = this.all.push(value) - 1;
      this.#numbers.set(value, number);
    }
    return number;
  }
}

function script(path: string, content: string): Artifact {
  return { path: `html/${path}`, mediaType: 'text/javascript', content: `${content}\n` };
}
