import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** GitHub's workflow commands: each diagnostic becomes an annotation at its line. */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((each) => `${command(each)}\n`).join('');
}

function command({ severity, place, code, message, help }: Diagnostic): string {
  const level = severity === 'info' ? 'notice' : severity;
  const oneLine = place.line === place.endLine;
  const properties = {
    file: place.path,
    line: place.line,
    endLine: place.endLine,
    ...(oneLine ? { col: place.column, endColumn: Math.max(place.endColumn, place.column) } : {}),
    title: code,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escapeData(help === undefined ? message : `${message} ${help}`)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
