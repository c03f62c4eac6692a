import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import { version } from './version.ts';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** Writes diagnostics in the form asked for; the text form counts what comes often unless it `showsAll`. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  textOf: (path: string) => string | undefined,
  stream: NodeJS.WriteStream,
  showsAll: boolean,
): void {
  stream.write(formatted(diagnostics, format, textOf, stream, showsAll));
}

function formatted(
  diagnostics: readonly Diagnostic[],
  format: Format,
  textOf: (path: string) => string | undefined,
  stream: NodeJS.WriteStream,
  showsAll: boolean,
): string {
  switch (format) {
    case 'json':
      return formatJson(diagnostics);
    case 'sarif':
      return formatSarif(diagnostics, version());
    case 'github':
      return formatGithub(diagnostics);
    case 'text': {
      const text = formatText(diagnostics, {
        textOf,
        color: hasColor(stream),
        width: process.stdout.columns ?? 80,
        showsAll,
      });
      return text === '' ? '' : `${text}\n`;
    }
  }
}

function hasColor(stream: NodeJS.WriteStream): boolean {
  if (process.env.NO_COLOR) return false;
  return stream.isTTY === true && process.env.TERM !== 'dumb';
}
