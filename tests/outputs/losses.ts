import type { Artifact, Holding, Output } from '../../src/outputs/output.ts';
import type { EntryRecord, NoteRecord } from '../../src/prepare/edition-index.ts';
import type { PreparedEdition } from '../../src/prepare/prepared-edition.ts';
import { wantedCalls } from './wanted-calls.ts';

/** What an output promises and its finished files do not hold, in words; nothing where all is there. */
export async function losses(
  output: Output,
  edition: PreparedEdition,
  artifacts: readonly Artifact[],
): Promise<string[]> {
  if (output.promises.length === 0) return [];
  const holdings = await output.readBack(artifacts);
  const found: string[] = [];
  for (const document of edition.documents.filter(({ kind }) => kind === 'text')) {
    const own = holdings.filter((each) => each.document === document.id);
    const holding = own.find((each) => each.isParallel !== true);
    if (holding === undefined) {
      found.push(`${document.id}: nothing`);
      continue;
    }
    found.push(...lossesOf(output, edition, document, holding));
    for (const parallel of own.filter((each) => each.isParallel === true)) {
      found.push(...lossesOf(output, edition, document, parallel).map((loss) => `beside another: ${loss}`));
    }
  }
  if (output.name === 'html') {
    const wanted = edition.index.parallels.flatMap(({ left, right }) => [
      ...new Set([left.document, right.document]),
    ]);
    const got = holdings.filter((each) => each.isParallel === true).map((each) => each.document);
    if (wanted.toSorted().join() !== got.toSorted().join()) found.push(`parallel texts: ${got.join()}`);
  }
  return found;
}

function lossesOf(
  output: Output,
  edition: PreparedEdition,
  document: PreparedEdition['documents'][number],
  holding: Holding,
): string[] {
  const found: string[] = [];
  const { index } = edition;
  if (output.promises.includes('text')) {
    let [wanted, got] = [document.readingText, holding.text ?? ''];
    if (holding.isParallel === true) {
      const isOne = index.parallels.some(
        ({ left, right }) => left.document === document.id && right.document === document.id,
      );
      [wanted, got] = [wanted, got].map((text) => {
        const words = text.split(/\s+/).filter((word) => word !== '');
        return (isOne ? words.sort() : words).join('\n');
      }) as [string, string];
    }
    const loss = difference(wanted, got);
    if (loss !== undefined) found.push(`${document.id}: ${loss}`);
  }
  const mine = <T extends { document: string }>(all: readonly T[]) =>
    all.filter((each) => each.document === document.id);
  const expected = {
    // Plain text has no ids: its notes and entries are known by their numbers.
    notes: mine(index.notes).map(({ id, n }) => (output.name === 'text' ? n : id)),
    // A summary stands on the document's own page.
    names: holding.isParallel === true ? [] : mine(index.mentions).map(({ anchor }) => anchor),
    entries: mine(index.apparatus).map(({ id, n }) => (output.name === 'text' ? String(n) : id)),
    readings: mine(index.apparatus).flatMap(({ readings }) => readings.map(({ id }) => id)),
  };
  for (const kind of ['notes', 'names', 'entries', 'readings'] as const) {
    if (!output.promises.includes(kind)) continue;
    const held = holding[kind] ?? [];
    for (const id of new Set(expected[kind])) {
      const times = held.filter((each) => each === id).length;
      const wanted = kind === 'notes' ? expected.notes.filter((each) => each === id).length : 1;
      if (times !== wanted) found.push(`${document.id}: ${kind} ${id} stands ${times} times`);
    }
  }
  if (output.promises.includes('words'))
    found.push(...lostWords(output, mine(index.notes), mine(index.apparatus), holding));
  if (output.promises.includes('calls')) {
    found.push(...lostCalls(output, edition, document, holding));
    for (const href of holding.deadLinks ?? []) found.push(`${document.id}: ${href} leads nowhere`);
  }
  return found;
}

