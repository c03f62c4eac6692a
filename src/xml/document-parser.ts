import { characterClasses, isPairAt, SPACE } from './characters.ts';
import { checkCharacters, readComment, readInstruction } from './constructs.ts';
import { ContentParser } from './content-parser.ts';
import { parseDoctype } from './doctype-parser.ts';
import type { Handler } from './events.ts';
import type { Reading } from './reading.ts';
import { nameEnd } from './references.ts';
import { hasXmlDeclaration, readXmlDeclaration } from './xml-declaration.ts';

/** Reads a whole document: XML declaration, prolog, root element, and what follows it (XML 1.0 §2.1, §2.8). */
export function parseDocument(reading: Reading, handler: Handler): void {
  const { text } = reading.source;
  const { size } = reading.limits;
  if (text.length > size) {
    const megabytes = (units: number) => Math.ceil(units / 1024 / 1024);
    reading.fail('file-too-large', 0, 0, { size: megabytes(text.length), limit: megabytes(size) });
  }
  const root = prolog(reading, handler, xmlDeclaration(reading));
  const rootEnd = new ContentParser(reading, handler).parse(root);
  epilog(reading, handler, rootEnd);
}

function xmlDeclaration(reading: Reading): number {
  const { text } = reading.source;
  if (!hasXmlDeclaration(text)) return 0;
  const declaration = readXmlDeclaration(text);
  if (declaration === undefined) {
    const end = text.indexOf('?>');
    reading.fail('malformed-xml-declaration', 0, end < 0 ? 5 : end + 2, {});
  }
  const { version, versionStart, versionEnd } = declaration;
  if (!/^1\.[0-9]+$/.test(version)) {
    reading.fail('unsupported-xml-version', versionStart, versionEnd, { version });
  }
  if (version === '1.1') {
    reading.isXml11 = true;
    reading.classes = characterClasses(true);
  }
  reading.isStandalone = declaration.isStandalone;
  return declaration.end;
}

/** Gives the offset of the `<` of the root element. */
function prolog(reading: Reading, handler: Handler, from: number): number {
  const { text } = reading.source;
  let hadDoctype = false;
  let pos = from;
  for (;;) {
    pos = misc(reading, handler, pos);
    if (pos >= text.length) {
      const place = text.trim() === '' ? 0 : pos;
      reading.fail('no-root-element', place, place, {});
    }
    if (text.startsWith('<!DOCTYPE', pos)) {
      if (hadDoctype) reading.fail('misplaced-doctype', pos, pos + 9, {});
      hadDoctype = true;
      const { name, publicId, systemId, end } = parseDoctype(reading, pos);
      handler.doctype?.(name, publicId, systemId, pos, end);
      pos = end;
    } else if (text.charCodeAt(pos) === 0x3c && !text.startsWith('<![CDATA[', pos)) {
      return pos;
    } else {
      failOutside(reading, 'text-before-root', pos);
    }
  }
}

function epilog(reading: Reading, handler: Handler, from: number): void {
  const { text } = reading.source;
  const pos = misc(reading, handler, from);
  if (pos >= text.length) return;
  if (text.startsWith('<!DOCTYPE', pos)) reading.fail('misplaced-doctype', pos, pos + 9, {});
  if (text.startsWith('</', pos)) {
    const end = nameEnd(text, pos + 2, text.length, reading.classes);
    reading.fail('stray-end-tag', pos, end, { name: text.slice(pos + 2, end) });
  }
  if (text.charCodeAt(pos) === 0x3c) {
    const end = nameEnd(text, pos + 1, text.length, reading.classes);
    if (end > pos + 1) reading.fail('second-root', pos, end, { name: text.slice(pos + 1, end) });
  }
  failOutside(reading, 'text-after-root', pos);
}

/** White space, comments and processing instructions; gives the offset behind them. */
function misc(reading: Reading, handler: Handler, from: number): number {
  const { classes } = reading;
  const { text } = reading.source;
  let pos = from;
  for (;;) {
    while (pos < text.length && (classes[text.charCodeAt(pos)]! & SPACE) !== 0) pos++;
    if (text.startsWith('<!--', pos)) pos = readComment(reading, text, pos, handler);
    else if (text.startsWith('<?', pos)) pos = readInstruction(reading, text, pos, handler);
    else return pos;
  }
}

function failOutside(reading: Reading, code: 'text-before-root' | 'text-after-root', pos: number): never {
  const { text } = reading.source;
  const isPair = isPairAt(text, pos);
  checkCharacters(reading, text, pos, pos + (isPair ? 2 : 1));
  const markup = text.indexOf('<', pos + 1);
  const stretch = text.slice(pos, Math.min(markup < 0 ? text.length : markup, pos + 200)).trimEnd();
  reading.fail(code, pos, pos + stretch.length, {});
}
