import { type DiagnosticCode, diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';
import { characterClasses } from './characters.ts';
import type { Entity } from './doctype.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { looksLikeHtml } from './looks-like.ts';
import { NameTable } from './name-table.ts';
import type { Source } from './source.ts';

/** The entity whose replacement text is being read, and the reference in the document that led there. */
export interface Origin {
  readonly entity: Entity;
  readonly start: number;
  readonly end: number;
  readonly outer: Origin | undefined;
  readonly depth: number;
}

type Holes<Code extends DiagnosticCode> = Parameters<typeof diagnostic<Code>>[2];
type Related = NonNullable<Diagnostic['related']>;

/** Thrown to leave a parse after its fault was reported; never leaves this floor. */
const stopped = Symbol('stopped');

/** The state of one parse that the document, its start tags and its DOCTYPE share. */
export class Reading {
  readonly source: Source;
  readonly limits: Limits;
  readonly names: NameTable = new NameTable();
  readonly entities: Map<string, Entity> = new Map();
  readonly parameterEntities: Map<string, Entity> = new Map();
  classes: Uint8Array = characterClasses(false);
  isXml11 = false;
  isStandalone = false;
  /** Set while the replacement text of an entity is read: its spans are those of the reference. */
  origin: Origin | undefined;
  private readonly report: Report;
  private added = 0;

  constructor(source: Source, report: Report, limits: Partial<Limits>) {
    this.source = source;
    this.report = report;
    this.limits = { ...defaultLimits, ...limits };
  }

  /** Runs a parse to its end or its first fatal fault; true when there was none. */
  run(parse: () => void): boolean {
    try {
      parse();
      return true;
    } catch (error) {
      if (error === stopped) return false;
      throw error;
    }
  }

  /** Reports a fatal fault and ends the parse (XML 1.0 §1.2: no normal processing after a fatal error). */
  fail<Code extends DiagnosticCode>(
    code: Code,
    start: number,
    end: number,
    holes: Holes<Code>,
    related: Related = [],
  ): never {
    if (this.origin === undefined && looksLikeHtml(this.source.text)) {
      const fault = diagnostic(code, this.place(start, end), holes);
      this.report(
        diagnostic(
          'not-xml',
          this.source.place(0),
          { what: 'an HTML page' },
          { related: [fault, ...related] },
        ),
      );
    } else {
      this.warn(code, start, end, holes, related);
    }
    throw stopped;
  }

  /** Reports a fault after which reading goes on. */
  warn<Code extends DiagnosticCode>(
    code: Code,
    start: number,
    end: number,
    holes: Holes<Code>,
    related: Related = [],
  ): void {
    const all = [...related];
    for (let origin = this.origin; origin !== undefined; origin = origin.outer) {
      all.push({
        message: `in the replacement text of the entity ‘${origin.entity.name}’, declared here`,
        place: origin.entity.place,
      });
    }
    this.report(diagnostic(code, this.place(start, end), holes, all.length === 0 ? {} : { related: all }));
  }

  /** The place of a span of the text being read. */
  place(start: number, end: number): Place {
    return this.origin === undefined
      ? this.source.place(start, end)
      : this.source.place(this.origin.start, this.origin.end);
  }

  /** Enters an entity that is referred to from `start` to `end`, and checks recursion and growth. `leave` ends it. */
  enter(entity: Entity, start: number, end: number): void {
    const outer = this.origin;
    const origin: Origin = {
      entity,
      start: outer === undefined ? start : outer.start,
      end: outer === undefined ? end : outer.end,
      outer,
      depth: outer === undefined ? 1 : outer.depth + 1,
    };
    if (entity.isOpen) {
      const cycle = [entity.name];
      for (let each = outer; each !== undefined; each = each.outer) {
        cycle.unshift(each.entity.name);
        if (each.entity === entity) break;
      }
      this.fail('entity-recursion', start, end, { name: entity.name, cycle: cycle.join(' → ') });
    }
    if (origin.depth > this.limits.entityDepth) {
      this.fail('entity-limit', start, end, {
        name: entity.name,
        what: `lies more than ${this.limits.entityDepth} entities deep`,
      });
    }
    if (this.grows(entity.text.length)) {
      this.fail('entity-limit', start, end, {
        name: entity.name,
        what: `makes the text yielded by entities longer than ${this.growthLimit} characters`,
      });
    }
    entity.isOpen = true;
    this.origin = origin;
  }

  /** Counts what the DOCTYPE adds to the document; true when it is more than the limits allow. */
  grows(units: number): boolean {
    this.added += units;
    return this.added > this.growthLimit;
  }

  get growthLimit(): number {
    return Math.max(this.limits.entityText, this.limits.entityGrowth * this.source.text.length);
  }

  /** Leaves the entity that was entered last. */
  leave(): void {
    const origin = this.origin!;
    origin.entity.isOpen = false;
    this.origin = origin.outer;
  }
}
