import type { Report } from '../../diagnostics/diagnostic.ts';
import type { Attribute, Handler, Scope } from '../../xml/events.ts';
import type { Name } from '../../xml/name.ts';
import { parseEvents } from '../../xml/parse-events.ts';
import type { Source } from '../../xml/source.ts';
import { isBlank } from '../datatypes/white-space.ts';
import { ANNOTATIONS, RELAXNG } from '../syntax.ts';
import { forms } from './element-forms.ts';
import { SchemaElement } from './schema-element.ts';

/** Reads the elements of a schema in XML; undefined, with the fault reported, when it is not well-formed. */
export function readElements(source: Source, report: Report): SchemaElement | undefined {
  const builder = new SchemaBuilder(source);
  return parseEvents(source, builder, report) ? builder.root : undefined;
}

/** Builds the elements of a schema from events, passing over all that is not RELAX NG but its documentation. */
class SchemaBuilder implements Handler {
  root: SchemaElement | undefined;
  private readonly source: Source;
  private readonly open: SchemaElement[] = [];
  private current: SchemaElement | undefined;
  private takesText = false;
  /** How many elements are open that are passed over. */
  private passed = 0;
  /** The text of the documentation that is being read. */
  private documentation: string | undefined;
  /** The value that was read just before. */
  private value: SchemaElement | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  startElement(name: Name, attributes: readonly Attribute[], scope: Scope, start: number, end: number): void {
    const { current } = this;
    if (this.passed > 0) {
      this.passed++;
      return;
    }
    if (current !== undefined) {
      if (this.takesText) current.misplace(start, end, false);
      if (this.takesText || name.namespace !== RELAXNG) {
        this.passed = 1;
        const isDocumentation = name.local === 'documentation' && name.namespace === ANNOTATIONS;
        this.documentation = isDocumentation ? '' : undefined;
        return;
      }
    }
    const element = new SchemaElement(this.source, name.namespace, name.local, attributes, scope, start, end);
    if (current === undefined) this.root = element;
    else {
      current.add(element);
      this.open.push(current);
    }
    this.enter(element);
    this.value = undefined;
  }

  endElement(): void {
    const current = this.current!;
    if (this.passed === 0) {
      this.value = current.local === 'value' ? current : undefined;
      const outer = this.open.pop();
      if (outer !== undefined) this.enter(outer);
      return;
    }
    if (--this.passed > 0) return;
    const { documentation, value } = this;
    if (documentation !== undefined) {
      current.documentation = joined(current.documentation, documentation);
      if (value !== undefined && value.documentation === '') value.documentation = documentation;
    }
    this.documentation = undefined;
    this.value = undefined;
  }

  text(value: string, start: number, end: number): void {
    if (this.passed > 0) {
      if (this.documentation !== undefined) this.documentation += value;
      else if (this.takesText) this.current!.text += value;
    } else if (this.takesText) this.current!.text += value;
    else if (!isBlank(value)) this.current!.misplace(start, end, true);
  }

  private enter(element: SchemaElement): void {
    this.current = element;
    this.takesText = forms[element.local]?.isText === true;
  }
}

function joined(before: string, text: string): string {
  return before === '' ? text : `${before} ${text}`;
}
