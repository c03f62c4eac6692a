import { styleText } from 'node:util';
import stringWidth from 'string-width';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Place } from '../../diagnostics/place.ts';
import { type Folded, fold } from './fold.ts';

interface TextOptions {
  /** The text of a file, where it can be had, for the code frame. */
  readonly textOf: (path: string) => string | undefined;
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether what was said many times is said each time. */
  readonly showsAll?: boolean;
}

const paint = { error: 'red', warning: 'yellow', info: 'cyan' } as const;

/** Diagnostics for people: place, words, the line at fault with the span marked, a way out; what is left of kinds that came often; a count at the end. */
export function formatText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  const linesOf = rememberLines(options.textOf);
  const { shown, folded } = options.showsAll ? { shown: diagnostics, folded: [] } : fold(diagnostics);
  const blocks = shown.map((each) => block(each, linesOf, options));
  return [...blocks, remainder(folded, options), summary(diagnostics)]
    .filter((each) => each !== '')
    .join('\n');
}

function remainder(folded: readonly Folded[], { width, color }: TextOptions): string {
  if (folded.length === 0) return '';
  const lines = folded.flatMap(({ severity, code, message, count, files }) => {
    const word = severity === 'info' ? 'notice' : severity;
    const where = `in ${files.size} ${files.size === 1 ? 'file' : 'files'}`;
    const painted = color ? styleText(paint[severity], word, { validateStream: false }) : word;
    const [first, ...rest] = wrap(
      `${code} ${where}${message === undefined ? '' : `: ${message}`}`,
      width - 20,
    );
    return [
      `${String(count).padStart(7)} × ${painted}  ${first}`,
      ...rest.map((line) => ' '.repeat(12) + line),
    ];
  });
  return `${['Not shown, because ten of the kind are (--all shows them):', ...lines].join('\n')}\n`;
}

export function summary(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = diagnostics.filter((each) => each.severity === severity).length;
    const word = severity === 'info' ? 'notice' : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
  });
  return counts.join(', ');
}

function block(diagnostic: Diagnostic, linesOf: LinesOf, options: TextOptions): string {
  const { place, severity, code, message, help, related = [] } = diagnostic;
  const style = (format: Parameters<typeof styleText>[0], text: string) =>
    options.color ? styleText(format, text, { validateStream: false }) : text;
  const indent = '    ';
  const head = `${style('bold', `${place.path}:${place.line}:${place.column}`)}  ${style(paint[severity], severity)}  ${style('dim', code)}`;
  const body = wrap(message, options.width - indent.length).map((line) => indent + line);
  const frame = codeFrame(place, linesOf, options.width).map((line) => style('dim', line));
  const more = related.flatMap((each) =>
    wrap(
      `${each.message} ${each.place.path}:${each.place.line}:${each.place.column}`,
      options.width - indent.length,
    ).map((line) => indent + line),
  );
  const way =
    help === undefined
      ? []
      : wrap(help, options.width - indent.length).map((line) => indent + style('green', line));
  return `${[head, ...body, ...frame, ...more, ...way].join('\n')}\n`;
}

type LinesOf = (path: string) => readonly string[] | undefined;

function rememberLines(textOf: TextOptions['textOf']): LinesOf {
  const known = new Map<string, readonly string[] | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, textOf(path)?.split(/\r\n|\r|\n/));
    return known.get(path);
  };
}

/** The line at fault, cut to the width around the span, and a line that marks the span. */
function codeFrame(place: Place, linesOf: LinesOf, width: number): string[] {
  const line = linesOf(place.path)?.[place.line - 1];
  const isOfWholeFile = place.endLine === 1 && place.endColumn === 1;
  if (line === undefined || line.trim() === '' || isOfWholeFile) return [];
  const number = String(place.line).padStart(5);
  const room = Math.max(20, width - number.length - 3);
  const from = place.column - 1;
  const to = place.endLine === place.line ? Math.max(place.endColumn - 1, from + 1) : line.length;
  // A line of a megabyte need not be measured to know that it is too long.
  const isLong = line.length > 20 * room || stringWidth(expand(line)) > room;
  const start = isLong ? Math.max(0, Math.min(from - Math.floor(room / 3), line.length - room)) : 0;
  const visible = (begin: number, end: number) => expand(line.slice(begin, end));
  let shown = (start > 0 ? '…' : '') + visible(start, Math.min(line.length, start + 20 * room));
  while (stringWidth(shown) > room)
    shown = `${shown.slice(0, Math.max(0, shown.length - Math.max(2, stringWidth(shown) - room)))}…`;
  const lead = stringWidth((start > 0 ? '…' : '') + visible(start, from));
  const marked = Math.max(
    1,
    Math.min(stringWidth(visible(from, Math.min(to, from + 20 * room))), room - lead),
  );
  return [`${number} │ ${shown}`, `${' '.repeat(5)} │ ${' '.repeat(lead)}${'^'.repeat(marked)}`];
}

/** Tabs as two blanks; control characters, which a terminal would act on, as their pictures. */
function expand(text: string): string {
  return text
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u001f\u007f]/g, (control) =>
      control === '\u007f' ? '␡' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
    );
}

/** Breaks at blanks into lines of at most `width` columns; a longer word stands alone. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of expand(text.replaceAll('\n', '\u2028')).split('\u2028')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      if (line !== '' && stringWidth(line) + 1 + stringWidth(word) > width) {
        lines.push(line);
        line = word;
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines;
}
