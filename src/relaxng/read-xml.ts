import type { Attribute } from '../xml/events.ts';
import { XML } from '../xml/name.ts';
import { attributeNode, type Document, type Element } from '../xml/tree.ts';
import { documentationOf, documented, textOf } from './annotations.ts';
import { isSchemaName } from './datatypes/names.ts';
import { isBlank } from './datatypes/white-space.ts';
import { forms } from './element-forms.ts';
import { resolveHref } from './href.ts';
import type { Problems } from './problems.ts';
import {
  type ExternalSyntax,
  type GrammarItem,
  type IncludeSyntax,
  type NameClassSyntax,
  type Origin,
  type ParameterSyntax,
  type PatternSyntax,
  RELAXNG,
  type SchemaFile,
} from './syntax.ts';

/** What an element inherits from those around it. */
interface Inherited {
  readonly namespace: string;
  readonly library: string;
  readonly base: string;
}

/** What holds inside an element, and its children in RELAX NG's namespace. */
interface Entered extends Inherited {
  readonly children: readonly Element[];
}

/** Reads a schema in XML (RELAX NG §3, §4.1–4.15 as far as one file goes). `namespace` is the `ns` of the reference to it. */
export function readXml(document: Document, namespace: string, problems: Problems): SchemaFile {
  const reader = new XmlReader(document, problems);
  const root = document.documentElement;
  const inherited = { namespace, library: '', base: document.source.path };
  if (root.name.namespace !== RELAXNG) {
    const what = `its root is “${root.name.local}” ${root.name.namespace === '' ? 'in no namespace' : `in the namespace ${root.name.namespace}`}`;
    problems.add('schema-not-relaxng', reader.tag(root), { what });
    return { source: document.source, pattern: reader.nothing(root), annotations: [], references: [] };
  }
  const pattern = reader.pattern(root, inherited);
  return { source: document.source, pattern, annotations: reader.annotations, references: reader.references };
}

class XmlReader {
  readonly annotations: Element[] = [];
  readonly references: (IncludeSyntax | ExternalSyntax)[] = [];
  private readonly document: Document;
  private readonly problems: Problems;
  private lastScope: Element['scope'] | undefined;
  private lastPrefixes: ReadonlyMap<string, string> = new Map();

  constructor(document: Document, problems: Problems) {
    this.document = document;
    this.problems = problems;
  }

  tag(element: Element): Origin {
    return { source: this.document.source, start: element.start, end: element.startTagEnd };
  }

  nothing(element: Element): PatternSyntax {
    return { kind: 'notAllowed', origin: this.tag(element) };
  }

  private wrong(element: Element, what: string): void {
    this.problems.add('schema-wrong-syntax', this.tag(element), { what });
  }

  private wrongAttribute(attribute: Attribute, what: string): void {
    const origin = { source: this.document.source, start: attribute.start, end: attribute.end };
    this.problems.add('schema-wrong-syntax', origin, { what });
  }

