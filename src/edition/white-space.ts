import { XML } from '../xml/name.ts';
import { attribute, type Element } from '../xml/tree.ts';
import { holdsOnlyElements } from './element-content.ts';
import type { Reading } from './reading.ts';
import type { Left } from './reading-text-table.ts';
import { type Sequence, STEP } from './sequence.ts';

/** A sequence with its white space settled, and where each element starts and ends in it. */
export interface SettledSequence extends Sequence {
  /** Index into `steps` of each element's start. */
  readonly starts: readonly number[];
  /** Index into `steps` of each element's end. */
  readonly ends: readonly number[];
}

/** What stands right before the place that is being read. */
interface Running {
  /** `start` of a block; after a `character`; after a `blank` (the one in text `blankIn`). */
  state: 'start' | 'character' | 'blank';
  blankIn: number;
  /** Something left out of the reading text stands after the blank. */
  hasLeftSince: boolean;
  /** White space that comes next is dropped. */
  isGlued: boolean;
  last: string;
}

const breaks = new Set(['lb', 'pb', 'cb', 'gb', 'milestone']);
const asTyped = new Set(['eg', 'egXML']);
const tokens = new Set(['w', 'pc']);
const blank = /^[\t\n\r \x85\u2028\u2029]*$/;
const cjk =
  /[\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\ud840-\ud88d]|[\ud840-\ud88d][\udc00-\udfff]/;
const cjkAround =
  /([\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]|[\ud840-\ud88d][\udc00-\udfff])[\t\n\r ]*[\n\r][\t\n\r ]*(?=[\u2e80-\u30ff\u31f0-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\ud840-\ud88d])/g;

/** Left out, but an alternative of what stands there: it continues the passage around it. */
const alternatives: ReadonlySet<Left> = new Set(['choice', 'variant', 'deleted']);

/** Applies the white space rule (docs/reading-text.md) to a document. */
export function settleWhiteSpace(sequence: Sequence, reading: Reading): SettledSequence {
  return new Settling(sequence, reading).settle();
}

class Settling {
  private readonly sequence: Sequence;
  private readonly reading: Reading;
  private readonly texts: string[] = [];
  private readonly steps: number[] = [];
  private readonly starts: number[];
  private readonly ends: number[];
  private readonly preserves: Uint8Array;
  private readonly inWord: Uint8Array;
  private running = atStart();
  private readonly outer: Running[] = [];

  constructor(sequence: Sequence, reading: Reading) {
    this.sequence = sequence;
    this.reading = reading;
    const { length } = sequence.elements;
    this.starts = new Array<number>(length).fill(0);
    this.ends = new Array<number>(length).fill(0);
    this.preserves = new Uint8Array(length);
    this.inWord = new Uint8Array(length);
  }

  settle(): SettledSequence {
    const { sequence, steps, starts, ends } = this;
    let open = -1;
    for (const step of sequence.steps) {
      const at = step >> 2;
      switch (step & 3) {
        case STEP.text:
          this.meetText(sequence.texts[at]!, open);
          break;
        case STEP.start:
          this.beforeStart(at);
          starts[at] = steps.length;
          steps.push(step);
          this.afterStart(at);
          open = at;
          break;
        case STEP.end:
          this.beforeEnd(at);
          ends[at] = steps.length;
          steps.push(step);
          this.afterEnd(at);
          open = sequence.parents[at]!;
          break;
        default:
          steps.push(step);
      }
    }
    return { ...sequence, texts: this.texts, steps, starts, ends };
  }

  private beforeStart(at: number): void {
    const { names, parents, elements } = this.sequence;
    const name = names[at]!;
    const parent = parents[at]!;
    this.preserves[at] = keepsSpace(elements[at]!, parent < 0 ? 0 : this.preserves[parent]!);
    this.inWord[at] = name === 'w' || (parent >= 0 && this.inWord[parent] === 1) ? 1 : 0;
    if (breaks.has(name)) this.meetBreak(at, name);
    else if (this.reading.blocks[at] === 1) {
      this.trimBlank();
      this.running = atStart();
    } else if (tokens.has(name)) {
      const join = attribute(elements[at]!, 'join');
      if (join === 'left' || join === 'both' || attribute(elements[at]!, 'pre') === 'false') {
        this.trimBlank();
        this.running.isGlued = true;
      }
    }
  }

  private afterStart(at: number): void {
    const left = this.reading.lefts.get(at);
    if (left !== undefined) {
      this.outer.push(this.running);
      this.running = alternatives.has(left) ? { ...this.running, blankIn: -1 } : atStart();
    } else if (this.reading.befores.has(at)) {
      const isBlankBefore = this.reading.befores.get(at)!.endsWith(' ');
      this.running.state = isBlankBefore ? 'blank' : 'character';
      this.running.blankIn = -1;
      this.running.isGlued = true;
    } else if (this.sequence.names[at] === 'w') this.running.isGlued = true;
  }

