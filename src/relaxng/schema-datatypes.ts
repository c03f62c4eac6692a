import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Datatype, DatatypeFault } from './datatypes/datatype.ts';
import { datatype as datatypeOf, typesOf } from './datatypes/library.ts';
import type { Problems } from './problems.ts';
import type { Origin, PatternSyntax, PrefixScope } from './syntax.ts';

/** The datatypes that a schema names; what is wrong with them is reported (RELAX NG §4.16). */
export class SchemaDatatypes {
  private readonly known = new Map<string, Datatype | undefined>();
  private readonly problems: Problems;

  constructor(problems: Problems) {
    this.problems = problems;
  }

  /** The datatype of a `value` and the key of what it says by that. */
  value(
    syntax: Extract<PatternSyntax, { kind: 'value' }>,
  ): { readonly datatype: Datatype; readonly key: string } | undefined {
    const datatype = this.find(syntax, [], syntax.scope);
    const key = datatype?.key(syntax.value, contextOf(syntax.scope));
    if (datatype === undefined) return undefined;
    if (key !== undefined) return { datatype, key };
    this.problems.add('schema-wrong-value', syntax.origin, { value: syntax.value, type: syntax.type });
    return undefined;
  }

  find(
    syntax: { readonly library: string; readonly type: string; readonly origin: Origin },
    parameters: readonly { readonly name: string; readonly value: string; readonly origin: Origin }[],
    scope: PrefixScope,
  ): Datatype | undefined {
    const { library, type, origin } = syntax;
    const key = JSON.stringify([library, type, parameters.map((each) => [each.name, each.value])]);
    if (this.known.has(key)) return this.known.get(key);
    let datatype: Datatype | undefined;
    try {
      const plain = parameters.map(({ name, value }) => ({ name, value }));
      datatype = datatypeOf(library, type, plain, contextOf(scope));
    } catch (error) {
      if (!(error instanceof DatatypeFault)) throw error;
      const parameter = parameters[error.parameter];
      if (error.kind === 'library') this.problems.add('schema-unknown-library', origin, { library });
      else if (error.kind === 'type') {
        const [near] = didYouMean(type, typesOf(library));
        const more = near === undefined ? {} : { help: `Did you mean “${near}”?` };
        this.problems.add('schema-unknown-datatype', origin, { type }, more);
      } else if (error.kind === 'cost') {
        const costly = parameters.find((each) => each.name === 'pattern')!;
        this.problems.add('schema-costly-expression', costly.origin, {
          expression: shortened(costly.value),
          why: error.message,
        });
      } else {
        const holes = { parameter: parameter?.name ?? '', type, why: error.message };
        this.problems.add('schema-wrong-parameter', parameter?.origin ?? origin, holes);
      }
    }
    this.known.set(key, datatype);
    return datatype;
  }
}

function contextOf(scope: PrefixScope) {
  return { lookup: (prefix: string) => scope.get(prefix) };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
