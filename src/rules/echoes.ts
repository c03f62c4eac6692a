import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Place } from '../diagnostics/place.ts';

/** Faults of a value that a schema may find as well. */
const shared = new Set([
  'duplicate-id',
  'empty-pointer',
  'invalid-date',
  'invalid-id',
  'invalid-language-tag',
]);
/** What a schema says of such a value. */
const echoes = new Set(['attribute-invalid', 'id-duplicate']);

/** Makes one message of what a rule and a schema find wrong with the same value: the rule's, which explains more, unless that is a warning only and the schema's an error. */
export class Echoes {
  /** What the rules have found and no schema can say more gravely. */
  readonly certain: readonly Diagnostic[];
  private readonly waiting = new Map<string, Diagnostic[]>();
  private readonly explained = new Spans();
  private readonly repeated = new Spans();

  /** `documents` are the paths of those that a schema is asked about. */
  constructor(found: readonly Diagnostic[], documents: ReadonlySet<string>) {
    const certain: Diagnostic[] = [];
    for (const each of found) {
      if (!shared.has(each.code) || !documents.has(each.place.path)) certain.push(each);
      else if (each.severity === 'error') {
        certain.push(each);
        for (const place of placesOf(each)) this.explained.add(place);
      } else this.waiting.set(each.place.path, [...(this.waiting.get(each.place.path) ?? []), each]);
    }
    this.certain = certain;
  }

  /** What is left to say of a schema's finding: nothing where it only repeats a rule's error; where a rule warns of the same, that explains it. */
  told(found: Diagnostic): Diagnostic | undefined {
    const { code, severity, place, help } = found;
    if (!echoes.has(code)) return found;
    if (this.explained.hold(place)) return undefined;
    if (severity !== 'error') return found;
    this.repeated.add(place);
    if (help?.startsWith('Did you mean')) return found;
    const warning = this.waiting.get(place.path)?.find((each) => begins(place, each.place));
    return warning === undefined ? found : { ...found, help: warning.message };
  }

  /** The rules' warnings about a document, once its schemas have had their say: those that they did not make errors. */
  rest(path: string): readonly Diagnostic[] {
    const all = this.waiting.get(path) ?? [];
    this.waiting.delete(path);
    return all.filter((each) => !placesOf(each).every((place) => this.repeated.hold(place)));
  }
}

function begins(a: Place, b: Place): boolean {
  return a.line === b.line && a.column === b.column;
}

function placesOf({ place, related = [] }: Diagnostic): Place[] {
  return [place, ...related.map((each) => each.place)];
}

/** Spans within lines. */
class Spans {
  private readonly known = new Map<string, [from: number, to: number][]>();

  add({ path, line, column, endLine, endColumn }: Place): void {
    const key = `${line} ${path}`;
    const spans = this.known.get(key);
    const span: [number, number] = [column, endLine > line ? Number.POSITIVE_INFINITY : endColumn];
    if (spans === undefined) this.known.set(key, [span]);
    else spans.push(span);
  }

  /** Whether the place begins within one of them. */
  hold({ path, line, column }: Place): boolean {
    return this.known.get(`${line} ${path}`)?.some(([from, to]) => from <= column && column <= to) ?? false;
  }
}