  private beforeEnd(at: number): void {
    const left = this.reading.lefts.get(at);
    if (
      this.reading.blocks[at] === 1 ||
      this.reading.afters.has(at) ||
      this.sequence.names[at] === 'w' ||
      (left !== undefined && !alternatives.has(left))
    ) {
      this.trimBlank();
    }
  }

  private afterEnd(at: number): void {
    const { reading, sequence } = this;
    const left = reading.lefts.get(at);
    if (left !== undefined) {
      this.running = this.outer.pop()!;
      if (reading.befores.has(at)) {
        this.running.state = reading.befores.get(at)!.endsWith(' ') ? 'blank' : 'character';
        this.running.blankIn = -1;
        this.running.isGlued = false;
      } else if (reading.blocks[at] === 1) this.running = atStart();
      else if (alternatives.has(left)) {
        if (sequence.lasts[at]! > at || sequence.elements[at]!.childNodes.length > 0) {
          this.running.state = 'character';
          this.running.isGlued = false;
        }
      } else if (this.running.state === 'blank') this.running.hasLeftSince = true;
    } else if (reading.blocks[at] === 1) this.running = atStart();
    else if (tokens.has(sequence.names[at]!)) {
      const element = sequence.elements[at]!;
      const join = attribute(element, 'join');
      this.running.isGlued = join === 'right' || join === 'both' || attribute(element, 'pre') === 'true';
    } else if (reading.afters.has(at)) this.running.state = 'character';
  }

  private meetBreak(at: number, name: string): void {
    const parent = this.sequence.parents[at]!;
    const ending = attribute(this.sequence.elements[at]!, 'break');
    if (ending === 'no' || (name === 'lb' && ending === undefined && this.inWord[at] === 1)) {
      this.trimBlank();
      this.running.isGlued = true;
    } else if (name === 'lb' && this.running.state === 'character' && parent >= 0) {
      const isLayout = this.preserves[parent] === 1 || holdsOnlyElements(this.sequence.names[parent]!);
      if (!isLayout && !cjk.test(this.running.last)) this.addText(' ');
    }
  }

  private meetText(data: string, parent: number): void {
    if (parent >= 0 && this.preserves[parent] === 1) {
      this.push(data);
      this.running.state = 'character';
      return;
    }
    if (parent >= 0 && blank.test(data) && holdsOnlyElements(this.sequence.names[parent]!)) return;
    let text = data;
    if (/[\t\n\r\x85\u2028\u2029]| {2}/.test(text)) {
      if (cjk.test(text)) text = text.replace(cjkAround, '$1');
      text = text.replace(/[\t\n\r \x85\u2028\u2029]+/g, ' ');
    }
    const isLineEnd = /^[\t ]*[\n\r]/.test(data);
    if (text.startsWith(' ') && isLineEnd && cjk.test(this.running.last) && cjk.test(text[1] ?? '')) {
      text = text.slice(1);
    }
    this.addText(text);
  }

  /** Adds text whose runs of white space are single blanks already. */
  private addText(settled: string): void {
    const { running } = this;
    let text = settled;
    if (text.startsWith(' ')) {
      if (running.state === 'start' || running.isGlued) text = text.slice(1);
      else if (running.state === 'blank') {
        // Blanks on both sides of a note: the one before its call goes.
        if (running.hasLeftSince && running.blankIn >= 0) {
          running.hasLeftSince = false;
          this.trimBlank();
        } else text = text.slice(1);
      }
    }
    if (text === '') return;
    this.push(text);
    running.isGlued = false;
    running.hasLeftSince = false;
    running.last = text.at(-1)!;
    running.state = running.last === ' ' ? 'blank' : 'character';
    running.blankIn = this.texts.length - 1;
  }

  private push(text: string): void {
    this.steps.push((this.texts.length << 2) | STEP.text);
    this.texts.push(text);
  }

  private trimBlank(): void {
    const { running, texts } = this;
    if (running.state !== 'blank' || running.hasLeftSince) return;
    if (running.blankIn >= 0) texts[running.blankIn] = texts[running.blankIn]!.replace(/ $/, '');
    running.state = 'character';
  }
}

function atStart(): Running {
  return { state: 'start', blankIn: -1, hasLeftSince: false, isGlued: false, last: '' };
}

function keepsSpace(element: Element, inherited: number): number {
  const space = attribute(element, 'space', XML);
  if (space === 'preserve') return 1;
  if (space === 'default') return 0;
  return asTyped.has(element.name.local) ? 1 : inherited;
}
