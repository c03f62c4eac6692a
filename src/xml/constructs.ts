import { characterName, illegalIn, isReferable, SPACE, withLineFeeds } from './characters.ts';
import type { Handler } from './events.ts';
import type { Reading } from './reading.ts';
import { nameEnd } from './references.ts';

/** Reads the comment whose `<!--` is at `start` and tells the handler; gives the offset behind it (XML 1.0 §2.5). */
export function readComment(reading: Reading, text: string, start: number, handler?: Handler): number {
  const dataEnd = text.indexOf('--', start + 4);
  if (dataEnd < 0) reading.fail('unclosed-construct', start, text.length, { what: 'comment', close: '-->' });
  checkCharacters(reading, text, start + 4, dataEnd);
  if (text.charCodeAt(dataEnd + 2) !== 0x3e) {
    reading.fail('double-hyphen-in-comment', dataEnd, dataEnd + 2, {});
  }
  const end = dataEnd + 3;
  if (handler?.comment !== undefined) {
    const data = lineFeeds(reading, text.slice(start + 4, dataEnd));
    const { origin } = reading;
    if (origin === undefined) handler.comment(data, start, end);
    else handler.comment(data, origin.start, origin.end);
  }
  return end;
}

/** Reads the processing instruction whose `<?` is at `start` and tells the handler; gives the offset behind it (XML 1.0 §2.6). */
export function readInstruction(reading: Reading, text: string, start: number, handler?: Handler): number {
  const { classes, origin } = reading;
  const targetEnd = nameEnd(text, start + 2, text.length, classes);
  if (targetEnd === start + 2) reading.fail('malformed-markup', start, start + 2, {});
  const target = text.slice(start + 2, targetEnd);
  if (target.includes(':')) {
    const what = 'a processing instruction';
    reading.fail('colon-in-name', start + 2, targetEnd, { what, name: target });
  }
  if (target === 'xml') reading.fail('misplaced-xml-declaration', start, targetEnd, {});
  if (target.toLowerCase() === 'xml') reading.fail('reserved-target', start + 2, targetEnd, { target });
  const dataEnd = text.indexOf('?>', targetEnd);
  if (dataEnd < 0) {
    reading.fail('unclosed-construct', start, text.length, { what: 'processing instruction', close: '?>' });
  }
  checkCharacters(reading, text, targetEnd, dataEnd);
  let dataStart = targetEnd;
  while (dataStart < dataEnd && (classes[text.charCodeAt(dataStart)]! & SPACE) !== 0) dataStart++;
  if (dataStart === targetEnd && dataEnd > targetEnd) {
    reading.fail('malformed-markup', start, targetEnd + 1, {});
  }
  const end = dataEnd + 2;
  if (handler?.processingInstruction !== undefined) {
    const data = lineFeeds(reading, text.slice(dataStart, dataEnd));
    if (origin === undefined) handler.processingInstruction(target, data, start, end);
    else handler.processingInstruction(target, data, origin.start, origin.end);
  }
  return end;
}

/** Reads the CDATA section whose `<![CDATA[` is at `start` and tells the handler its text; gives the offset behind it (XML 1.0 §2.7). */
export function readCdata(reading: Reading, text: string, start: number, handler: Handler): number {
  const dataStart = start + '<![CDATA['.length;
  const dataEnd = text.indexOf(']]>', dataStart);
  if (dataEnd < 0) {
    reading.fail('unclosed-construct', start, text.length, { what: 'CDATA section', close: ']]>' });
  }
  checkCharacters(reading, text, dataStart, dataEnd);
  const end = dataEnd + 3;
  if (dataEnd > dataStart && handler.text !== undefined) {
    const data = lineFeeds(reading, text.slice(dataStart, dataEnd));
    const { origin } = reading;
    if (origin === undefined) handler.text(data, start, end);
    else handler.text(data, origin.start, origin.end);
  }
  return end;
}

/** Fails at the first character of a stretch that no document may hold. */
export function checkCharacters(reading: Reading, text: string, start: number, end: number): void {
  let wrong = illegalIn(text, start, end, reading.classes);
  // What an entity yields may hold characters that XML 1.1 lets a document have as references only (XML 1.1 §2.2).
  while (wrong >= 0 && reading.origin !== undefined && isReferable(text.charCodeAt(wrong), reading.isXml11)) {
    wrong = illegalIn(text, wrong + 1, end, reading.classes);
  }
  if (wrong >= 0) {
    reading.fail('illegal-character', wrong, wrong + 1, { character: characterName(text.charCodeAt(wrong)) });
  }
}

/** In replacement text, line ends are normalised already, and a carriage return came from a reference. */
function lineFeeds(reading: Reading, text: string): string {
  return reading.origin === undefined ? withLineFeeds(text, reading.isXml11) : text;
}
