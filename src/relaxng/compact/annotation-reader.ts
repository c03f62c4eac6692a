import type { Source } from '../../xml/source.ts';
import type { Element } from '../../xml/tree.ts';
import { collapsed } from '../datatypes/white-space.ts';
import { ANNOTATIONS } from '../syntax.ts';
import {
  type ForeignAttribute,
  type ForeignChild,
  foreignElement,
  foreignText,
  textOf,
} from './foreign-element.ts';
import { TokenReader } from './token-reader.ts';
import type { Token } from './tokens.ts';

/** What the schema says of the construct that follows or precedes. */
export interface Annotations {
  readonly documentation: string | undefined;
}

/** Reads annotations (RELAX NG Compact Syntax §3, and §2.3 for `##`). */
export class AnnotationReader extends TokenReader {
  /** The annotation elements that were met, as elements of XML. */
  readonly elements: Element[] = [];

  constructor(source: Source, namespace: string) {
    super(source, namespace);
  }

  /** Documentation comments and `[…]` before a construct. */
  protected annotations(): Annotations {
    let documentation: string | undefined;
    const add = (text: string) => {
      documentation = documentation === undefined ? collapsed(text) : `${documentation} ${collapsed(text)}`;
    };
    while (this.token.kind === 'documentation') add(this.advance().value);
    if (!this.takes('[')) return { documentation };
    const seen = new Set<string>();
    while (!this.takes(']')) {
      if (this.isAnnotationElement()) {
        const element = this.annotationElement();
        this.elements.push(element);
        if (isDocumentation(element)) add(textOf(element));
      } else {
        const token = this.token;
        const attribute = this.foreignAttribute();
        if (attribute.namespace === '') this.failAt(token, 'An annotation attribute needs a prefix');
        const key = `${attribute.namespace} ${attribute.local}`;
        if (seen.has(key)) this.failAt(token, `The annotation “${attribute.local}” stands here twice`);
        seen.add(key);
      }
    }
    return { documentation };
  }

  /** `>> name […]` after a construct. */
  protected followAnnotations(): Annotations {
    let documentation: string | undefined;
    while (this.takes('>>')) {
      const element = this.annotationElement();
      this.elements.push(element);
      if (isDocumentation(element)) documentation = collapsed(textOf(element));
    }
    return { documentation };
  }

  protected isAnnotationElement(): boolean {
    const next = this.tokens[this.position + 1];
    const isName = ['identifier', 'keyword', 'cName'].includes(this.token.kind);
    return isName && next?.kind === 'operator' && next.value === '[';
  }

  protected annotationElement(isInside = false): Element {
    const first = this.token;
    const name = this.foreignName(true);
    if (!isInside) this.refuseOwn(first, name.namespace, 'element');
    this.take('[');
    const attributes: ForeignAttribute[] = [];
    const children: ForeignChild[] = [];
    while (!this.takes(']')) {
      const next = this.tokens[this.position + 1];
      if (this.token.kind === 'literal') {
        const { start } = this.token;
        const text = this.literal();
        const { end } = this.tokens[this.position - 1]!;
        const last = children.at(-1);
        if (last?.nodeType !== 3) children.push(foreignText(text, start, end));
        else Object.assign(last, { data: last.data + text, end });
      } else if (next?.kind === 'operator' && next.value === '=') {
        if (children.length > 0) this.failAt(this.token, 'Attributes stand before content');
        attributes.push(this.foreignAttribute(true));
      } else if (this.isAnnotationElement()) children.push(this.annotationElement(true));
      else this.unexpected('an attribute, an element or a literal');
    }
    const end = this.tokens[this.position - 1]!.end;
    return foreignElement(name, attributes, children, this.namespaces, this.source, first.start, end);
  }

  private foreignAttribute(isInside = false): ForeignAttribute {
    const first = this.token;
    const name = this.foreignName(false);
    if (!isInside) this.refuseOwn(first, name.namespace, 'attribute');
    if (
      name.namespace === 'http://www.w3.org/2000/xmlns' ||
      (name.namespace === '' && name.local === 'xmlns')
    )
      this.failAt(first, 'A namespace declaration is no annotation');
    this.take('=');
    const { start } = this.token;
    const value = this.literal();
    const end = this.tokens[this.position - 1]!.end;
    return { ...name, value, start: first.start, end, valueStart: start, valueEnd: end };
  }

  private foreignName(isElement: boolean): { prefix: string; local: string; namespace: string } {
    const token = this.token;
    if (token.kind === 'cName') {
      this.advance();
      const [prefix, local] = token.value.split(':') as [string, string];
      return { prefix, local, namespace: this.namespaceOf(token, prefix) };
    }
    if (token.kind !== 'identifier' && token.kind !== 'keyword')
      this.unexpected(
        isElement ? 'the name of an annotation element' : 'the name of an annotation attribute',
      );
    return { prefix: '', local: this.advance().value, namespace: '' };
  }

  private refuseOwn(token: Token, namespace: string, what: string): void {
    if (namespace === 'http://relaxng.org/ns/structure/1.0')
      this.failAt(token, `An annotation ${what} is not in RELAX NG's own namespace`);
  }
}

function isDocumentation(element: Element): boolean {
  return element.name.namespace === ANNOTATIONS && element.name.local === 'documentation';
}
