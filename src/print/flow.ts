import { attribute, type Element } from '../xml/tree.ts';
import {
  at,
  isElement,
  leafOf,
  type Placing,
  placingOf,
  type Wrapper,
  wrapperOf,
} from './inline-elements.ts';
import { plainText, text } from './inlines.ts';
import type { Block, Inline, ParagraphRole, VerseLine } from './print-document.ts';
import { appendTo, runsIn, withFirst } from './runs-in-blocks.ts';
import { columnsOf } from './table-grid.ts';

/** The content of an element as inlines; blocks inside are parted by line breaks. */
export function inlinesOf(element: Element | undefined): Inline[] {
  if (element === undefined) return [];
  const runs = Flow.blocksOf(element).map((block) => [...runsIn([block])]);
  const out: Inline[] = [];
  for (const run of runs.flat()) {
    if (out.length > 0) out.push({ kind: 'break' });
    out.push(...run);
  }
  return out;
}

/** Sorts a tree where blocks and inlines hold each other into blocks with runs of inlines; a wrapper around a block is around each run in it. */
export class Flow {
  private readonly blocks: Block[] = [];
  private readonly wrappers: Wrapper[] = [];
  private run: Inline[] = [];
  private role: ParagraphRole = 'body';
  private n = '';
  private placing: Placing = {};
  /** Language and direction of the parts around, which blocks have that say none. */
  private tongue: Pick<Placing, 'language' | 'direction'> = {};
  private versePlacing: Placing | undefined;
  private verse: VerseLine[] = [];

  /** The blocks that an element's content makes. */
  static blocksOf(element: Element, wrappers: readonly Wrapper[] = []): Block[] {
    const flow = new Flow();
    flow.wrappers.push(...wrappers);
    flow.visit(element);
    return flow.finish();
  }

  private finish(): Block[] {
    this.flush();
    this.endVerse();
    if (this.run.length > 0) this.emit({ kind: 'paragraph', role: 'continued', n: '', content: this.run });
    return this.blocks;
  }

