import type { PrintOptions } from '../options.ts';
import type { PrintDocument } from '../print-document.ts';
import type { FootNote } from './foot.ts';
import { type Model, roomOf } from './model.ts';
import type { Node } from './model-inlines.ts';
import type { Press } from './press.ts';

/** A note of more lines than this may be divided between pages. */
const wholeLines = 3;
/** Words whose places are asked for at once; each costs a mark. */
const wordsAtOnce = 12_000;

/** Finds the room of each note and entry at the foot, and the lines of long ones, which go into the model at the press. */
export function measureNotes(
  press: Press,
  model: Model,
  document: PrintDocument,
  options: PrintOptions,
): Map<string, FootNote> {
  const notes = new Map<string, FootNote>();
  const all = [...document.notes, ...document.entries];
  if (all.length === 0) return notes;
  const found = press.sizes();
  const sizes = new Map(Object.keys(model.doc.foot as object).map((id, index) => [id, found[index]!]));
  const { width } = roomOf(options);
  const separator = options.entrySeparator.length * options.noteSize * 0.45;
  const long: string[] = [];
  for (const { id } of all) {
    const band = model.bandOf(id);
    const isRunIn = model.series[band]!.layout === 'run-in';
    const lines = isRunIn ? (sizes.get(id)! + separator) / width : sizes.get(id)!;
    if (lines > wholeLines) long.push(id);
    notes.set(id, { id, band, isRunIn, lines, mayPart: false, extra: 0 });
  }
  if (long.length === 0) return notes;
  const lines = model.doc.lines as Record<string, Node[][]>;
  let asked: Record<string, Node[][]> = {};
  let words = 0;
  for (const [index, id] of long.entries()) {
    asked[id] = model.piecesOf(id);
    words += asked[id].length;
    if (words < wordsAtOnce && index < long.length - 1) continue;
    for (const [each, starts] of Object.entries(press.lineStarts(asked))) {
      const all = asked[each]!;
      lines[each] = starts.map((from, line) => lineOf(joined(all.slice(from, starts[line + 1]).flat())));
      notes.set(each, { ...notes.get(each)!, lines: starts.length, mayPart: true });
    }
    asked = {};
    words = 0;
  }
  press.put(model.doc);
  return notes;
}

/** A line whose own break, if it ends with one, stands last of all, where the template sees it. */
function lineOf(nodes: readonly Node[]): Node[] {
  const inner = withoutBreak(nodes);
  return inner === undefined ? [...nodes] : [...inner, ['b']];
}

function withoutBreak(nodes: readonly Node[]): Node[] | undefined {
  const last = nodes.at(-1);
  if (last?.[0] === 'b') return nodes.slice(0, -1);
  const content = last?.at(-1);
  const inner = Array.isArray(content) ? withoutBreak(content as Node[]) : undefined;
  return inner === undefined
    ? undefined
    : [...nodes.slice(0, -1), [...last!.slice(0, -1), inner] as unknown as Node];
}

/** Nodes with texts that follow each other made one. */
function joined(nodes: readonly Node[]): Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node[0] === 't' && last?.[0] === 't') out[out.length - 1] = ['t', `${last[1]}${node[1]}`];
    else out.push(node);
  }
  return out;
}
