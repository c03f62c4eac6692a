/** Whether a string holds nothing but XML white space. */
export function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 9 && code !== 13) return false;
  }
  return true;
}

/** Every white-space character becomes a space (XML Schema 2 §4.3.6). */
export function replaced(text: string): string {
  return /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]/g, ' ') : text;
}

/** White space at the ends is dropped, other runs become one space (XML Schema 2 §4.3.6). */
export function collapsed(text: string): string {
  for (let i = 0, last = 32; ; i++) {
    if (i === text.length) {
      if (last !== 32 || i === 0) return text;
      break;
    }
    const code = text.charCodeAt(i);
    if (code === 10 || code === 9 || code === 13 || (code === 32 && last === 32)) break;
    last = code;
  }
  return text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
}

/** The items of a list value. */
export function itemsOf(text: string): string[] {
  const whole = collapsed(text);
  return whole === '' ? [] : whole.split(' ');
}
