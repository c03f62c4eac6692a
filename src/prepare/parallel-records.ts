import type { EditedDocument } from '../edition/edited-document.ts';
import { directionOf } from '../edition/languages.ts';
import type { ParallelSide, ParallelTexts } from '../edition/parallel/parallel-texts.ts';
import { languageName } from '../words/language-names.ts';
import type { ParallelRecord, ParallelSideRecord } from './edition-index.ts';

/** The elements that need an anchor for a parallel page to name them, by document. */
export function parallelAnchors(all: readonly ParallelTexts[]): Map<EditedDocument, Set<number>> {
  const anchored = new Map<EditedDocument, Set<number>>();
  const add = ({ document }: ParallelSide, numbers: readonly number[]) => {
    const own = anchored.get(document) ?? new Set();
    for (const i of numbers) own.add(i);
    anchored.set(document, own);
  };
  for (const { left, right, rows, pairs } of all) {
    for (const row of rows) {
      add(left, row.left);
      add(right, row.right);
    }
    add(
      left,
      pairs.map(([i]) => i),
    );
    add(
      right,
      pairs.map(([, i]) => i),
    );
  }
  return anchored;
}

/** Parallel texts as the index has them. */
export function parallelRecords(all: readonly ParallelTexts[], interfaceLanguage: string): ParallelRecord[] {
  const used = new Set<string>();
  return all.map(({ left, right, rows, pairs, crossing }) => {
    const stem = `${left.document.id}.parallel${left.document === right.document ? '' : `.${right.document.id}`}`;
    let route = `${stem}.html`;
    for (let n = 2; used.has(route); n++) route = `${stem}-${n}.html`;
    used.add(route);
    const anchors = ({ document }: ParallelSide, numbers: readonly number[]) =>
      numbers.map((i) => document.anchors.of(i));
    const linked = (edges: typeof pairs) =>
      edges.map(([l, r]) => [left.document.anchors.of(l), right.document.anchors.of(r)] as const);
    const side = ({ document, language }: ParallelSide): ParallelSideRecord => ({
      document: document.id,
      language,
      languageName: languageName(language, interfaceLanguage),
      direction: directionOf(language),
    });
    return {
      route,
      left: side(left),
      right: side(right),
      rows: rows.map((row) => ({
        left: anchors(left, row.left),
        right: anchors(right, row.right),
        isAcross: row.isAcross,
        isStart: row.isStart,
      })),
      pairs: linked(pairs),
      crossing: linked(crossing),
    };
  });
}
