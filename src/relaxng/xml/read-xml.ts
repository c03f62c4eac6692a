import type { Source } from '../../xml/source.ts';
import { documented } from '../documented.ts';
import type { Problems } from '../problems.ts';
import {
  type ExternalSyntax,
  type GrammarItem,
  type IncludeSyntax,
  type ParameterSyntax,
  type PatternSyntax,
  RELAXNG,
  type SchemaFile,
} from '../syntax.ts';
import { annotationsOf } from './annotations-of.ts';
import { forms } from './element-forms.ts';
import type { Inherited } from './element-reader.ts';
import { NameClassReader } from './name-class-reader.ts';
import { readElements } from './schema-builder.ts';
import type { SchemaElement } from './schema-element.ts';

/** Reads a schema in XML (RELAX NG §3, §4.1–4.15 as far as one file goes); undefined, with the fault reported, when it is not well-formed. `namespace` is the `ns` of the reference to it. */
export function readXml(source: Source, namespace: string, problems: Problems): SchemaFile | undefined {
  const root = readElements(source, problems.pass);
  if (root === undefined) return undefined;
  const reader = new XmlReader(source, problems);
  if (root.namespace !== RELAXNG) {
    const where = root.namespace === '' ? 'in no namespace' : `in the namespace ${root.namespace}`;
    problems.add('schema-not-relaxng', root, { what: `its root is “${root.local}” ${where}` });
    return { source, pattern: reader.nothing(root), annotations: [], references: [] };
  }
  return {
    source,
    pattern: reader.pattern(root, { namespace, library: '', base: source.path }),
    references: reader.references,
    // Only who looks for rules in a schema wants them.
    get annotations() {
      return annotationsOf(source);
    },
  };
}

class XmlReader extends NameClassReader {
  readonly references: (IncludeSyntax | ExternalSyntax)[] = [];

  pattern(element: SchemaElement, outer: Inherited): PatternSyntax {
    const kind = element.local;
    const origin = element;
    if (forms[kind]?.isPattern !== true) {
      this.wrong(element, `“${kind}” is not a pattern`);
      return { kind: 'notAllowed', origin };
    }
    const inherited = this.enter(element, outer);
    const { children } = element;
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
        return { kind, nameClass, content, documentation: element.says, origin };
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
        const type = element.attribute('type') === undefined ? undefined : this.ncName(element, 'type');
        const library = type === undefined ? '' : inherited.library;
        const scope = this.scopeOf(element, inherited);
        const documentation = element.says;
        return { kind, library, type: type ?? 'token', value: element.text, scope, documentation, origin };
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

  /** Several patterns where one is meant are a group (RELAX NG §4.12). */
  private grouped(
    element: SchemaElement,
    children: readonly SchemaElement[],
    inherited: Inherited,
  ): PatternSyntax {
    if (children.length === 0) return this.empty(element);
    if (children.length === 1) return this.pattern(children[0]!, inherited);
    return {
      kind: 'group',
      items: children.map((each) => this.pattern(each, inherited)),
      origin: element,
    };
  }

  private data(
    element: SchemaElement,
    children: readonly SchemaElement[],
    inherited: Inherited,
  ): PatternSyntax {
    const parameters: ParameterSyntax[] = [];
    let except: PatternSyntax | undefined;
    for (const child of children) {
      if (child.local === 'param' && except === undefined) {
        this.enter(child, inherited);
        parameters.push({ name: this.ncName(child, 'name'), value: child.text, origin: child });
      } else if (child.local === 'except' && except === undefined) {
        const inner = this.enter(child, inherited);
        const items = child.children.map((each) => this.pattern(each, inner));
        if (items.length === 0) this.empty(child);
        except = items.length === 1 ? items[0]! : { kind: 'choice', items, origin: child };
      } else this.wrong(child, `“${child.local}” may not stand here in “data”`);
    }
    return {
      kind: 'data',
      library: inherited.library,
      type: this.ncName(element, 'type'),
      parameters,
      except,
      scope: this.scopeOf(element, inherited),
      origin: element,
    };
  }

  private grammarItem(element: SchemaElement, outer: Inherited, isInInclude: boolean): GrammarItem[] {
    const kind = element.local;
    const isKnown =
      kind === 'start' || kind === 'define' || kind === 'div' || (kind === 'include' && !isInInclude);
    if (!isKnown) {
      this.wrong(element, `“${kind}” may not stand in ${isInInclude ? 'an “include”' : 'a “grammar”'}`);
      return [];
    }
    const inherited = this.enter(element, outer);
    const { children } = element;
    const origin = element;
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
    const combine = element.attribute('combine')?.value.trim();
    if (combine !== undefined && combine !== 'choice' && combine !== 'interleave')
      this.wrong(element, `“combine” is “choice” or “interleave”, not “${combine}”`);
    const name = kind === 'start' ? undefined : this.ncName(element, 'name');
    const content = documented(this.grouped(element, children, inherited), element.says);
    return [{ kind: 'define', name, combine: combine as 'choice' | undefined, content, origin }];
  }
}
