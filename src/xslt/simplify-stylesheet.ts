import type { CompiledStylesheet } from './engine.ts';
import { sealStylesheet } from './seal-stylesheet.ts';

/** An expression or instruction of a compiled stylesheet (SEF as JSON): what it is, its parts, its properties. */
interface Sef {
  N: string;
  C?: Sef[];
  [property: string]: unknown;
}

/** How many items an expression gives, and of what type in the codes of SEF: `AS` a string, `AZ` an untyped value, `NA` an attribute, '' unknown. */
interface Type {
  readonly isAtMostOne: boolean;
  readonly isOne: boolean;
  readonly item: string;
}
const anything: Type = { isAtMostOne: false, isOne: false, item: '' };
const string: Type = { isAtMostOne: true, isOne: true, item: 'AS' };
const untypedOrNone: Type = { isAtMostOne: true, isOne: false, item: 'AZ' };

/** Types of the variables in scope, by their slots. */
type Scope = Map<unknown, Type>;

/** Functions that give one string, whatever they get. */
const stringFunctions = new Set([
  ...['concat', 'local-name', 'lower-case', 'name', 'normalize-space', 'normalize-unicode', 'replace'],
  ...['string', 'string-join', 'substring', 'substring-after', 'substring-before', 'translate', 'upper-case'],
]);
/** Instructions that write the first item of what they select as a string, and '' where there is none. */
const writers = new Set(['att', 'valueOf']);
const codepoint = 'http://www.w3.org/2005/xpath-functions/collation/codepoint';
const comparesStrings = new Set(['GAC', 'CCC', 'CAC'].map((kind) => `${kind}|${codepoint}`));

/**
 * Makes a compiled stylesheet say the same in fewer steps. The compiler writes every conversion down that the
 * language asks for, also where nothing is to convert: of `class="{@v:class}"` it makes seven expressions, and the
 * engine evaluates each of them for each element. Changes the stylesheet and gives it back.
 */
export function simplifyStylesheet(stylesheet: CompiledStylesheet): CompiledStylesheet {
  const root = stylesheet as Sef;
  visit(root, new Map(), false);
  sealStylesheet(root);
  return root;
}

/** Simplifies what is below a node, then the node. `isTested`: only whether it is true counts. */
function visit(node: Sef, outer: Scope, isTested: boolean): Sef {
  const scope = declaresScope.has(node.N) ? new Map<unknown, Type>() : outer;
  const parts = node.C;
  if (parts !== undefined) {
    for (let at = 0; at < parts.length; at++) {
      let inner = scope;
      if (node.N === 'let' && at === 1) {
        inner = new Map(scope);
        inner.set(node.slot, typeOf(parts[0]!, scope));
      }
      parts[at] = keepingRole(parts[at]!, visit(parts[at]!, inner, testsPart(node, at)));
    }
  }
  if (node.N === 'param' || node.N === 'arg') scope.set(node.slot, declared(node.as));
  if (writers.has(node.N) && parts?.length === 1)
    parts[0] = keepingRole(parts[0]!, written(parts[0]!, scope));
  const simple = simplified(node, scope);
  return isTested ? tested(simple, scope) : simple;
}

const declaresScope = new Set([
  'co',
  'function',
  'globalParam',
  'globalVariable',
  'key',
  'template',
  'templateRule',
]);

function testsPart({ N, name }: Sef, at: number): boolean {
  if (N === 'choose') return at % 2 === 0;
  if (N === 'and' || N === 'or') return true;
  if (N === 'fn') return name === 'not' || name === 'boolean';
  return N === 'p.withPredicate' && at === 1;
}

/** The new expression in the place of the old one: parents find their parts by the role. */
function keepingRole(old: Sef, now: Sef): Sef {
  if (now === old) return now;
  const rest = without(now, 'role');
  return old.role === undefined ? rest : { ...rest, role: old.role };
}

function without(node: Sef, property: string): Sef {
  const { [property]: _, ...rest } = node;
  return rest as Sef;
}

/** The same value in fewer steps. */
function simplified(node: Sef, scope: Scope): Sef {
  const part = node.C?.[0];
  if (part === undefined) return node;
  const type = typeOf(part, scope);
  switch (node.N) {
    case 'data': {
      const value = attributeValue(part);
      if (value !== undefined) return value;
      return isAtomic(type) ? part : node;
    }
    case 'mergeAdj':
      return isAtomic(type) || (type.isAtMostOne && type.item.startsWith('NA')) ? part : node;
    case 'check':
      if (node.card === '?' && type.isAtMostOne) return part;
      return (node.card === '1' || node.card === '+') && type.isOne ? part : node;
    case 'convert':
    case 'cvUntyped':
    case 'treat':
      return (node.to ?? node.as) === 'AS' && type.item === 'AS' ? part : node;
    case 'choose':
      // Else nothing: what the engine does where no test is true.
      if (node.C!.length > 2 && node.C!.at(-2)!.N === 'true' && node.C!.at(-1)!.N === 'empty')
        node.C = node.C!.slice(0, -2);
      return node;
    case 'fn':
      return simplifiedCall(node, part, scope);
    case 'compareToString':
      if (!comparesStrings.has(String(node.comp)) || !/^A[SZ]$/.test(type.item)) return node;
      return without(node, 'comp');
    default:
      return node;
  }
}

