import type { Report } from '../diagnostics/diagnostic.ts';
import type { Attribute, Handler, Scope } from './events.ts';
import type { Name } from './name.ts';
import { type ParseOptions, parseEvents } from './parse-events.ts';
import type { Source } from './source.ts';
import type { Child, Comment, Document, Element, ProcessingInstruction, Text } from './tree.ts';

/** Reads a document as a tree; undefined, with the fault reported, when it is not well-formed. */
export function parseTree(source: Source, report: Report, options: ParseOptions = {}): Document | undefined {
  const builder = new TreeBuilder(source);
  return parseEvents(source, builder, report, options) ? builder.document : undefined;
}

const noChildren: Child[] = Object.freeze([]) as unknown as Child[];

class TreeDocument implements Document {
  readonly nodeType = 9;
  readonly parentNode = null;
  readonly source: Source;
  childNodes: Child[] = noChildren;
  documentElement!: Element;

  constructor(source: Source) {
    this.source = source;
  }
}

class TreeElement implements Element {
  readonly nodeType = 1;
  readonly name: Name;
  readonly attributes: readonly Attribute[];
  readonly scope: Scope;
  childNodes: Child[] = noChildren;
  readonly parentNode: TreeElement | TreeDocument;
  readonly start: number;
  end: number;
  readonly startTagEnd: number;
  endTagStart: number;

  constructor(
    name: Name,
    attributes: readonly Attribute[],
    scope: Scope,
    parentNode: TreeElement | TreeDocument,
    start: number,
    end: number,
  ) {
    this.name = name;
    this.attributes = attributes;
    this.scope = scope;
    this.parentNode = parentNode;
    this.start = start;
    this.end = end;
    this.startTagEnd = end;
    this.endTagStart = end;
  }
}

class TreeText implements Text {
  readonly nodeType = 3;
  data: string;
  readonly parentNode: Element;
  readonly start: number;
  end: number;

  constructor(data: string, parentNode: Element, start: number, end: number) {
    this.data = data;
    this.parentNode = parentNode;
    this.start = start;
    this.end = end;
  }
}

class TreeComment implements Comment {
  readonly nodeType = 8;
  readonly data: string;
  readonly parentNode: Element | Document;
  readonly start: number;
  readonly end: number;

  constructor(data: string, parentNode: Element | Document, start: number, end: number) {
    this.data = data;
    this.parentNode = parentNode;
    this.start = start;
    this.end = end;
  }
}

class TreeProcessingInstruction implements ProcessingInstruction {
  readonly nodeType = 7;
  readonly target: string;
  readonly data: string;
  readonly parentNode: Element | Document;
  readonly start: number;
  readonly end: number;

  constructor(target: string, data: string, parentNode: Element | Document, start: number, end: number) {
    this.target = target;
    this.data = data;
    this.parentNode = parentNode;
    this.start = start;
    this.end = end;
  }
}

/** Builds a tree from events. */
export class TreeBuilder implements Handler {
  private readonly root: TreeDocument;
  private current: TreeElement | TreeDocument;
  /** The children, so far, of every open element, the outermost's first; each list is cut out when its element ends, so that no array has room to spare. */
  private readonly pending: Child[] = [];
  private count = 0;
  /** Where in `pending` the children of each open element around the current one begin. */
  private readonly outerFirsts: number[] = [];
  private first = 0;
  /** The text node that the next piece of text belongs to. */
  private lastText: TreeText | undefined;

  constructor(source: Source) {
    this.root = new TreeDocument(source);
    this.current = this.root;
  }

  /** The tree, once every event was told. */
  get document(): Document {
    this.root.childNodes = this.pending.slice(0, this.count);
    return this.root;
  }

  startElement(name: Name, attributes: readonly Attribute[], scope: Scope, start: number, end: number): void {
    const element = new TreeElement(name, attributes, scope, this.current, start, end);
    if (this.current === this.root) this.root.documentElement = element;
    this.append(element);
    this.current = element;
    this.outerFirsts.push(this.first);
    this.first = this.count;
  }

  endElement(_name: Name, start: number, end: number): void {
    const element = this.current as TreeElement;
    if (end !== element.end || start !== element.start) {
      element.endTagStart = start;
      element.end = end;
    }
    if (this.count > this.first) element.childNodes = this.pending.slice(this.first, this.count);
    this.count = this.first;
    this.first = this.outerFirsts.pop()!;
    this.lastText = undefined;
    this.current = element.parentNode;
  }

  text(value: string, start: number, end: number): void {
    const last = this.lastText;
    if (last !== undefined) {
      last.data += value;
      last.end = end;
      return;
    }
    if (value === '') return;
    const text = new TreeText(value, this.current as TreeElement, start, end);
    this.append(text);
    this.lastText = text;
  }

  comment(value: string, start: number, end: number): void {
    this.append(new TreeComment(value, this.current, start, end));
  }

  processingInstruction(target: string, data: string, start: number, end: number): void {
    this.append(new TreeProcessingInstruction(target, data, this.current, start, end));
  }

  private append(child: Child): void {
    this.pending[this.count++] = child;
    this.lastText = undefined;
  }
}
