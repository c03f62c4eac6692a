import { XML } from '../../xml/name.ts';
import { isSchemaName } from '../datatypes/names.ts';
import type { NameClassSyntax } from '../syntax.ts';
import { ElementReader, type Inherited } from './element-reader.ts';
import type { SchemaElement } from './schema-element.ts';

/** Reads name classes, written as attributes or as elements (RELAX NG §3, §4.8–4.10). */
export class NameClassReader extends ElementReader {
  protected nameClassOf(
    element: SchemaElement,
    kind: 'element' | 'attribute',
    children: readonly SchemaElement[],
    inherited: Inherited,
  ): [NameClassSyntax, readonly SchemaElement[]] {
    const written = element.attribute('name');
    if (written !== undefined) {
      const own = element.attribute('ns') !== undefined;
      const namespace = kind === 'attribute' && !own ? '' : inherited.namespace;
      return [this.name(element, written.value, namespace), children];
    }
    const [first, ...rest] = children;
    if (first !== undefined) return [this.nameClass(first, inherited), rest];
    this.wrong(element, `“${kind}” lacks a name`);
    return [{ kind: 'anyName', except: undefined, origin: element }, []];
  }

  private name(element: SchemaElement, written: string, namespace: string): NameClassSyntax {
    const text = written.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
    const origin = element;
    const colon = text.indexOf(':');
    if (!isQName(text)) this.wrong(element, `“${text}” is not a name`);
    if (colon < 0) return { kind: 'name', namespace, local: text, origin };
    const prefix = text.slice(0, colon);
    const bound = prefix === 'xml' ? XML : element.scope.lookup(prefix);
    if (bound === undefined) this.wrong(element, `The prefix “${prefix}” is not declared`);
    return { kind: 'name', namespace: bound ?? '', local: text.slice(colon + 1), origin };
  }

  private nameClass(element: SchemaElement, outer: Inherited): NameClassSyntax {
    const kind = element.local;
    const origin = element;
    if (kind !== 'name' && kind !== 'anyName' && kind !== 'nsName' && kind !== 'choice') {
      this.wrong(element, `“${kind}” is not a name class`);
      return { kind: 'anyName', except: undefined, origin };
    }
    const inherited = this.enter(element, outer);
    if (kind === 'name') return this.name(element, element.text, inherited.namespace);
    const { children } = element;
    if (kind === 'choice') {
      if (element.attribute('name') !== undefined || children.length === 0) this.empty(element);
      return { kind, items: children.map((each) => this.nameClass(each, inherited)), origin };
    }
    const [except, ...more] = children;
    if (except !== undefined && except.local !== 'except')
      this.wrong(except, `“${except.local}” may not stand in “${kind}”`);
    for (const each of more) this.wrong(each, `“${kind}” has one “except”`);
    const inner = except?.local === 'except' ? this.exceptOf(except, inherited) : undefined;
    return kind === 'anyName'
      ? { kind, except: inner, origin }
      : { kind, namespace: inherited.namespace, except: inner, origin };
  }

  private exceptOf(element: SchemaElement, outer: Inherited): NameClassSyntax {
    const inherited = this.enter(element, outer);
    const items = element.children.map((each) => this.nameClass(each, inherited));
    if (items.length === 0) this.empty(element);
    return { kind: 'choice', items, origin: element };
  }
}

function isQName(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= 2 && parts.every(isSchemaName);
}
