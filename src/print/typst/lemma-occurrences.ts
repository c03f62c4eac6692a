import { quiet } from '../compose-entry.ts';
import { plainText, text } from '../inlines.ts';
import type { Entry, Inline } from '../print-document.ts';

/** Points in a run's plain text where a mark is to be planted, in order. */
export type Plants = readonly { readonly at: number; readonly mark: string }[];

/** Marks every place of a run that has the words of a lemma of the same run, so that the layout can tell which stand on one line. */
export function plantOccurrences(
  content: readonly Inline[],
  entries: ReadonlyMap<string, Entry>,
  occurrences: Map<string, string[]>,
): Plants {
  const starts = new Map<string, number>();
  let whole = '';
  const read = (list: readonly Inline[]) => {
    for (const inline of list) {
      if (inline.kind === 'text') whole += inline.text;
      else if (inline.kind === 'break') whole += ' ';
      else if (inline.kind === 'entry-start') starts.set(inline.entry, whole.length);
      else if ('content' in inline) read(inline.content);
    }
  };
  read(content);
  const plants: { at: number; mark: string }[] = [];
  for (const [id, start] of starts) {
    const lemma = plainText(quiet(entries.get(id)?.lemma.content ?? [text('')])).trim();
    if (lemma === '' || /\s/u.test(lemma) || !whole.startsWith(lemma, start)) continue;
    const found: string[] = [];
    let others = 0;
    for (let at = whole.indexOf(lemma); at >= 0; at = whole.indexOf(lemma, at + lemma.length)) {
      const isWord =
        !/[\p{L}\p{M}\p{N}]/u.test(whole[at - 1] ?? ' ') &&
        !/[\p{L}\p{M}\p{N}]/u.test(whole[at + lemma.length] ?? ' ');
      if (at === start) found.push(`s:${id}`);
      else if (isWord) {
        others++;
        const name = `o:${id}:${others}`;
        plants.push({ at, mark: name });
        found.push(name);
      }
    }
    if (others > 0 && found.includes(`s:${id}`)) occurrences.set(id, found);
  }
  return plants.sort((a, b) => a.at - b.at);
}