function simplifiedCall(node: Sef, part: Sef, scope: Scope): Sef {
  if (node.name === 'string-join' && node.C!.length <= 2) {
    const joined = withoutStringOf(part, scope);
    if (joined !== part) node.C![0] = keepingRole(part, joined);
    const type = typeOf(joined, scope);
    return type.isOne && type.item === 'AS' ? joined : node;
  }
  if (node.name === 'concat') {
    const isEmpty = (each: Sef) => each.N === 'str' && each.val === '';
    const said = node.C!.filter((each) => !isEmpty(each));
    if (said.length >= 2) node.C = said;
    return node;
  }
  if (node.name === 'exists' || node.name === 'empty' || node.name === 'string') {
    const value = attributeValue(part);
    if (value !== undefined) node.C![0] = keepingRole(part, value);
  }
  return node;
}

/** What string-join makes strings of, without saying so for each item. */
function withoutStringOf(part: Sef, scope: Scope): Sef {
  const [items, action] = part.C ?? [];
  if (items === undefined) return part;
  const isText = /^A[SZ]$/.test(typeOf(items, scope).item);
  if (part.N === 'convert' && part.to === 'AS' && isText) return items;
  const isString = action?.N === 'fn' && action.name === 'string' && action.C?.[0]?.N === 'dot';
  return part.N === 'forEach' && part.C!.length === 2 && isString && isText ? items : part;
}

/** What an instruction selects that writes its first item as a string: a join of one has nothing to join. */
function written(part: Sef, scope: Scope): Sef {
  if (part.N !== 'fn' || part.name !== 'string-join') return part;
  const items = part.C![0]!;
  const type = typeOf(items, scope);
  return type.isAtMostOne && /^A[SZ]$/.test(type.item) ? items : part;
}

/** An expression of which only counts whether it is true. */
function tested(node: Sef, scope: Scope): Sef {
  const value = attributeValue(node);
  if (value !== undefined) return { N: 'fn', name: 'exists', C: [value] };
  const [left, right] = node.C ?? [];
  if (left === undefined) return node;
  const type = typeOf(left, scope);
  if (!type.isAtMostOne || !/^A[SZ]$/.test(type.item)) return node;
  if (node.N === 'compareToString' && node.op === 'ne' && node.val === '' && node.comp === undefined)
    return left;
  if (node.N !== 'gc' || right?.N !== 'str' || !comparesStrings.has(String(node.comp))) return node;
  if (node.op === '!=' && right.val === '') return left;
  if (node.op !== '=' && node.op !== '!=') return node;
  return { N: 'compareToString', op: node.op === '=' ? 'eq' : 'ne', val: right.val, C: [left] };
}

/** The value of an attribute that a path names, as one step. */
function attributeValue(node: Sef): Sef | undefined {
  if (node.N !== 'axis' || node.name !== 'attribute') return undefined;
  const [, namespace, local] = /^\*NA nQ\{([^}]*)\}([^*]+)$/.exec(String(node.nodeTest)) ?? [];
  return local === undefined ? undefined : { N: 'attVal', name: `Q{${namespace}}${local}` };
}

function typeOf(node: Sef, scope: Scope): Type {
  switch (node.N) {
    case 'str':
      return string;
    case 'attVal':
      return untypedOrNone;
    case 'varRef':
      return scope.get(node.slot) ?? anything;
    case 'fn':
      if (stringFunctions.has(String(node.name))) return string;
      break;
    case 'treat':
      return { ...typeOf(node.C![0]!, scope), item: declared(node.as).item };
    case 'first':
      return { ...typeOf(node.C![0]!, scope), isAtMostOne: true };
    case 'check': {
      const inner = typeOf(node.C![0]!, scope);
      const isOne = node.card === '1';
      return { isOne, isAtMostOne: isOne || node.card === '?', item: inner.item };
    }
    case 'choose': {
      const results = node.C!.filter((_, at) => at % 2 === 1).map((each) => typeOf(each, scope));
      const items = new Set(results.map(({ item }) => item));
      return {
        isAtMostOne: results.every((each) => each.isAtMostOne),
        isOne: results.every((each) => each.isOne) && node.C!.at(-2)?.N === 'true',
        item: items.size === 1 ? [...items][0]! : '',
      };
    }
    case 'axis':
      if (attributeValue(node) !== undefined) return { isAtMostOne: true, isOne: false, item: 'NA' };
  }
  return node.sType === undefined ? anything : declared(node.sType);
}

/** A type as SEF writes it, `1AS`, `?AS`, `AS`: how many, of what. */
function declared(type: unknown): Type {
  const [, count, item] = /^([1?*+0]?)(.*)$/.exec(String(type ?? '*'))!;
  const isOne = count === '1' || (count === '' && item !== '');
  return { isOne, isAtMostOne: isOne || count === '?', item: item! };
}

const isAtomic = ({ item }: Type) => /^A[A-Z]*$/.test(item);
