import type { Report } from '../diagnostics/diagnostic.ts';
import { parseDocument } from './document-parser.ts';
import type { Handler } from './events.ts';
import type { Limits } from './limits.ts';
import { Reading } from './reading.ts';
import type { Source } from './source.ts';

export interface ParseOptions {
  readonly limits?: Partial<Limits>;
}

/** Reads a document from start to end and tells the handler what it says; true when it is well-formed (XML 1.0 or 1.1, Namespaces in XML). After the first fatal fault, which is reported, nothing more is told. */
export function parseEvents(
  source: Source,
  handler: Handler,
  report: Report,
  options: ParseOptions = {},
): boolean {
  const reading = new Reading(source, report, options.limits ?? {});
  return reading.run(() => parseDocument(reading, handler));
}
