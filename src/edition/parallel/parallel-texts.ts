import { XML } from '../../xml/name.ts';
import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition, Spot } from '../edition.ts';
import { metadataOf } from '../metadata.ts';
import { type Alignment, alignmentsOf } from './alignments.ts';
import { type Edge, parallelRows } from './parallel-rows.ts';
import { regionsOf } from './regions.ts';
import { firstFrom, indexFrom, textUnits } from './text-units.ts';

/** Two texts that are read side by side: of two documents, or parts of one. */
export interface ParallelTexts {
  readonly left: ParallelSide;
  readonly right: ParallelSide;
  readonly rows: readonly ParallelRow[];
  /** Passages that correspond, as the encoding ties them: left, right. */
  readonly pairs: readonly Edge[];
  /** Of these the blocks that the order of the texts keeps from standing in one row. */
  readonly crossing: readonly Edge[];
}

export interface ParallelSide {
  readonly document: EditedDocument;
  /** BCP 47; '' where the encoding does not say. */
  readonly language: string;
}

/** Blocks by their numbers in their documents. */
export interface ParallelRow {
  readonly left: readonly number[];
  readonly right: readonly number[];
  /** A block of neither text, such as a heading over both: it stands across the row, on the left. */
  readonly isAcross: boolean;
  /** Whether a stanza or a division begins. */
  readonly isStart: boolean;
}

/** Finds the texts that are aligned: in two languages, or in one where at least half of the shorter text is. */
export function parallelTextsOf(edition: Edition): ParallelTexts[] {
  const groups = new Map<string, Alignment[]>();
  for (const alignment of alignmentsOf(edition)) {
    const [a, b] = [alignment.from, alignment.to].map(
      (spot) => `${String(edition.documents.indexOf(spot.document)).padStart(6, '0')} ${languageAt(spot)}`,
    ) as [string, string];
    const isOne = alignment.from.document === alignment.to.document;
    const documents = [a, b].map((each) => each.slice(0, 6)).toSorted();
    const key = isOne ? [a, b].toSorted().join('|') : documents.join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [alignment]);
    else group.push(alignment);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, alignments]) => {
      const { from, to } = alignments[0]!;
      const made = from.document === to.document ? withinOne(alignments) : acrossTwo(edition, alignments);
      return made === undefined || !isParallel(made) ? [] : [made];
    });
}

function acrossTwo(edition: Edition, alignments: readonly Alignment[]): ParallelTexts {
  const { from, to } = alignments.find((each) => each.isOfTranslation) ?? alignments[0]!;
  const isDeclared = alignments.some((each) => each.isOfTranslation);
  const byOrder = edition.documents.indexOf(from.document) < edition.documents.indexOf(to.document);
  const [fromIs, toIs] = [isTranslation(from), isTranslation(to)];
  const isFromLeft = fromIs === toIs ? isDeclared || byOrder : toIs;
  const [left, right] = isFromLeft ? [from.document, to.document] : [to.document, from.document];
  const pairs = alignments.map((each): Edge => {
    const isForward = each.from.document === left;
    return isForward ? [each.from.i, each.to.i] : [each.to.i, each.from.i];
  });
  const [first, second] = [left, right].map((document, side) => {
    const aligned = ascending(pairs.map((pair) => pair[side as 0 | 1]));
    return textUnits(document, document.reading.roots, aligned);
  }) as [number[], number[]];
  const { rows, crossing } = rowsOf(left, right, first, second, pairs);
  const side = (document: EditedDocument, at: 0 | 1): ParallelSide => ({
    document,
    language: languageAt({ document, i: pairs[0]![at] }),
  });
  return { left: side(left, 0), right: side(right, 1), rows, pairs, crossing };
}

/** Texts of one document: regions with both beside each other, and what stands between them. */
function withinOne(alignments: readonly Alignment[]): ParallelTexts | undefined {
  const { document } = alignments[0]!.from;
  const regions = regionsOf(document, alignments);
  if (regions.length === 0) return undefined;
  const aligned = ascending(alignments.flatMap(({ from, to }) => [from.i, to.i]));
  const turned = turnedBy(document, alignments, regions[0]!);
  const languageOf = (i: number) => languageAt({ document, i });
  const leftLanguage = languageOf((turned ? regions[0]!.second : regions[0]!.first)[0]!);
  const rows: ParallelRow[] = [];
  const pairs: Edge[] = [];
  const crossing: Edge[] = [];
  const held = new Map<number, number>();
  for (const [at, { first, second }] of regions.entries()) {
    for (const container of [...first, ...second]) held.set(container, at);
  }
  const containers = ascending([...held.keys()]);
  const taken = new Set<number>();
  for (const unit of textUnits(document, document.reading.roots, containers)) {
    const region = held.get(unit);
    if (region === undefined) rows.push({ left: [unit], right: [], isAcross: true, isStart: false });
    if (region === undefined || taken.has(region)) continue;
    taken.add(region);
    let [left, right] = [regions[region]!.first, regions[region]!.second];
    const isTurned = region === 0 ? turned : languageOf(left[0]!) !== leftLanguage;
    if (isTurned) [left, right] = [right, left];
    const isIn = (all: readonly number[], i: number) =>
      all.some((each) => each <= i && i <= document.unsettled.lasts[each]!);
    const own = alignments.flatMap(({ from, to }): Edge[] => {
      if (isIn(left, from.i) && isIn(right, to.i)) return [[from.i, to.i]];
      return isIn(left, to.i) && isIn(right, from.i) ? [[to.i, from.i]] : [];
    });
    const made = rowsOf(
      document,
      document,
      textUnits(document, left, aligned),
      textUnits(document, right, aligned),
      own,
    );
    rows.push(...made.rows);
    pairs.push(...own);
    crossing.push(...made.crossing);
  }
  if (pairs.length === 0) return undefined;
  const side = (at: 0 | 1): ParallelSide => ({ document, language: languageOf(pairs[0]![at]) });
  return { left: side(0), right: side(1), rows, pairs, crossing };
}

