import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Expected, Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Attribute } from '../xml/events.ts';
import type { Name } from '../xml/name.ts';
import type { Source } from '../xml/source.ts';
import { AttributeExplainer } from './attribute-explainer.ts';
import type { AttributeFault } from './attribute-faults.ts';
import type { Automaton } from './automaton.ts';
import { briefly } from './briefly.ts';
import { expectedOf, inWords, listed } from './expectations.ts';
import { firstOf } from './first.ts';
import type { Frame } from './frame.ts';
import { namesOf } from './name-class.ts';
import type { Declaration, Pattern } from './pattern.ts';

/** So many further places stand with one message. */
const relatedLimit = 20;

/** Says what a document has against its schema: what was found, where, and what would be right there. */
export class Explainer {
  private readonly automaton: Automaton;
  private readonly source: Source;
  private readonly uses: readonly number[];
  private readonly report: Report;
  private readonly ofAttributes: AttributeExplainer;

  constructor(automaton: Automaton, source: Source, uses: readonly number[], report: Report) {
    this.automaton = automaton;
    this.source = source;
    this.uses = uses;
    this.report = report;
    this.ofAttributes = new AttributeExplainer(automaton, source, report);
  }

  /** `meant` is what the name is taken for. */
  unknownElement(parent: Frame, frame: Frame, state: Pattern, meant: Declaration | undefined): void {
    const { local } = frame.name;
    const expected = this.expected(state, local);
    const near =
      meant &&
      didYouMean(
        local,
        namesOf(meant.nameClass).map((each) => each.local),
      )[0];
    const words = inWords(expected, 'nothing more may stand here');
    const holes = { name: qualified(frame.name), where: near === undefined ? `; ${words}` : '' };
    const code = parent.name === undefined && near === undefined ? 'root-not-allowed' : 'element-unknown';
    const help = near === undefined ? this.spoken(expected) : `Did you mean “${near}”?`;
    const more = { expected, ...(help === undefined ? {} : { help }) };
    this.refuse(parent, frame, diagnostic(code, this.tag(frame), { ...holes, expected: words }, more));
  }

  wrongNamespace(frame: Frame, home: string): void {
    const name = (namespace: string) => (namespace === '' ? 'no namespace' : `the namespace ${namespace}`);
    const holes = {
      name: qualified(frame.name),
      found: name(frame.name.namespace),
      right: name(home),
      namespace: home,
    };
    const expected: Expected[] = [{ kind: 'element', name: frame.name.local, namespace: home }];
    this.report(diagnostic('element-wrong-namespace', this.tag(frame), holes, { expected }));
  }

  /** The schema has the element elsewhere. `wrappers` are elements around it that would make it right. */
  misplaced(parent: Frame, frame: Frame, state: Pattern, wrappers: readonly Declaration[]): void {
    const name = qualified(frame.name);
    const expected = this.expected(state, frame.name.local, wrappers);
    const words = inWords(expected, 'nothing more may stand here');
    if (parent.name === undefined) {
      const found = diagnostic('root-not-allowed', this.tag(frame), { name, expected: words }, { expected });
      this.refuse(parent, frame, found);
      return;
    }
    const around =
      wrappers.length > 0 && wrappers.length <= 3
        ? listed(expected.filter((each) => each.kind === 'element').slice(0, wrappers.length))
        : undefined;
    const help = around === undefined ? this.spoken(expected) : `It may stand here inside ${around}.`;
    const where = `here in “${qualified(parent.name)}”`;
    const more = { expected, ...(help === undefined ? {} : { help }) };
    const found = diagnostic('element-not-allowed', this.tag(frame), { name, where, expected: words }, more);
    this.refuse(parent, frame, found);
  }

  /** Whether the parent has refused a child of the name before; the new one is then told with the first. */
  refusesAgain(parent: Frame, frame: Frame): boolean {
    const known = parent.refused?.get(`${frame.name.namespace} ${frame.name.local}`);
    if (known === undefined) return false;
    if (known.others.length < relatedLimit) known.others.push(this.tag(frame));
    return true;
  }

  private refuse(parent: Frame, { name }: Frame, found: Diagnostic): void {
    parent.refused ??= new Map();
    parent.refused.set(`${name.namespace} ${name.local}`, { diagnostic: found, others: [] });
  }

  /** The element was thought to be missing, and comes after all. */
  late(parent: Frame, frame: Frame, before: Name): void {
    const where = `here in “${qualified(parent.name)}”`;
    const expected = `it must stand before “${qualified(before)}”`;
    this.report(
      diagnostic('element-not-allowed', this.tag(frame), { name: qualified(frame.name), where, expected }),
    );
  }

