import { plainText, text } from '../inlines.ts';
import type { Inline } from '../print-document.ts';

/** A word with the blanks or the dash behind it, or one character of a script that is written without blanks, with the closing signs that keep to it. */
const piece =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{M}\u3001\u3002\u30FB\u30FC\uFF0C\uFF0E\uFF1A\uFF1B\uFF01\uFF1F\p{Pe}\p{Pf}]*\s*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u2013\u2014])\S)*(?:[\u2013\u2014]+|(?![\u2013\u2014])\s*)|\s+/gu;
const mayPart = /[\s\u2013\u2014]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{M}\p{P}]*$/u;

/** Splits inlines where a line may begin: each piece is one word with the blanks that follow it, inside the same styles. */
export function pieces(inlines: readonly Inline[]): Inline[][] {
  const out: Inline[][] = [];
  const put = (inline: Inline) => {
    const last = out.at(-1);
    if (last !== undefined && !mayPart.test(plainText(last))) last.push(inline);
    else out.push([inline]);
  };
  for (const inline of inlines) {
    if (inline.kind === 'text')
      for (const [word] of inline.text.matchAll(piece)) {
        if (word !== '') put(text(word));
      }
    else if ('content' in inline)
      for (const each of pieces(inline.content)) put({ ...inline, content: each } as Inline);
    else put(inline);
  }
  return out;
}