  private visit(parent: Element): void {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.put(text(node.data));
      else if (isElement(node)) this.element(node);
    }
  }

  private element(element: Element): void {
    const leaf = leafOf(element);
    if (leaf !== undefined) {
      this.put(leaf);
      return;
    }
    const wrapper = wrapperOf(element);
    if (wrapper !== undefined) {
      const outer = this.run;
      const from = this.blocks.length;
      this.wrappers.push(wrapper);
      this.run = [];
      this.visit(element);
      this.wrappers.pop();
      const inner = this.run;
      if (this.blocks.length === from) this.run = [...outer, wrapper(inner)];
      else {
        this.run = inner.length > 0 ? [wrapper(inner)] : [];
        if (outer.length > 0) this.rejoin(from, outer);
      }
      return;
    }
    this.block(element);
  }

  /** Puts what stood before a wrapper in front of the first run that came out of it. */
  private rejoin(from: number, before: Inline[]): void {
    const block = this.blocks[from];
    if (block?.kind === 'paragraph' || block?.kind === 'heading')
      this.blocks[from] = { ...block, content: [...before, ...block.content] };
    else this.blocks.splice(from, 0, { kind: 'paragraph', role: 'body', n: '', content: before });
  }

  private block(element: Element): void {
    const placing = placingOf(element);
    const inside = () => inlinesOf(element);
    switch (element.name.local) {
      case 'paragraph':
        this.flush();
        this.role = at(element, 'role') as ParagraphRole;
        this.n = at(element, 'n');
        this.placing = placing;
        this.visit(element);
        this.flush();
        this.reset();
        return;
      case 'heading':
        this.flush();
        this.emit({
          kind: 'heading',
          ...placing,
          id: placing.id ?? `h${this.blocks.length}`,
          level: Number(at(element, 'level')) || 1,
          text: at(element, 'text') || plainText(inside()),
          content: [...this.taken(), ...inside()],
        });
        return;
      case 'verse':
        this.flush();
        this.endVerse();
        this.versePlacing = placing;
        this.visit(element);
        this.flush();
        this.endVerse();
        return;
      case 'verse-line':
        this.flush(false);
        this.verse.push({
          ...placing,
          n: at(element, 'n'),
          indent: Number(at(element, 'indent')) || 0,
          content: this.wrapped([...this.taken(), ...inside()]),
        });
        return;
      case 'list':
        this.flush();
        this.emit({
          kind: 'list',
          ...placing,
          style: at(element, 'style') as 'plain',
          items: this.items(element),
        });
        return;
      case 'table':
        this.flush();
        this.table(element, placing);
        return;
      case 'minutes':
        this.flush();
        this.minutes(element, placing);
        return;
      case 'parallel':
        this.flush();
        this.emit({ kind: 'parallel', ...placing, pairs: this.pairs(element) });
        return;
      case 'quotation':
        this.flush();
        this.emit({ kind: 'quotation', ...placing, content: Flow.blocksOf(element, this.wrappers) });
        return;
      case 'figure': {
        this.flush();
        const caption = [...this.taken(), ...inside()];
        const description = at(element, 'description');
        // A picture without words would leave an empty frame: what it is marked with waits for the next words.
        if (description === '' && plainText(caption).trim() === '') {
          this.run = caption;
          this.flush();
        } else this.emit({ kind: 'figure', ...placing, caption, description });
        return;
      }
      default: {
        this.flush();
        if (placing.id !== undefined) this.run.push({ kind: 'anchor', id: placing.id });
        const { tongue } = this;
        const { language, direction } = placing;
        this.tongue = { ...tongue, ...(language && { language }), ...(direction && { direction }) };
        this.visit(element);
        this.flush();
        this.endVerse();
        this.tongue = tongue;
      }
    }
  }

  private pairs(parallel: Element) {
    return parallel.childNodes.filter(isElement).map((pair) => {
      const side = (name: string): Block[] => {
        const element = pair.childNodes.filter(isElement).find((each) => each.name.local === name);
        return element === undefined ? [] : Flow.blocksOf(element, this.wrappers);
      };
      return { left: side('left'), right: side('right') };
    });
  }

  private items(list: Element) {
    const items: { id?: string; label: Inline[]; content: Block[] }[] = [];
    let label: Inline[] = [];
    for (const child of list.childNodes) {
      if (!isElement(child)) continue;
      if (child.name.local === 'label') label = inlinesOf(child);
      else if (child.name.local === 'item') {
        const id = attribute(child, 'id');
        items.push({
          ...(id ? { id } : {}),
          label,
          content: withFirst(this.taken(), Flow.blocksOf(child, this.wrappers)),
        });
        label = [];
      } else this.element(child);
    }
    if (label.length > 0) items.push({ label, content: [] });
    return items;
  }

  private table(element: Element, placing: Placing): void {
    const caption: Inline[] = [];
    const rows: {
      isLabel: boolean;
      cells: { columns: number; rows: number; isLabel: boolean; content: Inline[] }[];
    }[] = [];
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      if (child.name.local === 'caption') caption.push(...inlinesOf(child));
      else if (child.name.local === 'row')
        rows.push({
          isLabel: at(child, 'label') === 'true',
          cells: child.childNodes.filter(isElement).flatMap((cell) => {
            if (cell.name.local !== 'cell') {
              this.element(cell);
              return [];
            }
            return [
              {
                columns: Math.max(1, Number(at(cell, 'columns')) || 1),
                rows: Math.max(1, Number(at(cell, 'rows')) || 1),
                isLabel: at(cell, 'label') === 'true',
                content: [...this.taken(), ...inlinesOf(cell)],
              },
            ];
          }),
        });
      else this.element(child);
    }
    const columns = columnsOf(rows);
    if (columns > 0) this.emit({ kind: 'table', ...placing, caption, columns, rows });
    else if (caption.length > 0)
      this.emit({ kind: 'paragraph', ...placing, role: 'caption', n: '', content: caption });
  }

  private minutes(element: Element, placing: Placing): void {
    const roster = element.childNodes.filter(isElement).find((child) => child.name.local === 'roster');
    const rest = new Flow();
    rest.wrappers.push(...this.wrappers);
    for (const child of element.childNodes) if (isElement(child) && child !== roster) rest.element(child);
    this.emit({ kind: 'minutes', ...placing, roster: inlinesOf(roster), content: rest.finish() });
  }

  private put(inline: Inline): void {
    this.run.push(inline);
  }

  private wrapped(content: Inline[]): Inline[] {
    return this.wrappers.reduceRight<Inline[]>((inner, wrapper) => [wrapper(inner)], content);
  }

  private emit(block: Block): void {
    this.endVerse();
    this.blocks.push({ ...this.tongue, ...block });
  }

  private reset(): void {
    this.role = 'body';
    this.n = '';
    this.placing = {};
  }

  /** The marks that wait for words: taken by the next block. */
  private taken(): Inline[] {
    const run = this.run;
    this.run = [];
    return run;
  }

  /** Ends the run: words make a paragraph; marks alone go to the paragraph before, or wait for the next words. */
  private flush(endsVerse = true): void {
    const hasWords = plainText(this.run).trim() !== '';
    if (!hasWords) {
      const marks = this.run.filter((inline) => inline.kind !== 'text');
      const ended = new Set(marks.map((inline) => (inline.kind === 'entry-end' ? inline.entry : '')));
      // A lemma without words begins where it ends, and not after it.
      const isBehind = (inline: Inline) =>
        inline.kind === 'entry-end' ||
        inline.kind === 'note' ||
        (inline.kind === 'entry-start' && ended.has(inline.entry));
      const behind = marks.filter(isBehind);
      const ahead = marks.filter((inline) => !isBehind(inline));
      this.run = ahead;
      if (behind.length > 0 && !this.append(behind)) this.run = [...behind, ...ahead];
      return;
    }
    if (endsVerse) this.endVerse();
    const content = this.wrapped(this.taken());
    this.emit({ kind: 'paragraph', ...this.placing, role: this.role, n: this.n, content });
    this.placing = {};
    this.n = '';
    if (this.role === 'body') this.role = 'continued';
  }

  private append(marks: Inline[]): boolean {
    const line = this.verse.at(-1);
    if (line !== undefined) {
      this.verse[this.verse.length - 1] = { ...line, content: [...line.content, ...marks] };
      return true;
    }
    const appended = appendTo(this.blocks, marks);
    if (appended === undefined) return false;
    this.blocks.splice(0, this.blocks.length, ...appended);
    return true;
  }

  private endVerse(): void {
    if (this.verse.length === 0) return;
    const lines = this.verse;
    this.verse = [];
    this.blocks.push({ kind: 'verse', ...this.tongue, ...this.versePlacing, lines });
    this.versePlacing = undefined;
  }
}
