import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** `{ "version": 1, "diagnostics": […] }`: the stable form for other programs. */
export function formatJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ version: 1, diagnostics }, null, 2)}\n`;
}
