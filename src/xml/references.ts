import {
  characterName,
  isNamePairAt,
  isPairAt,
  isReferable,
  LEGAL,
  NAME,
  NAME_START,
  SPACE,
} from './characters.ts';
import type { Entity } from './doctype.ts';
import { foreignEntity } from './foreign-entities.ts';
import type { Reading } from './reading.ts';

/** What `&…;` stands for: characters, or a declared entity whose replacement text has yet to be read. */
export interface Reference {
  readonly value: string;
  readonly entity: Entity | undefined;
  readonly end: number;
}

const predefined = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['apos', "'"],
  ['quot', '"'],
]);

/** The end of the name that starts at `start`; `start` itself where none does. */
export function nameEnd(text: string, start: number, end: number, classes: Uint8Array): number {
  let i = start;
  let bit = NAME_START;
  while (i < end) {
    if ((classes[text.charCodeAt(i)]! & bit) !== 0) i++;
    else if (isNamePairAt(text, i)) i += 2;
    else break;
    bit = NAME;
  }
  return i;
}

/** Reads the reference whose `&` is at `start` (XML 1.0 §4.1). */
export function readReference(reading: Reading, text: string, start: number, limit: number): Reference {
  if (text.charCodeAt(start + 1) === 0x23) return readCharacterReference(reading, text, start, limit);
  const end = nameEnd(text, start + 1, limit, reading.classes);
  if (end === start + 1) reading.fail('bare-ampersand', start, start + 1, {});
  const name = text.slice(start + 1, end);
  if (end >= limit || text.charCodeAt(end) !== 0x3b) failUnclosedReference(reading, start, end, name);
  const value = predefined.get(name);
  if (value !== undefined) return { value, entity: undefined, end: end + 1 };
  const entity = reading.entities.get(name);
  if (entity === undefined) {
    reading.fail('undefined-entity', start, end + 1, { name, way: foreignEntity(name) });
  }
  return { value: '', entity, end: end + 1 };
}

/** Fails at a `&name` without a semicolon. */
export function failUnclosedReference(reading: Reading, start: number, end: number, name: string): never {
  const isKnown = predefined.has(name) || reading.entities.has(name);
  const way = isKnown ? `&${name};` : `&amp;${name} where the character & is meant, else &${name};`;
  reading.fail('unclosed-reference', start, end, { name, way });
}

function readCharacterReference(reading: Reading, text: string, start: number, limit: number): Reference {
  const isHex = text.charCodeAt(start + 2) === 0x78;
  const first = start + (isHex ? 3 : 2);
  let i = first;
  let code = 0;
  for (; i < limit; i++) {
    const digit = digitOf(text.charCodeAt(i), isHex);
    if (digit < 0) break;
    code = Math.min(code * (isHex ? 16 : 10) + digit, 0x110000);
  }
  if (i === first || i >= limit || text.charCodeAt(i) !== 0x3b) {
    reading.fail('malformed-character-reference', start, i, {});
  }
  if (!isReferable(code, reading.isXml11)) {
    const whole = text.slice(start, i + 1);
    const reference = whole.length > 20 ? `${whole.slice(0, 19)}…` : whole;
    reading.fail('illegal-character-reference', start, i + 1, { reference });
  }
  return { value: String.fromCodePoint(code), entity: undefined, end: i + 1 };
}

function digitOf(code: number, isHex: boolean): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return isHex && letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

/** The value of an attribute from its literal: references resolved, white space as spaces (XML 1.0 §3.3.3, for type CDATA). */
export function attributeValue(reading: Reading, text: string, start: number, end: number): string {
  const { classes } = reading;
  const isReplacement = reading.origin !== undefined;
  let value = '';
  let from = start;
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === 0x26) {
      value += text.slice(from, i);
      const reference = readReference(reading, text, i, end);
      value +=
        reference.entity === undefined
          ? reference.value
          : expansion(reading, reference.entity, i, reference.end);
      i = from = reference.end;
    } else if (code === 0x3c) {
      reading.fail('less-than-in-attribute', i, i + 1, {});
    } else if ((classes[code]! & SPACE) !== 0 && !(isReplacement && code > 0x20)) {
      value += `${text.slice(from, i)} `;
      const next = text.charCodeAt(i + 1);
      if (code === 0x0d && !isReplacement && (next === 0x0a || (reading.isXml11 && next === 0x85))) i++;
      from = ++i;
    } else if ((classes[code]! & LEGAL) !== 0) {
      i++;
    } else if (isPairAt(text, i)) {
      i += 2;
    } else if (isReplacement && isReferable(code, reading.isXml11)) {
      i++;
    } else {
      reading.fail('illegal-character', i, i + 1, { character: characterName(code) });
    }
  }
  return value + text.slice(from, end);
}

function expansion(reading: Reading, entity: Entity, start: number, end: number): string {
  if (entity.systemId !== undefined)
    reading.fail('external-entity-refused', start, end, { name: entity.name, systemId: entity.systemId });
  reading.enter(entity, start, end);
  const value = attributeValue(reading, entity.text, 0, entity.text.length);
  reading.leave();
  return value;
}
