/** A name as it stands in an expression; the prefix is '' where none is written. */
export interface QualifiedName {
  readonly prefix: string;
  readonly local: string;
}

/** One way in which a match pattern (XSLT 3.0 §5.5) can match: the kind and names of the node, and what else must hold. */
export interface Alternative {
  readonly kind:
    | 'element'
    | 'attribute'
    | 'text'
    | 'comment'
    | 'processing-instruction'
    | 'document'
    | 'node';
  /** The local name that a node must have, or undefined for any. */
  readonly local: string | undefined;
  /** A prefix, '*' for any namespace, or undefined for none written. */
  readonly prefix: string | undefined;
  /** An attribute that it must bear (from a first predicate `[@name]`), to look it up by. */
  readonly bears: string | undefined;
  /** Names that no ancestor may have (from a first predicate `[not(ancestor::a | ancestor::b)]`), judged without XPath. */
  readonly lacks: readonly QualifiedName[];
  /** What must hold of the node beside its name, as an expression on it; '' for nothing. */
  readonly condition: string;
  /** Set where the pattern can only be judged as a whole: an expression whose nodes are those that match. */
  readonly whole: string | undefined;
}

/** Reads a match pattern into alternatives that can be looked up by the names of nodes, so that a rule is tried on few of them. */
export function readPattern(pattern: string): Alternative[] {
  return splitTop(pattern, '|').map(readAlternative);
}

const anyNode: Alternative = {
  kind: 'node',
  local: undefined,
  prefix: undefined,
  bears: undefined,
  lacks: [],
  condition: '',
  whole: undefined,
};

function readAlternative(pattern: string): Alternative {
  const steps = stepsOf(pattern.trim());
  const last = steps.at(-1);
  const read = last === undefined ? undefined : readStep(last.text);
  const isWhole =
    read === undefined ||
    steps.some(({ text }) => text !== '' && (readStep(text) === undefined || dependsOnPosition(text)));
  if (isWhole) {
    const whole = pattern.trim().startsWith('/') ? pattern : `descendant-or-self::node()/(${pattern})`;
    return { ...anyNode, whole };
  }
  const lacks = lackedAncestors(read.predicates[0] ?? '');
  const conditions = read.predicates
    .slice(lacks.length > 0 ? 1 : 0)
    .map((each) => `[${each}]`)
    .join('');
  const around = conditionOnAncestors(steps.slice(0, -1), last!.separator);
  const condition = conditions + around === '' ? '' : `.${conditions}${around}`;
  const bears = /^\s*@([\w.-]+)\s*$/.exec(read.predicates[0] ?? '')?.[1];
  return { ...read.test, bears, lacks, condition, whole: undefined };
}

/** The names in `not(ancestor::a | ancestor::b)`; none for any other predicate. */
function lackedAncestors(predicate: string): QualifiedName[] {
  const inside = /^\s*not\s*\(\s*([^()[\]]*)\)\s*$/.exec(predicate)?.[1];
  if (inside === undefined) return [];
  const names: QualifiedName[] = [];
  for (const each of inside.split(/\s*\|\s*|\s+or\s+/)) {
    const found = /^\s*ancestor::(?:([\w.-]+):)?([\w.-]+)\s*$/u.exec(each);
    if (found === null) return [];
    names.push({ prefix: found[1] ?? '', local: found[2]! });
  }
  return names;
}

interface Step {
  /** What stands before it: '/', '//', or '' at the start of a relative pattern. */
  readonly separator: string;
  readonly text: string;
}

/** The steps before the last, turned round: `a/b//` becomes `[ancestor::b[parent::a]]`. */
function conditionOnAncestors(steps: readonly Step[], separator: string): string {
  if (separator === '') return '';
  const last = steps.at(-1);
  if (last === undefined || last.text === '') return separator === '/' ? '[parent::document-node()]' : '';
  const { test, predicates, source } = readStep(last.text)!;
  const axis = separator === '/' ? 'parent' : 'ancestor';
  const name = test.kind === 'document' ? 'document-node()' : source;
  const inner = predicates.map((each) => `[${each}]`).join('');
  return `[${axis}::${name}${inner}${conditionOnAncestors(steps.slice(0, -1), last.separator)}]`;
}

function stepsOf(pattern: string): Step[] {
  const steps: Step[] = [];
  let separator = '';
  let start = 0;
  scanTop(pattern, (i) => {
    if (pattern[i] !== '/') return 1;
    const text = pattern.slice(start, i).trim();
    if (text !== '' || steps.length > 0) steps.push({ separator, text });
    const width = pattern[i + 1] === '/' ? 2 : 1;
    separator = pattern.slice(i, i + width);
    start = i + width;
    return width;
  });
  const text = pattern.slice(start).trim();
  if (pattern === '/') return [{ separator: '', text: 'document-node()' }];
  return [...steps, { separator, text }];
}

