import type { Inline } from './print-document.ts';

/** A run without blanks and breaks at its ends, and with one blank between words, whatever marks stand among them. */
export const settleBlanks = (content: readonly Inline[]): Inline[] => sweep(sweep(content, false), true);

/** Goes through a run from one end: drops blanks behind a break or a blank, and breaks before the first word. */
function sweep(content: readonly Inline[], isFromEnd: boolean): Inline[] {
  const [near, far] = isFromEnd ? [/[ \t\r\n]+$/, /^[ \t\r\n]/] : [/^[ \t\r\n]+/, /[ \t\r\n]$/];
  let isBehindBlank = true;
  let hasWords = false;
  const word = () => {
    hasWords = true;
    isBehindBlank = false;
  };
  const visit = (list: readonly Inline[]): Inline[] => {
    const out = (isFromEnd ? [...list].reverse() : list).flatMap(settled);
    return isFromEnd ? out.reverse() : out;
  };
  const settled = (inline: Inline): Inline[] => {
    if (inline.kind === 'text') {
      const text = isBehindBlank ? inline.text.replace(near, '') : inline.text;
      if (text === '') return [];
      if (text.trim() !== '') word();
      isBehindBlank = far.test(text);
      return [{ ...inline, text }];
    }
    if (inline.kind === 'break') {
      // Before the first word or after the last it would leave an empty line.
      if (!hasWords) return [];
      isBehindBlank = true;
      return [inline];
    }
    if (inline.kind === 'note' && inline.isCalledInNote !== true) word();
    if (!('content' in inline)) return [inline];
    const says = inline.kind === 'reference' && inline.shows !== 'content';
    if (says && isFromEnd) word();
    const inner = visit(inline.content);
    if (says) word();
    return [{ ...inline, content: inner }];
  };
  return visit(content);
}
