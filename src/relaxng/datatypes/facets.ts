import type { Parameter, ValueContext } from './datatype.ts';
import { DatatypeFault } from './datatype.ts';
import type { Decimal } from './decimal.ts';
import type { Primitive } from './primitive.ts';
import { regularExpression } from './regular-expression.ts';
import { collapsed } from './white-space.ts';

/** A test of a value and of its text with white space normalised. */
export type Facet = (value: unknown, text: string) => boolean;

const orders: Record<string, (sign: number) => boolean> = {
  minInclusive: (sign) => sign >= 0,
  minExclusive: (sign) => sign > 0,
  maxInclusive: (sign) => sign <= 0,
  maxExclusive: (sign) => sign < 0,
};
const lengths: Record<string, (count: number, limit: number) => boolean> = {
  length: (count, limit) => count === limit,
  minLength: (count, limit) => count >= limit,
  maxLength: (count, limit) => count <= limit,
};

/** The facet that a parameter means for values of a kind (XML Schema 2 §4.3), or why it is none. Throws a `DatatypeFault` for an expression that is too costly. */
export function facetOf(
  { name, value }: Parameter,
  primitive: Primitive,
  isList: boolean,
  context: ValueContext,
): Facet | string {
  if (name === 'pattern') return matching(value);
  const order = orders[name];
  if (order !== undefined) {
    if (primitive.compare === undefined || isList) return 'its values have no order';
    const bound = primitive.read(collapsed(value), context);
    if (bound === undefined) return `“${value}” is not a value of the type`;
    return (each) => {
      const sign = primitive.compare!(each, bound);
      return sign !== undefined && order(sign);
    };
  }
  const limit = /^\s*\+?\d+\s*$/.test(value) ? Number(value) : undefined;
  const length = lengths[name];
  if (length !== undefined) {
    if (primitive.measure === undefined && !isList) return 'its values have no length';
    if (limit === undefined) return `“${value}” is not a whole number from 0`;
    return (each) => {
      const count = isList ? (each as unknown[]).length : primitive.measure!(each);
      return Number.isNaN(count) || length(count, limit);
    };
  }
  if (name === 'totalDigits' || name === 'fractionDigits') {
    if (primitive.isDecimal !== true) return 'its values are not decimal numbers';
    if (limit === undefined || (limit === 0 && name === 'totalDigits'))
      return `“${value}” is not a whole number from ${name === 'totalDigits' ? 1 : 0}`;
    if (name === 'totalDigits')
      return (each) => (each as Decimal).whole.length + (each as Decimal).fraction.length <= limit;
    return (each) => (each as Decimal).fraction.length <= limit;
  }
  if (name === 'enumeration' || name === 'whiteSpace')
    return `RELAX NG leaves “${name}” to its own patterns; use value instead`;
  return 'there is no such parameter';
}

function matching(expression: string): Facet | string {
  try {
    const matches = regularExpression(expression);
    return (_, text) => matches(text);
  } catch (error) {
    if (!(error instanceof DatatypeFault)) throw error;
    if (error.kind === 'cost') throw error;
    return `not a regular expression: ${error.message}`;
  }
}
