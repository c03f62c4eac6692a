/** A stretch of a file as it is written. References are tokens of their own only in text; a tag is one token with all its attributes. */
export interface Token {
  readonly kind:
    | 'xmlDeclaration'
    | 'doctype'
    | 'startTag'
    | 'emptyTag'
    | 'endTag'
    | 'text'
    | 'reference'
    | 'cdata'
    | 'comment'
    | 'processingInstruction';
  readonly start: number;
  readonly end: number;
}

/** The tokens of a text, which tile it: each begins where the one before ends, so their texts together are the file. What is not well-formed is tiled too: markup that never ends is text. */
export function* tokens(text: string): Generator<Token, void> {
  const absent = new Set<string>();
  let start = 0;
  while (start < text.length) {
    const token = tokenAt(text, start, absent);
    yield token;
    start = token.end;
  }
}

/** `absent`: closing marks that are known not to come any more, so that broken text costs no second search. */
function tokenAt(text: string, start: number, absent: Set<string>): Token {
  const code = text.charCodeAt(start);
  if (code === 0x26) {
    const end = referenceEnd(text, start);
    if (end > 0) return { kind: 'reference', start, end };
  } else if (code === 0x3c) {
    const [kind, end] = markupAt(text, start, absent);
    if (end > 0) return { kind, start, end };
  }
  return { kind: 'text', start, end: textEnd(text, start + 1) };
}

function textEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x3c || code === 0x26) return i;
  }
  return text.length;
}

const reference = /&(?:[^\s&<;]{1,1000});/y;

function referenceEnd(text: string, start: number): number {
  reference.lastIndex = start;
  return reference.test(text) ? reference.lastIndex : 0;
}

/** The kind of the markup at a `<`, and its end; 0 where it has none. */
function markupAt(text: string, start: number, absent: Set<string>): [kind: Token['kind'], end: number] {
  const behind = (close: string, from: number) => {
    const found = absent.has(close) ? -1 : text.indexOf(close, from);
    if (found < 0) absent.add(close);
    return found < 0 ? 0 : found + close.length;
  };
  if (text.startsWith('<?', start)) {
    const isDeclaration = start === 0 && /^<\?xml[ \t\r\n]/.test(text);
    return [isDeclaration ? 'xmlDeclaration' : 'processingInstruction', behind('?>', start + 2)];
  }
  if (text.startsWith('<!--', start)) return ['comment', behind('-->', start + 4)];
  if (text.startsWith('<![CDATA[', start)) return ['cdata', behind(']]>', start + 9)];
  if (text.startsWith('<!DOCTYPE', start)) {
    const end = absent.has('doctype') ? 0 : doctypeEnd(text, start);
    if (end === 0) absent.add('doctype');
    return ['doctype', end];
  }
  if (text.startsWith('</', start)) return ['endTag', behind('>', start)];
  const end = tagEnd(text, start + 1);
  return [text.charCodeAt(end - 2) === 0x2f ? 'emptyTag' : 'startTag', end];
}

function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) {
      return i + 1;
    } else if (code === 0x22 || code === 0x27) {
      quote = code;
    } else if (code === 0x3c) {
      return 0;
    }
  }
  return 0;
}

const doctypePiece = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|[^"'<>[\]]+|[<>[\]]/y;

function doctypeEnd(text: string, start: number): number {
  let isInSubset = false;
  doctypePiece.lastIndex = start + 1;
  for (;;) {
    const piece = doctypePiece.exec(text)?.[0];
    if (piece === undefined) return 0;
    if (piece === '[') isInSubset = true;
    else if (piece === ']') isInSubset = false;
    else if (piece === '>' && !isInSubset) return doctypePiece.lastIndex;
  }
}
