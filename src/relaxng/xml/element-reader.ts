import type { Attribute, Scope } from '../../xml/events.ts';
import { XML } from '../../xml/name.ts';
import type { Source } from '../../xml/source.ts';
import { isSchemaName } from '../datatypes/names.ts';
import { resolveHref } from '../href.ts';
import type { Problems } from '../problems.ts';
import { type PatternSyntax, RELAXNG } from '../syntax.ts';
import { forms } from './element-forms.ts';
import type { SchemaElement } from './schema-element.ts';

/** What an element inherits from those around it. */
export interface Inherited {
  readonly namespace: string;
  readonly library: string;
  readonly base: string;
}

/** What all elements of a schema have in common: their attributes, and the checks of their form (RELAX NG §3). */
export class ElementReader {
  protected readonly source: Source;
  protected readonly problems: Problems;
  private lastScope: Scope | undefined;
  private lastPrefixes: ReadonlyMap<string, string> = new Map();

  constructor(source: Source, problems: Problems) {
    this.source = source;
    this.problems = problems;
  }

  nothing(element: SchemaElement): PatternSyntax {
    return { kind: 'notAllowed', origin: element };
  }

  protected wrong(element: SchemaElement, what: string): void {
    this.problems.add('schema-wrong-syntax', element, { what });
  }

  private wrongAttribute(attribute: Attribute, what: string): void {
    const origin = { source: this.source, start: attribute.start, end: attribute.end };
    this.problems.add('schema-wrong-syntax', origin, { what });
  }

  /** Checks an element against the form of its kind, and reads what it inherits. */
  protected enter(element: SchemaElement, outer: Inherited): Inherited {
    const form = forms[element.local]!;
    let { namespace, library, base } = outer;
    for (const attribute of element.attributes) {
      const { namespace: of, local } = attribute.name;
      if (of === XML && local === 'base') base = resolveHref(attribute.value, base);
      if (of === RELAXNG) this.wrongAttribute(attribute, `RELAX NG's own attributes have no prefix`);
      if (of !== '') continue;
      if (local === 'ns') namespace = attribute.value;
      else if (local === 'datatypeLibrary') library = this.libraryOf(attribute);
      else if (!form.attributes.includes(local))
        this.wrongAttribute(attribute, `“${element.local}” has no attribute “${local}”`);
    }
    for (const each of element.misplaced ?? []) {
      const what = each.isText
        ? `Text may not stand in “${element.local}”`
        : `“${element.local}” contains text only`;
      this.problems.add('schema-wrong-syntax', each, { what });
    }
    const isSame = namespace === outer.namespace && library === outer.library && base === outer.base;
    return isSame ? outer : { namespace, library, base };
  }

  private libraryOf(attribute: Attribute): string {
    const { value } = attribute;
    const isUri =
      value === '' || (/^[A-Za-z][A-Za-z0-9+.-]*:[^#]+$/.test(value) && !/%(?![0-9A-Fa-f]{2})/.test(value));
    if (!isUri) this.wrongAttribute(attribute, `“${value}” is not an absolute URI without fragment`);
    return value;
  }

  protected required(element: SchemaElement, local: string): string | undefined {
    const value = element.attribute(local)?.value;
    if (value === undefined) this.wrong(element, `“${element.local}” lacks the attribute “${local}”`);
    return value?.replace(/^[ \t\n\r]+|[ \t\n\r]+$/g, '');
  }

  protected ncName(element: SchemaElement, local: string): string {
    const value = this.required(element, local);
    if (value === undefined) return '';
    if (!isSchemaName(value)) this.wrong(element, `“${value}” is not a name without colon`);
    return value;
  }

  protected empty(element: SchemaElement): PatternSyntax {
    this.wrong(element, `“${element.local}” is empty; it needs a pattern inside`);
    return this.nothing(element);
  }

  protected href(element: SchemaElement): string {
    const href = this.required(element, 'href') ?? '';
    if (href.includes('#')) this.wrong(element, 'A reference to a schema has no fragment');
    return href;
  }

  protected scopeOf(element: SchemaElement, inherited: Inherited): ReadonlyMap<string, string> {
    if (element.scope !== this.lastScope || inherited.namespace !== this.lastPrefixes.get('')) {
      this.lastScope = element.scope;
      this.lastPrefixes = new Map(element.scope.bindings()).set('', inherited.namespace);
    }
    return this.lastPrefixes;
  }
}
