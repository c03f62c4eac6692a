import { createHash } from 'node:crypto';
import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';
import type { Sequence } from './sequence.ts';

/** Elements whose path goes without a number: a document has one, or the number says nothing. */
const unnumbered = new Set(['body', 'front', 'back']);
/** Elements that a path does not name. */
const unnamed = new Set(['TEI', 'TEI.2', 'text']);
const longestPath = 120;

/** The anchors of one document: unique in it, safe as an HTML id; the element's reference or `xml:id` where it has one, else its path from the nearest element that has. */
export class Anchors {
  private readonly sequence: Sequence;
  private readonly anchors = new Map<number, string>();
  private readonly used = new Set<string>();
  private readonly ordinals: Int32Array;
  private readonly paths = new Map<number, string>();
  private readonly repeats = new Map<string, number>();

  /** `references` are the references that a `citeStructure` gives to units, by element number. */
  constructor(sequence: Sequence, references: ReadonlyMap<number, string> = new Map()) {
    this.sequence = sequence;
    this.ordinals = ordinalsOf(sequence);
    for (const [i, reference] of references) this.claim(i, safe(reference));
    for (let i = 0; i < sequence.elements.length; i++) {
      if (this.anchors.has(i)) continue;
      const id = attribute(sequence.elements[i]!, 'id', XML)?.trim() ?? '';
      if (id !== '') this.claim(i, safe(id));
    }
  }

  /** The anchor of an element; made on first use. */
  of(i: number): string {
    return this.anchors.get(i) ?? this.claim(i, this.path(i));
  }

  /** The anchor that an element already has. */
  get(i: number): string | undefined {
    return this.anchors.get(i);
  }

  private claim(i: number, wanted: string): string {
    let anchor = wanted;
    while (this.used.has(anchor)) {
      const n = (this.repeats.get(wanted) ?? 1) + 1;
      this.repeats.set(wanted, n);
      anchor = `${wanted}_${n}`;
    }
    this.used.add(anchor);
    this.anchors.set(i, anchor);
    return anchor;
  }

  private path(i: number): string {
    const steps: string[] = [];
    let at = i;
    let base = '';
    for (; at >= 0; at = this.sequence.parents[at]!) {
      const known = at === i ? undefined : (this.anchors.get(at) ?? this.paths.get(at));
      if (known !== undefined) {
        base = known;
        break;
      }
      const name = this.sequence.names[at]! || 'x';
      if (unnamed.has(name)) continue;
      steps.push(unnumbered.has(name) ? name : `${name}${this.ordinals[at]!}`);
    }
    if (base !== '') steps.push(base);
    const path = shortened(safe(steps.reverse().join('.')));
    this.paths.set(i, path);
    return path;
  }
}

/** A path through many levels becomes a digest of itself, so that deep files do not fill up with paths. */
function shortened(path: string): string {
  if (path.length <= longestPath) return path;
  return `path-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;
}

/** Each element's place among its siblings of the same name, from 1. */
function ordinalsOf(sequence: Sequence): Int32Array {
  const ordinals = new Int32Array(sequence.elements.length);
  const counts = new Map<string, number>();
  for (let i = 0; i < ordinals.length; i++) {
    const key = `${sequence.parents[i]!} ${sequence.names[i]!}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    ordinals[i] = n;
  }
  return ordinals;
}

function safe(id: string): string {
  const cleaned = id.replace(/[^\p{L}\p{N}\p{M}_.:-]+/gu, '_');
  return /^[\p{L}_]/u.test(cleaned) ? cleaned : `_${cleaned}`;
}
