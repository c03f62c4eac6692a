import type { Attribute } from '../xml/events.ts';
import { attribute, attributeNode } from '../xml/tree.ts';
import {
  generatedText,
  plain,
  type Rendition,
  renditionOfRend,
  renditionOfStyle,
  together,
} from './rendition.ts';
import { childrenOf, type Sequence } from './sequence.ts';

/** A rendition that a header declares. */
interface Declared {
  readonly rendition: Rendition;
  readonly scope: string;
}

/** A word or declaration that is not shown, at the attribute that asks for it. */
export interface Refused {
  readonly i: number;
  readonly attribute: Attribute;
  readonly what: string;
}

/** The renditions of one document: what `tagsDecl` declares, and what `@rend`, `@rendition` and `@style` ask for. */
export class Renditions {
  private readonly sequence: Sequence;
  private readonly declared = new Map<string, Declared[]>();
  /** By element name: `tagUsage/@rendition` and a `rendition/@selector` that is a plain name. */
  private readonly defaults = new Map<string, Rendition[]>();
  private readonly known = new Map<string, Rendition>();
  readonly refused: Refused[] = [];

  constructor(sequence: Sequence, textOf: (i: number) => string) {
    this.sequence = sequence;
    for (let i = 0; i < sequence.names.length; i++) {
      if (sequence.names[i] === 'text') i = sequence.lasts[i]!;
      else if (sequence.names[i] === 'tagsDecl') this.readTagsDecl(i, textOf);
    }
  }

  /** How one element looks, its document's defaults included. */
  of(i: number): Rendition {
    const element = this.sequence.elements[i]!;
    const defaults = this.defaults.get(this.sequence.names[i]!);
    const asked: Rendition[] = [];
    for (const name of ['rendition', 'rend', 'style'] as const) {
      const node = attributeNode(element, name);
      if (node === undefined || node.value.trim() === '') continue;
      const rendition = name === 'rendition' ? this.pointed(node.value) : this.read(name, node.value);
      asked.push(rendition);
      for (const what of rendition.refused) this.refused.push({ i, attribute: node, what });
    }
    if (asked.length === 0) return defaults === undefined ? plain : together(defaults);
    // What an element asks for itself takes the place of its document's default (TEI P5, att.global.rendition).
    return together(asked);
  }

  private read(name: 'rend' | 'style', value: string): Rendition {
    const key = `${name} ${value}`;
    let rendition = this.known.get(key);
    if (rendition === undefined) {
      rendition = name === 'rend' ? renditionOfRend(value) : renditionOfStyle(value);
      this.known.set(key, rendition);
    }
    return rendition;
  }

  private pointed(value: string): Rendition {
    const key = `rendition ${value}`;
    let rendition = this.known.get(key);
    if (rendition === undefined) {
      const found: Rendition[] = [];
      for (const pointer of value.trim().split(/\s+/)) {
        const id = pointer.slice(pointer.lastIndexOf('#') + 1).replace(/^[\w-]+:/, '');
        const declared = this.declared.get(id);
        if (declared === undefined) found.push(renditionOfRend(id));
        else found.push(...declared.map((each) => each.rendition));
      }
      rendition = together(found);
      this.known.set(key, rendition);
    }
    return rendition;
  }

  private readTagsDecl(tagsDecl: number, textOf: (i: number) => string): void {
    const { names, elements, lasts } = this.sequence;
    for (const i of childrenOf(this.sequence, tagsDecl)) {
      if (names[i] !== 'rendition') continue;
      const element = elements[i]!;
      const scope = attribute(element, 'scope') ?? '';
      const scheme = attribute(element, 'scheme') ?? 'css';
      if (scheme !== 'css') continue;
      const style = textOf(i);
      const rendition: Rendition =
        scope === 'before' || scope === 'after'
          ? { ...plain, [scope]: generatedText(style) }
          : scope === ''
            ? renditionOfStyle(style)
            : plain;
      const id = element.attributes.find((each) => each.name.local === 'id')?.value ?? '';
      if (id !== '') this.declare(id, { rendition, scope });
      const selector = attribute(element, 'selector') ?? '';
      for (const part of selector.split(',')) {
        const name = /^\s*(?:tei\|)?([A-Za-z][\w.]*)(?:::?(?:before|after))?\s*$/.exec(part)?.[1];
        if (name !== undefined) this.addDefault(name, rendition);
      }
    }
    for (let i = tagsDecl + 1; i <= lasts[tagsDecl]!; i++) {
      if (names[i] !== 'tagUsage') continue;
      const rendition = attribute(elements[i]!, 'rendition') ?? attribute(elements[i]!, 'render');
      const gi = attribute(elements[i]!, 'gi');
      if (rendition !== undefined && gi !== undefined) this.addDefault(gi, this.pointed(rendition));
    }
  }

  private declare(id: string, declared: Declared): void {
    const list = this.declared.get(id);
    if (list === undefined) this.declared.set(id, [declared]);
    else list.push(declared);
  }

  private addDefault(name: string, rendition: Rendition): void {
    const list = this.defaults.get(name);
    if (list === undefined) this.defaults.set(name, [rendition]);
    else list.push(rendition);
  }
}
