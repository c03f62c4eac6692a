import type { Cursor } from './cursor.ts';

/** Checks what an `<!ELEMENT>` says of its content (XML 1.0 productions 46–51). Groups may nest as deep as they like. */
export function readContentModel(cursor: Cursor): void {
  if (cursor.take('EMPTY') || cursor.take('ANY')) return;
  cursor.need('(');
  cursor.skipSpace();
  if (cursor.take('#PCDATA')) mixed(cursor);
  else children(cursor);
}

function mixed(cursor: Cursor): void {
  cursor.skipSpace();
  let names = 0;
  while (cursor.take('|')) {
    cursor.skipSpace();
    cursor.name();
    cursor.skipSpace();
    names++;
  }
  cursor.need(')');
  if (names > 0) cursor.need('*');
  else cursor.take('*');
}

/** From after the first `(`: the separator of each open group is `,` or `|` once it is seen. */
function children(cursor: Cursor): void {
  const separators: ('' | ',' | '|')[] = [''];
  while (separators.length > 0) {
    cursor.skipSpace();
    if (cursor.take('(')) {
      separators.push('');
      continue;
    }
    cursor.name();
    occurrence(cursor);
    cursor.skipSpace();
    while (separators.length > 0 && cursor.take(')')) {
      separators.pop();
      occurrence(cursor);
      if (separators.length > 0) cursor.skipSpace();
    }
    if (separators.length === 0) return;
    const separator = separators.at(-1)!;
    if (separator !== '|' && cursor.take(',')) separators[separators.length - 1] = ',';
    else if (separator !== ',' && cursor.take('|')) separators[separators.length - 1] = '|';
    else cursor.fail(separator === '' ? 'a comma, | or )' : `${separator} or )`);
  }
}

function occurrence(cursor: Cursor): void {
  if (!cursor.take('?') && !cursor.take('*')) cursor.take('+');
}
