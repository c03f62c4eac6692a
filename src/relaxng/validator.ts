import type { Report } from '../diagnostics/diagnostic.ts';
import type { ParseOptions } from '../xml/parse-events.ts';
import { parseEvents } from '../xml/parse-events.ts';
import type { Source } from '../xml/source.ts';
import { Automaton } from './automaton.ts';
import { type CompiledSchema, FORMAT } from './compiled-schema.ts';
import { Validation } from './validation.ts';

/** Validates documents against one schema. What it learns from one document makes the next one faster. */
export class Validator {
  readonly schema: CompiledSchema;
  /** The automata behind it; `expectedAt` asks them. */
  readonly automaton: Automaton;

  constructor(schema: CompiledSchema) {
    this.schema = schema;
    this.automaton = new Automaton(schema);
  }

  /** Reads and validates a document; true when it is well-formed and valid. */
  validate(source: Source, report: Report, options: ParseOptions = {}): boolean {
    let faults = 0;
    const validation = this.start(source, (found) => {
      faults++;
      report(found);
    });
    const isWellFormed = parseEvents(source, validation, report, options);
    validation.finish();
    return isWellFormed && faults === 0;
  }

  /** A handler for a parse that others listen to as well; call its `finish` when no more events come. */
  start(source: Source, report: Report): Validation {
    return new Validation(this.automaton, source, report);
  }

  /** The schema as JSON, to be kept beside its closure. */
  serialise(): string {
    return JSON.stringify(this.schema);
  }
}

/** Reads what `serialise` wrote; undefined where it is of another format, or no such thing. The caller compares the closure's hashes. */
export function revive(json: string): Validator | undefined {
  try {
    const schema = JSON.parse(json) as CompiledSchema;
    return schema?.format === FORMAT ? new Validator(schema) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