interface ReadStep {
  readonly test: Pick<Alternative, 'kind' | 'local' | 'prefix'>;
  readonly predicates: readonly string[];
  /** The node test as it was written, without its axis. */
  readonly source: string;
}

/** Reads one step; undefined for what is no step of a pattern (a function call, another axis). */
function readStep(text: string): ReadStep | undefined {
  const { head, predicates, isBalanced } = splitPredicates(text);
  if (!isBalanced) return undefined;
  const found = /^(@|attribute\s*::|child\s*::)?\s*([^\s:].*)$/s.exec(head.trim());
  if (found === null) return undefined;
  const [, axis = '', source = ''] = found;
  const isAttribute = axis.startsWith('@') || axis.startsWith('attribute');
  const test = readNodeTest(source.trim(), isAttribute);
  return test === undefined ? undefined : { test, predicates, source: source.trim() };
}

function readNodeTest(
  source: string,
  isAttribute: boolean,
): Pick<Alternative, 'kind' | 'local' | 'prefix'> | undefined {
  const kind = isAttribute ? 'attribute' : 'element';
  const call = /^([a-z-]+)\s*\(\s*([^()]*)\s*\)$/.exec(source);
  if (call !== null) {
    const [, name, argument = ''] = call;
    if (name === 'element' || name === 'attribute') {
      if (argument === '' || argument === '*') return { kind: name, local: undefined, prefix: '*' };
      return readNodeTest(argument, name === 'attribute');
    }
    if (argument !== '') return undefined;
    if (name === 'node') return { kind: 'node', local: undefined, prefix: '*' };
    if (name === 'document-node') return { kind: 'document', local: undefined, prefix: '*' };
    if (name === 'text' || name === 'comment' || name === 'processing-instruction') {
      return { kind: name, local: undefined, prefix: '*' };
    }
    return undefined;
  }
  const name = /^(?:([\w.-]+|\*):)?([\w.-]+|\*)$/u.exec(source);
  if (name === null) return undefined;
  const [, prefix, local] = name;
  const anyName = local === '*';
  return { kind, local: anyName ? undefined : local, prefix: anyName && prefix === undefined ? '*' : prefix };
}

function splitPredicates(text: string): { head: string; predicates: string[]; isBalanced: boolean } {
  const predicates: string[] = [];
  let head: string | undefined;
  let start = -1;
  let depth = 0;
  scan(text, (i) => {
    if (text[i] === '[' && depth++ === 0) {
      head ??= text.slice(0, i);
      start = i + 1;
    } else if (text[i] === ']' && --depth === 0) predicates.push(text.slice(start, i));
    return 1;
  });
  return { head: head ?? text, predicates, isBalanced: depth === 0 };
}

/** Whether a step has a predicate that may ask for a position; such a pattern is judged as a whole. */
function dependsOnPosition(step: string): boolean {
  return splitPredicates(step).predicates.some((each) => {
    if (/\b(position|last)\s*\(/.test(each)) return true;
    const isNumeric =
      /^\s*(\d|\$|\(|-|(count|number|string-length|sum|min|max|floor|ceiling|round|index-of|xs:\w+)\s*\()/.test(
        each,
      );
    return isNumeric && !/[=<>]|\b(and|or|eq|ne|lt|gt|le|ge|is|some|every|castable)\b/.test(each);
  });
}

/** Splits at a character that stands outside brackets, parentheses, strings and comments. */
export function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  scanTop(text, (i) => {
    if (text[i] === separator) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
    return 1;
  });
  return [...parts, text.slice(start)].filter((each) => each.trim() !== '');
}

function scanTop(text: string, visit: (i: number) => number): void {
  let depth = 0;
  scan(text, (i) => {
    const character = text[i]!;
    if ('[(]){}'.includes(character)) depth += '[({'.includes(character) ? 1 : -1;
    else if (depth === 0) return visit(i);
    return 1;
  });
}

/** Visits every character outside strings and comments; `visit` says how far to go on. */
function scan(text: string, visit: (i: number) => number): void {
  for (let i = 0; i < text.length; ) {
    const character = text[i]!;
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, i + 1);
      i = end < 0 ? text.length : end + 1;
    } else if (character === '(' && text[i + 1] === ':') {
      const end = text.indexOf(':)', i + 2);
      i = end < 0 ? text.length : end + 2;
    } else i += visit(i);
  }
}
