import { engine } from './engine.ts';
import './standard-functions.ts';
import { type DynamicContext, resolveFunction } from './supply.ts';
import { facade, type XPathNode } from './xpath-tree.ts';

/** A value that XPath gives or takes: an atomic value, a node, or a sequence of them. */
export type XPathValue = string | number | boolean | XPathNode | readonly XPathValue[];

/** What an expression means beside its words. */
export interface StaticContext {
  /** Namespaces by prefix; '' is that of unprefixed element names. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Functions of the expression's own schema or stylesheet: the registered name of one, or undefined. */
  readonly functions?: (namespace: string, local: string, arity: number) => string | undefined;
}

/** An expression that is wrong (its code starts with `XPST`), or that could not be evaluated. */
export class XPathError extends Error {
  readonly code: string;

  constructor(message: string) {
    super(inWords(message));
    this.code = /\b[A-Z]{4}\d{4}\b/.exec(message)?.[0] ?? '';
  }
}

export type { XPathNode } from './xpath-tree.ts';

let sequenceOf: ReturnType<ReturnType<typeof engine>['createTypedValueFactory']> | undefined;

/** A sequence as the value of a variable; a bare array would be an XPath array. */
export function sequence(items: readonly unknown[]): unknown {
  sequenceOf ??= engine().createTypedValueFactory('item()*');
  return sequenceOf([...items], facade);
}

/** An XPath expression in its context, ready to be run. */
export class XPath {
  readonly expression: string;
  private readonly options: Record<string, unknown>;

  constructor(expression: string, context: StaticContext) {
    const { namespaces, functions } = context;
    this.expression = expression;
    this.options = {
      language: engine().evaluateXPath.XPATH_3_1_LANGUAGE,
      namespaceResolver: (prefix: string) => (Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : null),
      functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }, arity: number) =>
        resolveFunction(prefix, localName, arity, namespaces, functions),
    };
  }

  /** The effective boolean value. */
  test(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): boolean {
    return this.run(engine().evaluateXPath.BOOLEAN_TYPE, item, variables, context) as boolean;
  }

  /** The string value of the first item, or of all, with blanks between. */
  string(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): string {
    return this.run(engine().evaluateXPath.STRING_TYPE, item, variables, context) as string;
  }

  /** The nodes, in the order the expression gives them. */
  nodes(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): XPathNode[] {
    return this.run(engine().evaluateXPath.NODES_TYPE, item, variables, context) as XPathNode[];
  }

  /** The whole sequence; atomic values as JavaScript's. */
  all(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): unknown[] {
    return this.run(engine().evaluateXPath.ALL_RESULTS_TYPE, item, variables, context) as unknown[];
  }

  /** Why the expression can never be run, given the names of its variables; undefined where it can. */
  fault(item: XPathNode, variables: readonly string[]): string | undefined {
    const values = Object.fromEntries(variables.map((name) => [name, sequence([])]));
    try {
      this.run(engine().evaluateXPath.ALL_RESULTS_TYPE, item, values, {});
    } catch (error) {
      if (error instanceof XPathError && error.code.startsWith('XPST')) return error.message;
    }
    return undefined;
  }

  private run(
    type: number,
    item: XPathNode,
    variables: Readonly<Record<string, unknown>>,
    context: DynamicContext,
  ): unknown {
    try {
      const options = { ...this.options, currentContext: context };
      return engine().evaluateXPath(this.expression, item, facade, variables, type as never, options);
    } catch (error) {
      throw new XPathError(error instanceof Error ? error.message : String(error));
    }
  }
}

/** The words of fontoxpath's message that help an editor. */
function inWords(message: string): string {
  const position = /XPST0003[\s\S]*?at <>:\d+:(\d+)/.exec(message)?.[1];
  if (position !== undefined) return `it is not XPath from character ${position} on`;
  const unknown = /Function Q\{[^}]*\}(\S+) with arity of (\d+) not registered/.exec(message);
  if (unknown !== null) return `there is no function ${unknown[1]} with ${unknown[2]} arguments`;
  const variable = /The variable (\S+) is not in scope/.exec(message)?.[1];
  if (variable !== undefined) return `the variable $${variable} is not declared`;
  const prefix = /The prefix (\S+) could not be resolved/.exec(message)?.[1];
  if (prefix !== undefined) return `the prefix “${prefix}” is not declared`;
  return message
    .split('\n')[0]!
    .replace(/^Error: /, '')
    .trim();
}
