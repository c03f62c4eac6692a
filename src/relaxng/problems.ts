import { type DiagnosticCode, diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { Origin } from './syntax.ts';

type Related = readonly { readonly message: string; readonly origin: Origin }[];

/** Stops the reading of a schema file after its fault was reported. */
export class UnreadableSchema extends Error {}

/** Collects the faults of a schema; the first hundred are reported. */
export class Problems {
  count = 0;
  private readonly report: Report;

  constructor(report: Report) {
    this.report = report;
  }

  /** Reports a fault of the schema at its place. */
  add<Code extends DiagnosticCode>(
    code: Code,
    origin: Origin,
    holes: Parameters<typeof diagnostic<Code>>[2],
    more: { related?: Related; help?: string } = {},
  ): void {
    this.count++;
    if (this.count <= 100) this.tell(code, origin, holes, more);
  }

  /** Reports what does not keep the schema from being used. */
  warn<Code extends DiagnosticCode>(
    code: Code,
    origin: Origin,
    holes: Parameters<typeof diagnostic<Code>>[2],
  ): void {
    this.tell(code, origin, holes, {});
  }

  private tell<Code extends DiagnosticCode>(
    code: Code,
    origin: Origin,
    holes: Parameters<typeof diagnostic<Code>>[2],
    more: { related?: Related; help?: string },
  ): void {
    const place = origin.source.place(origin.start, origin.end);
    const extra: Partial<Pick<Diagnostic, 'related' | 'help'>> = {};
    if (more.help !== undefined) Object.assign(extra, { help: more.help });
    if (more.related !== undefined) {
      const related = more.related.map((each) => ({
        message: each.message,
        place: each.origin.source.place(each.origin.start, each.origin.end),
      }));
      Object.assign(extra, { related });
    }
    this.report(diagnostic(code, place, holes, extra));
  }

  /** Passes on what another floor found wrong with a file of the schema. */
  readonly pass = (found: Diagnostic): void => {
    if (found.severity === 'error') this.count++;
    this.report(found);
  };
}
