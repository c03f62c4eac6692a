import type { Attribute } from '../xml/events.ts';
import type { Source } from '../xml/source.ts';

/** One white-space separated word of an attribute's value, with its span in the source. */
export interface Token {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The words of an attribute. Where a reference in the source makes value and source differ, a word has the span of the source's word of the same number, or else that of the whole value. */
export function tokensOf(attribute: Attribute, source: Source): Token[] {
  const { value, valueStart, valueEnd } = attribute;
  if (attribute.isDefault) return words(value).map((word) => ({ ...word, start: valueStart, end: valueEnd }));
  const found = words(value);
  const written = source.text.slice(valueStart, valueEnd);
  const there = written.length === value.length ? found : words(written);
  return found.map((word, i) => {
    const span = there.length === found.length ? there[i]! : { start: 0, end: written.length };
    return { value: word.value, start: valueStart + span.start, end: valueStart + span.end };
  });
}

function words(text: string): Token[] {
  const found: Token[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32;
    if (code === 32 || code === 9 || code === 10 || code === 13) {
      if (start >= 0) found.push({ value: text.slice(start, i), start, end: i });
      start = -1;
    } else if (start < 0) start = i;
  }
  return found;
}
