import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PreparedDocument } from '../prepare/prepared-edition.ts';
import type { TransformResult } from '../xslt/transform.ts';

/** Reports what a stylesheet said of a document: each unsupported element once, at its first place. */
export function reportMessages(
  document: PreparedDocument | undefined,
  result: TransformResult,
  report: Report,
): void {
  for (const each of result.diagnostics) report(each);
  if (document === undefined) return;
  const unsupported = new Map<string, { i: number; count: number }>();
  for (const { code, i, name, text } of result.messages) {
    const place = document.placeOf(i ?? 0);
    if (code !== 'unsupported-element' || name === undefined) {
      report(diagnostic('stylesheet-message', place, { text }));
      continue;
    }
    const known = unsupported.get(name);
    if (known === undefined) unsupported.set(name, { i: i ?? 0, count: 1 });
    else known.count++;
  }
  for (const [name, { i, count }] of unsupported) {
    report(
      diagnostic('unsupported-element', document.placeOf(i), {
        name,
        times: count === 1 ? 'once' : `${count} times`,
      }),
    );
  }
}