  /** Checks an element against the form of its kind, and reads what it inherits. */
  private enter(element: Element, outer: Inherited): Entered {
    const children: Element[] = [];
    const form = forms[element.name.local]!;
    let { namespace, library, base } = outer;
    for (const attribute of element.attributes) {
      const { namespace: of, local } = attribute.name;
      if (of === XML && local === 'base') base = resolveHref(attribute.value, base);
      if (of === RELAXNG) this.wrongAttribute(attribute, `RELAX NG's own attributes have no prefix`);
      if (of !== '') continue;
      if (local === 'ns') namespace = attribute.value;
      else if (local === 'datatypeLibrary') library = this.libraryOf(attribute);
      else if (!form.attributes.includes(local))
        this.wrongAttribute(attribute, `“${element.name.local}” has no attribute “${local}”`);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === 1) {
        if (form.isText) this.wrong(child, `“${element.name.local}” contains text only`);
        if (child.name.namespace === RELAXNG) children.push(child);
        else this.annotations.push(child);
      } else if (child.nodeType === 3 && !form.isText && !isBlank(child.data)) {
        const origin = { source: this.document.source, start: child.start, end: child.end };
        this.problems.add('schema-wrong-syntax', origin, {
          what: `Text may not stand in “${element.name.local}”`,
        });
      }
    }
    return { namespace, library, base, children };
  }

  private libraryOf(attribute: Attribute): string {
    const { value } = attribute;
    const isUri =
      value === '' || (/^[A-Za-z][A-Za-z0-9+.-]*:[^#]+$/.test(value) && !/%(?![0-9A-Fa-f]{2})/.test(value));
    if (!isUri) this.wrongAttribute(attribute, `“${value}” is not an absolute URI without fragment`);
    return value;
  }

  private required(element: Element, local: string): string | undefined {
    const value = attributeNode(element, local)?.value;
    if (value === undefined) this.wrong(element, `“${element.name.local}” lacks the attribute “${local}”`);
    return value?.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
  }

  private ncName(element: Element, local: string): string {
    const value = this.required(element, local);
    if (value === undefined) return '';
    if (!isSchemaName(value)) this.wrong(element, `“${value}” is not a name without colon`);
    return value;
  }

  pattern(element: Element, outer: Inherited): PatternSyntax {
    const kind = element.name.local;
    const origin = this.tag(element);
    if (forms[kind]?.isPattern !== true) {
      this.wrong(element, `“${kind}” is not a pattern`);
      return { kind: 'notAllowed', origin };
    }
    const inherited = this.enter(element, outer);
    const { children } = inherited;
    switch (kind) {
      case 'element':
      case 'attribute': {
        const [nameClass, rest] = this.nameClassOf(element, kind, children, inherited);
        if (kind === 'attribute' && rest.length > 1)
          this.wrong(rest[1]!, 'An attribute has one pattern for its value');
        const content =
          kind === 'attribute' && rest.length === 0
            ? ({ kind: 'text', origin } as const)
            : this.grouped(element, rest, inherited);
        return { kind, nameClass, content, documentation: documentationOf(element), origin };
      }
      case 'group':
      case 'interleave':
      case 'choice': {
        if (children.length === 1) return this.pattern(children[0]!, inherited);
        if (children.length === 0) return this.empty(element);
        return { kind, items: children.map((each) => this.pattern(each, inherited)), origin };
      }
      case 'optional':
      case 'zeroOrMore':
      case 'oneOrMore':
      case 'list':
      case 'mixed':
        return { kind, content: this.grouped(element, children, inherited), origin };
      case 'ref':
      case 'parentRef': {
        for (const child of children) this.wrong(child, `“${kind}” contains no patterns`);
        return { kind, name: this.ncName(element, 'name'), origin };
      }
      case 'empty':
      case 'notAllowed':
      case 'text': {
        for (const child of children) this.wrong(child, `“${kind}” contains no patterns`);
        return { kind, origin };
      }
      case 'data':
        return this.data(element, children, inherited);
      case 'value': {
        const type = attributeNode(element, 'type') === undefined ? undefined : this.ncName(element, 'type');
        const library = type === undefined ? '' : inherited.library;
        const scope = this.scopeOf(element, inherited);
        const documentation = documentationOf(element);
        return { kind, library, type: type ?? 'token', value: textOf(element), scope, documentation, origin };
      }
      case 'externalRef': {
        for (const child of children) this.wrong(child, `“${kind}” contains no patterns`);
        const href = this.href(element);
        const reference = {
          kind,
          href,
          base: inherited.base,
          namespace: inherited.namespace,
          origin,
        } as const;
        this.references.push(reference);
        return reference;
      }
      default:
        return {
          kind: 'grammar',
          items: children.flatMap((each) => this.grammarItem(each, inherited, false)),
          origin,
        };
    }
  }

  private empty(element: Element): PatternSyntax {
    this.wrong(element, `“${element.name.local}” is empty; it needs a pattern inside`);
    return this.nothing(element);
  }

  /** Several patterns where one is meant are a group (RELAX NG §4.12). */
  private grouped(element: Element, children: readonly Element[], inherited: Inherited): PatternSyntax {
    if (children.length === 0) return this.empty(element);
    if (children.length === 1) return this.pattern(children[0]!, inherited);
    return {
      kind: 'group',
      items: children.map((each) => this.pattern(each, inherited)),
      origin: this.tag(element),
    };
  }

  private href(element: Element): string {
    const href = this.required(element, 'href') ?? '';
    if (href.includes('#')) this.wrong(element, 'A reference to a schema has no fragment');
    return href;
  }

  private scopeOf(element: Element, inherited: Inherited): ReadonlyMap<string, string> {
    if (element.scope !== this.lastScope || inherited.namespace !== this.lastPrefixes.get('')) {
      this.lastScope = element.scope;
      this.lastPrefixes = new Map(element.scope.bindings()).set('', inherited.namespace);
    }
    return this.lastPrefixes;
  }

  private data(element: Element, children: readonly Element[], inherited: Inherited): PatternSyntax {
    const parameters: ParameterSyntax[] = [];
    let except: PatternSyntax | undefined;
    for (const child of children) {
      if (child.name.local === 'param' && except === undefined) {
        this.enter(child, inherited);
        parameters.push({ name: this.ncName(child, 'name'), value: textOf(child), origin: this.tag(child) });
      } else if (child.name.local === 'except' && except === undefined) {
        const inner = this.enter(child, inherited);
        const items = inner.children.map((each) => this.pattern(each, inner));
        if (items.length === 0) this.empty(child);
        except = items.length === 1 ? items[0]! : { kind: 'choice', items, origin: this.tag(child) };
      } else this.wrong(child, `“${child.name.local}” may not stand here in “data”`);
    }
    return {
      kind: 'data',
      library: inherited.library,
      type: this.ncName(element, 'type'),
      parameters,
      except,
      scope: this.scopeOf(element, inherited),
      origin: this.tag(element),
    };
  }

  private nameClassOf(
    element: Element,
    kind: 'element' | 'attribute',
    children: readonly Element[],
    inherited: Inherited,
  ): [NameClassSyntax, readonly Element[]] {
    const written = attributeNode(element, 'name');
    if (written !== undefined) {
      const own = attributeNode(element, 'ns') !== undefined;
      const namespace = kind === 'attribute' && !own ? '' : inherited.namespace;
      return [this.name(element, written.value, namespace), children];
    }
    const [first, ...rest] = children;
    if (first !== undefined) return [this.nameClass(first, inherited), rest];
    this.wrong(element, `“${kind}” lacks a name`);
    return [{ kind: 'anyName', except: undefined, origin: this.tag(element) }, []];
  }

  private name(element: Element, written: string, namespace: string): NameClassSyntax {
    const text = written.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
    const origin = this.tag(element);
    const colon = text.indexOf(':');
    if (!isQName(text)) this.wrong(element, `“${text}” is not a name`);
    if (colon < 0) return { kind: 'name', namespace, local: text, origin };
    const prefix = text.slice(0, colon);
    const bound = prefix === 'xml' ? XML : element.scope.lookup(prefix);
    if (bound === undefined) this.wrong(element, `The prefix “${prefix}” is not declared`);
    return { kind: 'name', namespace: bound ?? '', local: text.slice(colon + 1), origin };
  }

  private nameClass(element: Element, outer: Inherited): NameClassSyntax {
    const kind = element.name.local;
    const origin = this.tag(element);
    if (kind !== 'name' && kind !== 'anyName' && kind !== 'nsName' && kind !== 'choice') {
      this.wrong(element, `“${kind}” is not a name class`);
      return { kind: 'anyName', except: undefined, origin };
    }
    const inherited = this.enter(element, outer);
    if (kind === 'name') return this.name(element, textOf(element), inherited.namespace);
    const { children } = inherited;
    if (kind === 'choice') {
      if (attributeNode(element, 'name') !== undefined || children.length === 0) this.empty(element);
      return { kind, items: children.map((each) => this.nameClass(each, inherited)), origin };
    }
    const [except, ...more] = children;
    if (except !== undefined && except.name.local !== 'except')
      this.wrong(except, `“${except.name.local}” may not stand in “${kind}”`);
    for (const each of more) this.wrong(each, `“${kind}” has one “except”`);
    const inner = except?.name.local === 'except' ? this.exceptOf(except, inherited) : undefined;
    return kind === 'anyName'
      ? { kind, except: inner, origin }
      : { kind, namespace: inherited.namespace, except: inner, origin };
  }

  private exceptOf(element: Element, outer: Inherited): NameClassSyntax {
    const inherited = this.enter(element, outer);
    const items = inherited.children.map((each) => this.nameClass(each, inherited));
    if (items.length === 0) this.empty(element);
    return { kind: 'choice', items, origin: this.tag(element) };
  }

  private grammarItem(element: Element, outer: Inherited, isInInclude: boolean): GrammarItem[] {
    const kind = element.name.local;
    const isKnown =
      kind === 'start' || kind === 'define' || kind === 'div' || (kind === 'include' && !isInInclude);
    if (!isKnown) {
      this.wrong(element, `“${kind}” may not stand in ${isInInclude ? 'an “include”' : 'a “grammar”'}`);
      return [];
    }
    const inherited = this.enter(element, outer);
    const { children } = inherited;
    const origin = this.tag(element);
    if (kind === 'div')
      return [{ kind, items: children.flatMap((each) => this.grammarItem(each, inherited, isInInclude)) }];
    if (kind === 'include') {
      const items = children.flatMap((each) => this.grammarItem(each, inherited, true));
      const { base, namespace } = inherited;
      const reference = { kind, href: this.href(element), base, namespace, items, origin } as const;
      this.references.push(reference);
      return [reference];
    }
    if (kind === 'start' && children.length > 1) this.wrong(children[1]!, '“start” contains one pattern');
    const combine = attributeNode(element, 'combine')?.value.trim();
    if (combine !== undefined && combine !== 'choice' && combine !== 'interleave')
      this.wrong(element, `“combine” is “choice” or “interleave”, not “${combine}”`);
    const name = kind === 'start' ? undefined : this.ncName(element, 'name');
    const content = documented(this.grouped(element, children, inherited), documentationOf(element));
    return [{ kind: 'define', name, combine: combine as 'choice' | undefined, content, origin }];
  }
}

function isQName(text: string): boolean {
  const parts = text.split(':');
  return parts.length <= 2 && parts.every(isSchemaName);
}