function turnedBy(
  document: EditedDocument,
  alignments: readonly Alignment[],
  { first, second }: { first: readonly number[]; second: readonly number[] },
): boolean {
  const [a, b] = [first[0]!, second[0]!].map((i) => isTranslation({ document, i })) as [boolean, boolean];
  if (a !== b) return a;
  const declared = alignments.find((each) => each.isOfTranslation);
  return declared !== undefined && declared.from.i > declared.to.i;
}

function rowsOf(
  left: EditedDocument,
  right: EditedDocument,
  lefts: readonly number[],
  rights: readonly number[],
  pairs: readonly Edge[],
): { rows: ParallelRow[]; crossing: Edge[] } {
  const edges = new Map<string, Edge>();
  for (const [a, b] of pairs) {
    const [own, theirs] = [unitsAt(left, lefts, a), unitsAt(right, rights, b)];
    // Of two that are both parted, the passages inside say how.
    if (own.length > 1 && theirs.length > 1) continue;
    for (const l of own) for (const r of theirs) edges.set(`${l} ${r}`, [l, r]);
  }
  const { rows, crossing } = parallelRows(
    lefts.length,
    rights.length,
    [...edges.values()],
    (l, r) => left.names[lefts[l]!] === right.names[rights[r]!],
  );
  const begins = (document: EditedDocument, units: readonly number[], at: number | undefined) =>
    at !== undefined &&
    at > 0 &&
    document.unsettled.parents[units[at]!] !== document.unsettled.parents[units[at - 1]!];
  return {
    rows: rows.map((row) => ({
      left: row.left.map((at) => lefts[at]!),
      right: row.right.map((at) => rights[at]!),
      isAcross: false,
      isStart: begins(left, lefts, row.left[0]) || begins(right, rights, row.right[0]),
    })),
    crossing: crossing.map(([l, r]): Edge => [lefts[l]!, rights[r]!]),
  };
}

/** The places of the units that a passage is, stands in, or holds. */
function unitsAt(document: EditedDocument, units: readonly number[], passage: number): number[] {
  const { lasts } = document.unsettled;
  const at = indexFrom(units, passage + 1) - 1;
  if (at >= 0 && passage <= lasts[units[at]!]!) return [at];
  const found: number[] = [];
  for (let next = at + 1; next < units.length && units[next]! <= lasts[passage]!; next++) found.push(next);
  return found;
}

/** Texts in two languages are parallel where anything is aligned; in one, where half of the shorter is: a reference from one text to another is no alignment. */
function isParallel({ left, right, rows, pairs }: ParallelTexts): boolean {
  if (left.language !== right.language) return true;
  const count = (all: readonly (readonly number[])[]) => all.reduce((sum, each) => sum + each.length, 0);
  const sides = [left, right].map((_, at) => {
    const own = rows.filter((row) => !row.isAcross).map((row) => (at === 0 ? row.left : row.right));
    const passages = ascending(pairs.map((pair) => pair[at as 0 | 1]));
    const { lasts } = (at === 0 ? left : right).document.unsettled;
    const aligned = own.flat().filter((unit) => firstFrom(passages, unit) <= lasts[unit]!);
    return { all: count(own), aligned: aligned.length };
  });
  const shorter = sides[0]!.all <= sides[1]!.all ? sides[0]! : sides[1]!;
  return pairs.length > 1 && shorter.aligned * 2 >= shorter.all;
}

/** Whether the encoding calls a text a translation: by the `@type` of what it stands in, or by a translator in its header. */
function isTranslation({ document, i }: Spot): boolean {
  const { names, unsettled } = document;
  for (let at = i; at >= 0; at = unsettled.parents[at]!) {
    const types = ['type', 'subtype'].map((local) => attribute(unsettled.elements[at]!, local) ?? '');
    if (types.some((type) => /^(?:transl|trad|übers|uebers|ubers|перевод|perevod)/i.test(type))) return true;
    if (types.some((type) => /^(?:orig|source|ausgangs|оригинал)/i.test(type))) return false;
  }
  const end = unsettled.lasts[names.indexOf('titleStmt')] ?? -1;
  for (let at = names.indexOf('titleStmt'); at >= 0 && at <= end; at++) {
    const element = unsettled.elements[at]!;
    const said = attribute(element, 'role') ?? (names[at] === 'resp' ? attribute(element, 'key') : undefined);
    if (said !== undefined && /^(?:trl|translator)$/i.test(said)) return true;
  }
  return false;
}

/** The language of an element: the nearest `@xml:lang`, else what the document as a whole is in. */
export function languageAt({ document, i }: Spot): string {
  const { parents, elements } = document.unsettled;
  for (let at = i; at >= 0; at = parents[at]!) {
    const language = attribute(elements[at]!, 'lang', XML);
    if (language !== undefined) return language;
  }
  let declared = declaredLanguages.get(document);
  if (declared === undefined) {
    declared = metadataOf(document).language;
    declaredLanguages.set(document, declared);
  }
  return declared;
}

const declaredLanguages = new WeakMap<EditedDocument, string>();

const ascending = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
