import type { Expected } from '../diagnostics/diagnostic.ts';
import { parseEvents } from '../xml/parse-events.ts';
import { Source } from '../xml/source.ts';
import { attributesIn } from './attribute-faults.ts';
import { attributesExpected, expectedOf } from './expectations.ts';
import { contains } from './name-class.ts';
import type { Declaration } from './pattern.ts';
import type { Validation } from './validation.ts';
import type { Validator } from './validator.ts';
import { valuesExpected } from './value-words.ts';

/** What may stand at a place of a document, with what the schema says of each. */
export interface ExpectedAt {
  /** What is being written there. */
  readonly context: 'content' | 'element name' | 'attribute name' | 'attribute value' | 'nothing';
  readonly expected: readonly Expected[];
}

const nothing: ExpectedAt = { context: 'nothing', expected: [] };

/** Answers what may stand at an offset, also in a document that is still being written: only what stands before counts, and it need not be valid. */
export function expectedAt(validator: Validator, source: Source, offset: number): ExpectedAt {
  const before = source.text.slice(0, offset);
  const opening = openTag(before);
  if (opening === 'inert') return nothing;
  const start = opening?.start ?? offset;
  const validation = upTo(validator, source, start);
  if (opening === undefined)
    return { context: 'content', expected: contentOf(validator, validation, before) };
  if (opening.kind === 'end tag') return nothing;
  if (opening.name === undefined)
    return {
      context: 'element name',
      expected: contentOf(validator, validation, before).filter((each) => each.kind === 'element'),
    };
  const declarations = candidatesOf(validator, source, start, opening.name, validation);
  const { automaton } = validator;
  const attributes = declarations.flatMap((each) => attributesIn(each.content));
  const named = (written: string) => {
    const [prefix, local] = written.includes(':') ? written.split(':', 2) : ['', written];
    const namespace =
      prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : (bindings(before).get(prefix!) ?? '');
    return (each: (typeof attributes)[0]) =>
      contains(each.nameClass!, prefix === '' ? '' : namespace, local!);
  };
  if (opening.attribute !== undefined) {
    const values = attributes.filter(named(opening.attribute)).map((each) => each.items[0]!);
    return { context: 'attribute value', expected: valuesExpected(automaton, values) };
  }
  const absent = attributes.filter((each) => !opening.present.some((one) => named(one)(each)));
  const found = new Map(attributesExpected(automaton, absent).map((each) => [each.name, each]));
  return { context: 'attribute name', expected: [...found.values()] };
}

/** Reads the document up to a point; what is wrong or not closed is no matter here. */
function upTo(validator: Validator, source: Source, end: number): Validation {
  const part = new Source(source.path, source.text.slice(0, end));
  const validation = validator.start(part, () => {});
  parseEvents(part, validation, () => {});
  return validation;
}

function contentOf(validator: Validator, validation: Validation, before: string): Expected[] {
  const found = new Map<string, Expected>();
  for (const state of validation.states) {
    for (const each of expectedOf(validator.automaton, state, validation.usesSoFar))
      found.set(`${each.kind} ${each.namespace} ${each.name}`, each);
    const open = openElement(before);
    if (state.isNullable && open !== undefined) found.set('end', { kind: 'end', name: `</${open}>` });
  }
  return [...found.values()];
}

/** What an element that is being written may be: its start tag is tried as it is so far. */
function candidatesOf(
  validator: Validator,
  source: Source,
  start: number,
  written: string,
  validation: Validation,
): readonly Declaration[] {
  const scope = bindings(source.text.slice(0, start));
  const declared = bindings(source.text.slice(start).split('>', 1)[0]!);
  const [prefix, local] = written.includes(':') ? (written.split(':', 2) as [string, string]) : ['', written];
  const namespace = declared.get(prefix) ?? scope.get(prefix) ?? '';
  return validation.candidates(validator.automaton.name(namespace, local));
}

type Opening =
  | { readonly kind: 'end tag'; readonly start: number; readonly name?: undefined }
  | {
      readonly kind: 'start tag';
      readonly start: number;
      /** Undefined while the name itself is being written. */
      readonly name: string | undefined;
      readonly present: readonly string[];
      /** The attribute whose value is being written. */
      readonly attribute: string | undefined;
    };

/** The tag that is open at the end of a text; `inert` inside a comment, CDATA section, processing instruction or doctype. */
function openTag(before: string): Opening | 'inert' | undefined {
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
    ['<!DOCTYPE', '>'],
  ] as const) {
    const at = before.lastIndexOf(open);
    if (at >= 0 && before.indexOf(close, at + open.length) < 0) return 'inert';
  }
  const start = lastTagStart(before);
  if (start === undefined) return undefined;
  const tag = before.slice(start);
  if (tag.startsWith('</')) return { kind: 'end tag', start };
  const [, name = '', rest = ''] = /^<([^\s/>]*)([\s\S]*)$/.exec(tag)!;
  if (rest === '') return { kind: 'start tag', start, name: undefined, present: [], attribute: undefined };
  const present: string[] = [];
  let tail = rest;
  for (let found = attributeForm.exec(tail); found !== null; found = attributeForm.exec(tail)) {
    present.push(found[1]!);
    tail = tail.slice(found[0].length);
  }
  const attribute = /^\s*([^\s=]+)\s*=\s*["'][^"']*$/.exec(tail)?.[1];
  return { kind: 'start tag', start, name, present, attribute };
}

const attributeForm = /^\s*([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/;

/** Where the last tag begins that is not closed: a `>` inside a quoted value closes nothing. */
function lastTagStart(before: string): number | undefined {
  const start = before.lastIndexOf('<');
  if (start < 0) return undefined;
  const isClosed = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.test(before.slice(start));
  return isClosed ? undefined : start;
}

/** The prefixes that a text declares, the last winning. */
function bindings(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, prefix = '', , value] of text.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(["'])(.*?)\2/g))
    found.set(prefix, value!);
  return found;
}

/** The innermost element that is open at the end of a text. */
function openElement(before: string): string | undefined {
  const open: string[] = [];
  const tags =
    /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?:[^"'>]|"[^"]*"|'[^']*')*?(\/?)>/g;
  for (const [, slash, name, empty] of before.matchAll(tags)) {
    if (name === undefined) continue;
    if (slash === '/') open.pop();
    else if (empty !== '/') open.push(name);
  }
  return open.at(-1);
}