  /** Waits until the parent ends, because the element may come later. */
  missingBefore(parent: Frame, frame: Frame, state: Pattern, inserted: readonly Declaration[]): void {
    const expected = this.expected(state).filter((each) =>
      inserted.some((one) => namesOf(one.nameClass).some((name) => name.local === each.name)),
    );
    const where = ` before “${qualified(frame.name)}”`;
    if (parent.name === undefined) {
      this.misplaced(parent, frame, state, inserted);
      return;
    }
    const holes = { name: qualified(parent.name), missing: listed(expected), where };
    const related = [{ message: 'It must stand before this element', place: this.tag(frame) }];
    const help = this.spoken(expected);
    const more = { expected, related, ...(help === undefined ? {} : { help }) };
    parent.missing ??= [];
    parent.missing.push({
      declarations: inserted,
      before: frame.name,
      diagnostic: diagnostic('element-missing', this.tag(parent), holes, more),
    });
  }

  /** Reports what waited for the end of an element. */
  flush(frame: Frame): void {
    for (const each of frame.missing ?? []) this.report(each.diagnostic);
    frame.missing = undefined;
    for (const { diagnostic: found, others } of frame.refused?.values() ?? []) {
      const related = others.map((place) => ({ message: 'The same here', place }));
      this.report(related.length === 0 ? found : { ...found, related });
    }
    frame.refused = undefined;
  }

  text(
    frame: Frame,
    state: Pattern,
    wrappers: readonly Declaration[],
    value: string,
    start: number,
    end: number,
  ): void {
    const isAsWritten = value.length === end - start;
    const from = isAsWritten ? start + value.length - value.trimStart().length : start;
    const to = isAsWritten ? end - (value.length - value.trimEnd().length) : end;
    const expected = this.expected(state, '', wrappers);
    const holes = { parent: qualified(frame.name), expected: inWords(expected, 'it must be empty') };
    const around =
      wrappers.length === 0
        ? ''
        : listed(expected.filter((each) => each.kind === 'element').slice(0, Math.min(3, wrappers.length)));
    const help = around === '' ? this.spoken(expected) : `Put the text into ${around}.`;
    const more = { expected, ...(help === undefined ? {} : { help }) };
    this.report(diagnostic('text-not-allowed', this.source.place(from, to), holes, more));
  }

  /** The whole text of an element is not a value of its datatype. */
  content(frame: Frame, state: Pattern): void {
    const isAsWritten = frame.text.length === frame.textEnd - frame.textStart;
    const from = isAsWritten
      ? frame.textStart + frame.text.length - frame.text.trimStart().length
      : frame.textStart;
    const to = isAsWritten
      ? frame.textEnd - (frame.text.length - frame.text.trimEnd().length)
      : frame.textEnd;
    const name = qualified(frame.name);
    this.ofAttributes.value(
      'content-invalid',
      name,
      frame.text,
      state,
      this.source.place(from, to),
      frame.scope!,
      undefined,
    );
  }

  /** The element ends before all that it needs was there. */
  unfinished(frame: Frame, state: Pattern): void {
    const leaves = firstOf([state]);
    const expected = this.expected(state);
    const name = qualified(frame.name);
    const needsValue =
      leaves.length > 0 && leaves.every((each) => each.declaration === undefined && each.kind !== 'text');
    if (needsValue) {
      this.ofAttributes.value('content-invalid', name, '', state, this.tag(frame), frame.scope!, undefined);
      return;
    }
    const missing = expected.length === 0 ? 'something that its attributes rule out' : listed(expected);
    const help = this.spoken(expected);
    const more = { expected, ...(help === undefined ? {} : { help }) };
    this.report(diagnostic('element-missing', this.tag(frame), { name, missing, where: '' }, more));
  }

  attributes(
    frame: Frame,
    declaration: Declaration,
    faults: readonly AttributeFault[],
    attributes: readonly Attribute[],
  ): void {
    this.ofAttributes.explain(
      qualified(frame.name),
      this.tag(frame),
      declaration,
      faults,
      attributes,
      frame.scope,
    );
  }

  duplicateId(id: string, [start, end]: readonly [number, number], first: readonly [number, number]): void {
    const related = [{ message: 'It is used here first', place: this.source.place(...first) }];
    this.report(diagnostic('id-duplicate', this.source.place(start, end), { id }, { related }));
  }

  missingId(id: string, [start, end]: readonly [number, number], ids: Iterable<string>): void {
    const [near] = didYouMean(id, ids);
    const more = near === undefined ? {} : { help: `Did you mean “${near}”?` };
    this.report(diagnostic('id-without-element', this.source.place(start, end), { id }, more));
  }

  private expected(state: Pattern, found = '', preferred: readonly Declaration[] = []): Expected[] {
    return expectedOf(this.automaton, state, this.uses, found, preferred);
  }

  private tag(frame: Frame) {
    return this.source.place(frame.start, frame.end);
  }

  /** What the schema says of the one thing that is expected. */
  private spoken(expected: readonly Expected[]): string | undefined {
    const [only] = expected;
    if (expected.length !== 1 || only?.documentation === undefined) return undefined;
    return `“${only.name}”: ${briefly(only.documentation)}`;
  }
}

function qualified({ prefix, local }: Name): string {
  return prefix === '' ? local : `${prefix}:${local}`;
}