/** What is not called from the text where the edition calls it, in the order of the text, and what nothing calls at all. */
function lostCalls(
  output: Output,
  { index }: PreparedEdition,
  document: PreparedEdition['documents'][number],
  { calls = [], isParallel }: Holding,
): string[] {
  // Plain text has no ids, and keys its entries to lines.
  const isText = output.name === 'text';
  const wanted = wantedCalls(document, index).filter(({ kind, isLeft }) =>
    isText ? kind === 'notes' : !isLeft,
  );
  const say = (call: { kind: string; id: string; after?: string | undefined }) =>
    `${call.kind} ${call.id} after ${JSON.stringify(call.after)}`;
  const expected = wanted.map(({ kind, id, n, after }) => say({ kind, id: isText ? n : id, after }));
  const found: string[] = [];
  if (isParallel === true) {
    for (const { kind, id } of wanted)
      if (!calls.some((each) => each.kind === kind && each.id === id)) found.push(`no call of ${kind} ${id}`);
  } else if (output.name === 'docx') {
    // A Word file calls a note once, knows the text before by its paragraph, and does not say where the text begins.
    const called = new Set<string>();
    let at = 0;
    for (const call of wanted) {
      const name = `${call.kind} ${call.id}`;
      if (called.has(name)) continue;
      called.add(name);
      const next = calls.findIndex(
        (each, n) =>
          n >= at && each.kind === call.kind && each.id === call.id && call.after.endsWith(each.after ?? ''),
      );
      if (next < 0) found.push(`no call of ${say(call)}`);
      else at = next;
    }
  } else {
    const got = calls.filter(({ after }) => after !== undefined).map(say);
    const at = expected.findIndex((each, n) => each !== got[n]);
    if (at >= 0) found.push(`call ${at + 1} is ${got[at]} and not ${expected[at]}`);
    else if (got.length > expected.length) found.push(`call ${got[expected.length]} is too many`);
  }
  for (const { document: of, id, n } of index.notes)
    if (of === document.id && !calls.some((each) => each.kind === 'notes' && each.id === (isText ? n : id)))
      found.push(`nothing calls note ${n}`);
  return found.map((loss) => `${document.id}: ${loss}`);
}

/** The words of notes, readings and details that are not where they are held. Terms stand for an omission, a repetition of the lemma, and the part of an addition that the lemma shows. */
function lostWords(
  output: Output,
  notes: readonly NoteRecord[],
  entries: readonly EntryRecord[],
  { document, words }: Holding,
): string[] {
  const found: string[] = [];
  // Notes that share a number share it in plain text.
  const key = (id: string, n: string) => (output.name === 'text' ? n : id);
  const check = (kind: 'notes' | 'entries', id: string, wanted: string) => {
    const missing = firstMissing(wanted, words?.[kind].get(id) ?? '');
    if (missing !== undefined) found.push(`${document}: ${kind} ${id} lacks ${JSON.stringify(missing)}`);
  };
  for (const { id, n, text } of notes) check('notes', key(id, n), text);
  for (const { id, n, readings, details, notes: remarks } of entries) {
    const parts = [
      ...readings.map(({ kind, added, text }) =>
        kind === 'addition' ? added : kind === 'repetition' ? '' : text,
      ),
      ...details.map(({ text }) => text),
      ...remarks.map(({ text }) => text),
    ];
    for (const part of parts) check('entries', key(id, String(n)), part);
  }
  return found;
}

/** The first word of a text that does not follow in the other, in their order. */
function firstMissing(wanted: string, held: string): string | undefined {
  const words = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const there = words(held);
  let at = 0;
  for (const word of words(wanted)) {
    at = there.indexOf(word, at) + 1;
    if (at === 0) return word;
  }
  return undefined;
}

function difference(wanted: string, got: string): string | undefined {
  const [a, b] = [lines(wanted), lines(got)];
  if (a.join('\n') === b.join('\n')) return undefined;
  const at = a.findIndex((line, n) => line !== b[n]);
  return at < 0
    ? `text goes on with ${JSON.stringify(b[a.length])}`
    : `text line ${at + 1} of ${a.length} is ${JSON.stringify(b[at])} and not ${JSON.stringify(a[at])}`;
}

/** Where white space is kept as it was, a page of text keeps its lines and not the blanks around them. */
function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/[ \t]+/g, ' ').trim())
    .filter((line) => line !== '');
}
