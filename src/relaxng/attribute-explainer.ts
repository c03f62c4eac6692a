import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Attribute } from '../xml/events.ts';
import type { Source } from '../xml/source.ts';
import { type AttributeFault, attributesIn } from './attribute-faults.ts';
import type { Automaton } from './automaton.ts';
import { briefly } from './briefly.ts';
import type { ValueContext } from './datatypes/datatype.ts';
import { itemsOf } from './datatypes/white-space.ts';
import { attributesExpected, inWords, listed } from './expectations.ts';
import { meantValue } from './meant-value.ts';
import { contains } from './name-class.ts';
import type { Declaration, Pattern } from './pattern.ts';
import { matchesString } from './string-match.ts';
import { valuesExpected } from './value-words.ts';

const noContext: ValueContext = { lookup: () => undefined };

/** Says what is wrong with attributes and values. */
export class AttributeExplainer {
  private readonly automaton: Automaton;
  private readonly source: Source;
  private readonly report: Report;

  constructor(automaton: Automaton, source: Source, report: Report) {
    this.automaton = automaton;
    this.source = source;
    this.report = report;
  }

  explain(
    element: string,
    tag: Place,
    declaration: Declaration,
    faults: readonly AttributeFault[],
    attributes: readonly Attribute[],
    context: ValueContext = noContext,
  ): void {
    const meant = new Set<string>();
    for (const fault of faults) {
      if (fault.kind === 'missing') this.missing(element, tag, fault, meant);
      else if (fault.kind === 'invalid') {
        const { attribute, value, pattern } = fault;
        const place = attribute.isDefault ? tag : this.source.place(attribute.valueStart, attribute.valueEnd);
        const documentation = this.automaton.documentation(pattern.documentation);
        this.value(
          'attribute-invalid',
          writtenName(attribute),
          attribute.value,
          value,
          place,
          context,
          documentation,
        );
      } else this.unknown(element, tag, declaration, fault, attributes, meant);
    }
  }

  private unknown(
    element: string,
    tag: Place,
    declaration: Declaration,
    { kind, attribute }: Extract<AttributeFault, { attribute: Attribute }>,
    attributes: readonly Attribute[],
    meant: Set<string>,
  ): void {
    const name = writtenName(attribute);
    const isPresent = (pattern: Pattern) =>
      attributes.some((each) => contains(pattern.nameClass!, each.name.namespace, each.name.local));
    const absent = attributesIn(declaration.content).filter((each) => !isPresent(each));
    const expected = attributesExpected(this.automaton, absent, name);
    const [near] = didYouMean(
      name,
      expected.map((each) => each.name),
    );
    if (near !== undefined) meant.add(near);
    const where = kind === 'excluded' ? ' beside the attributes that it has' : '';
    const place = attribute.isDefault
      ? tag
      : this.source.place(attribute.start, attribute.start + name.length);
    const more = { expected, ...(near === undefined ? {} : { help: `Did you mean “${near}”?` }) };
    this.report(diagnostic('attribute-not-allowed', place, { element, name, where }, more));
  }

  /** A misspelt attribute is not missing as well. */
  private missing(
    element: string,
    tag: Place,
    { missing, oneIsEnough }: Extract<AttributeFault, { kind: 'missing' }>,
    meant: ReadonlySet<string>,
  ): void {
    const all = attributesExpected(this.automaton, missing);
    const expected = all.filter((each) => !meant.has(each.name));
    if (expected.length === 0 || (oneIsEnough && expected.length < all.length)) return;
    const [only] = expected;
    const names = expected.map((each) => `“${each.name}”`);
    const words =
      expected.length === 1
        ? `the attribute ${names[0]}`
        : oneIsEnough
          ? `an attribute: ${listed(expected)}`
          : `the attributes ${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    const more = {
      expected,
      ...(expected.length > 1 || only!.documentation === undefined
        ? {}
        : { help: `“${only!.name}”: ${briefly(only!.documentation)}` }),
    };
    this.report(diagnostic('attribute-missing', tag, { element, missing: words }, more));
  }

  /** A value that is not of its datatype, or not one of those listed. */
  value(
    code: 'attribute-invalid' | 'content-invalid',
    name: string,
    value: string,
    pattern: Pattern,
    place: Place,
    context: ValueContext,
    documentation: string | undefined,
  ): void {
    const expected = valuesExpected(this.automaton, [pattern]);
    const { patterns } = this.automaton;
    const isRight = (text: string) => matchesString(patterns, pattern, text, context);
    const listItems = pattern.kind === 'list' ? itemsOf(value) : [];
    const wrong = listItems.length > 1 ? listItems.find((each) => !isRight(each)) : undefined;
    const found = wrong ?? value;
    const values = expected.filter((each) => !each.name.includes(' ')).map((each) => each.name);
    const near = meantValue(found, values, isRight);
    const help =
      near !== undefined
        ? `Did you mean “${near}”?`
        : documentation === undefined
          ? undefined
          : `“${name}”: ${briefly(documentation)}`;
    const words = inWords(expected, 'it must be empty');
    const holes = {
      name,
      value:
        found.trim() === ''
          ? code === 'content-invalid'
            ? 'Nothing'
            : 'An empty value'
          : `“${shortened(found)}”`,
      expected:
        pattern.kind === 'list' ? `${words}${listItems.length > 1 ? ', separated by spaces' : ''}` : words,
    };
    this.report(diagnostic(code, place, holes, { expected, ...(help === undefined ? {} : { help }) }));
  }
}

function writtenName({ name }: Attribute): string {
  return name.prefix === '' ? name.local : `${name.prefix}:${name.local}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
