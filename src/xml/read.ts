import type { Report } from '../diagnostics/diagnostic.ts';
import { decode } from './decode.ts';
import type { Handler } from './events.ts';
import { type ParseOptions, parseEvents } from './parse-events.ts';
import { parseTree } from './parse-tree.ts';
import type { Document } from './tree.ts';

/** Reads the bytes of a file as a tree; undefined, with the fault reported, when it is no well-formed XML. */
export function readTree(
  bytes: Uint8Array,
  path: string,
  report: Report,
  options: ParseOptions = {},
): Document | undefined {
  const source = decode(bytes, path, report, options.limits);
  return source && parseTree(source, report, options);
}

/** Reads the bytes of a file as events; true when it is well-formed XML. */
export function readEvents(
  bytes: Uint8Array,
  path: string,
  handler: Handler,
  report: Report,
  options: ParseOptions = {},
): boolean {
  const source = decode(bytes, path, report, options.limits);
  return source !== undefined && parseEvents(source, handler, report, options);
}
