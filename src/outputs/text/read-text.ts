import { type Call, type Holding, lettersOf, reach } from '../output.ts';

const headRule = /^={20}$/;
const footRule = /^-{20}$/;
const call = /\u2060\[[^\]]*\]/g;
const begins = [
  ['notes', /^ *\[([^\]]*)\](?: |$)/],
  ['entries', /^(\d+)\. /],
] as const;
/** Where a line may have been broken without a blank: after a hyphen, dash or slash, and among the letters of scripts that write without blanks. */
const unspaced = /(?:[-‐–—/]|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。、])$/u;

/** Reads a finished text back: the reading text between the rules with its calls, and the notes and entries after them, by their numbers. */
export function readText(document: string, content: string): Holding {
  const lines = content.split('\n');
  const begin = lines.findIndex((line) => headRule.test(line)) + 1;
  const rules = lines.flatMap((line, at) => (at >= begin && footRule.test(line) ? [at] : []));
  const words = { notes: new Map<string, string>(), entries: new Map<string, string>() };
  const held = { notes: [] as string[], entries: [] as string[] };
  let say = (_line: string) => {};
  for (const line of lines.slice(rules[0] ?? lines.length)) {
    for (const [kind, pattern] of begins) {
      const n = pattern.exec(line)?.[1];
      if (n === undefined) continue;
      held[kind].push(n);
      say = (more) => words[kind].set(n, `${words[kind].get(n) ?? ''} ${more}`.trim());
    }
    if (footRule.test(line)) say = () => {};
    say(line.replace(call, '').trim());
  }
  const body = lines.slice(begin, rules[0] ?? lines.length);
  const calls = callsIn(body.join('\n'));
  const around = [lines.slice(0, begin), lines.slice(rules[0] ?? lines.length)].flatMap((part) =>
    callsIn(part.join('\n')),
  );
  return {
    document,
    text: unwrap(body),
    ...held,
    words,
    calls: [...calls, ...around.map((each) => ({ ...each, after: undefined }))],
  };
}

function callsIn(text: string): Call[] {
  const found: Call[] = [];
  let letters = '';
  let end = 0;
  for (const { 0: mark, index } of text.matchAll(call)) {
    letters = (letters + lettersOf(text.slice(end, index))).slice(-reach);
    end = index + mark.length;
    found.push({ kind: 'notes', id: mark.slice(2, -1), after: letters });
  }
  return found;
}

function unwrap(lines: readonly string[]): string {
  const text: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    const indent = /^ */.exec(line)![0].length;
    const words = line.trim().replace(/ {2,}/g, '\t').replace(call, '').replace(/ {2,}/g, ' ');
    if (line.trim() === '') isOpen = false;
    else if (isOpen && (indent === 0 || indent > 4)) {
      const last = text[text.length - 1]!;
      text[text.length - 1] = unspaced.test(last) ? last + words : `${last} ${words}`;
    } else {
      text.push(words);
      isOpen = true;
    }
  }
  return text
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
