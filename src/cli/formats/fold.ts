import type { Diagnostic } from '../../diagnostics/diagnostic.ts';

/** So many of a kind are shown. */
const limit = 10;

/** Diagnostics of one kind that are counted and not shown. */
export interface Folded {
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  /** The words that they share; undefined where they differ in them. */
  readonly message: string | undefined;
  count: number;
  readonly files: Set<string>;
}

/** Parts what is shown from what has been said ten times before. Warnings are of one kind by their code; errors, each of which must be mended, only where their words are the same. */
export function fold(diagnostics: readonly Diagnostic[]): {
  readonly shown: readonly Diagnostic[];
  readonly folded: readonly Folded[];
} {
  const counts = new Map<string, number>();
  const folded = new Map<string, Folded>();
  const shown = diagnostics.filter(({ severity, code, message, place }) => {
    const own = severity === 'error' ? message : undefined;
    const key = `${severity} ${code} ${own ?? ''}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count <= limit) return true;
    const kind = folded.get(key) ?? { severity, code, message: own, count: 0, files: new Set() };
    kind.count++;
    kind.files.add(place.path);
    folded.set(key, kind);
    return false;
  });
  return { shown, folded: [...folded.values()] };
}
