import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatGithub } from './formats/github.ts';
import { formatJson } from './formats/json.ts';
import { formatSarif } from './formats/sarif.ts';
import { formatText } from './formats/text.ts';
import { version } from './version.ts';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

/** Writes diagnostics to standard output in the form asked for. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  textOf: (path: string) => string | undefined,
): void {
  process.stdout.write(formatted(diagnostics, format, textOf));
}

function formatted(
  diagnostics: readonly Diagnostic[],
  format: Format,
  textOf: (path: string) => string | undefined,
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
        color: hasColor(),
        width: process.stdout.columns ?? 80,
      });
      return text === '' ? '' : `${text}\n`;
    }
  }
}

function hasColor(): boolean {
  if (process.env.NO_COLOR) return false;
  return process.stdout.isTTY === true && process.env.TERM !== 'dumb';
}
