import fontoxpath from 'fontoxpath';
import { facade, type XPathNode } from './xpath-tree.ts';

/** A value that XPath gives or takes: an atomic value, a node, or a sequence of them. */
export type XPathValue = string | number | boolean | XPathNode | readonly XPathValue[];

/** What an expression means beside its words. */
export interface StaticContext {
  /** Namespaces by prefix; '' is that of unprefixed element names. */
  readonly namespaces: Readonly<Record<string, string>>;
}

/** The parts of a run that functions such as `current()` look at. */
export interface DynamicContext {
  readonly current?: XPathNode;
  readonly [more: string]: unknown;
}

/** The expression is not XPath 3.1, or names what is not there. */
export class XPathError extends Error {}

/** An XPath expression in its context, ready to be run. */
export class XPath {
  readonly expression: string;
  private readonly options: Record<string, unknown>;

  constructor(expression: string, context: StaticContext) {
    const { namespaces } = context;
    this.expression = expression;
    this.options = {
      language: fontoxpath.evaluateXPath.XPATH_3_1_LANGUAGE,
      namespaceResolver: (prefix: string) => (Object.hasOwn(namespaces, prefix) ? namespaces[prefix] : null),
      functionNameResolver: resolveFunction,
    };
  }

  /** The effective boolean value. */
  test(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): boolean {
    return this.run(fontoxpath.evaluateXPath.BOOLEAN_TYPE, item, variables, context) as boolean;
  }

  /** The string value of the first item, or of all, with blanks between. */
  string(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): string {
    return this.run(fontoxpath.evaluateXPath.STRING_TYPE, item, variables, context) as string;
  }

  /** The nodes, in the order the expression gives them. */
  nodes(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): XPathNode[] {
    return this.run(fontoxpath.evaluateXPath.NODES_TYPE, item, variables, context) as XPathNode[];
  }

  /** The whole sequence; atomic values as JavaScript's. */
  all(
    item: XPathNode,
    variables: Readonly<Record<string, unknown>> = {},
    context: DynamicContext = {},
  ): unknown[] {
    return this.run(fontoxpath.evaluateXPath.ALL_RESULTS_TYPE, item, variables, context) as unknown[];
  }

  private run(
    type: number,
    item: XPathNode,
    variables: Readonly<Record<string, unknown>>,
    context: DynamicContext,
  ): unknown {
    try {
      const options = { ...this.options, currentContext: context };
      return fontoxpath.evaluateXPath(this.expression, item, facade, variables, type as never, options);
    } catch (error) {
      throw new XPathError(error instanceof Error ? firstLine(error.message) : String(error));
    }
  }
}

/** Namespace of the functions that we supply where fontoxpath has none. */
export const suppliedFunctions = 'urn:x-variorum:xpath-functions';

const supplied = new Map<string, string>();

/** Adds a function of the standard library that fontoxpath lacks, for expressions that name it without a prefix or with `fn:`. */
export function supplyFunction(
  name: string,
  parameters: readonly string[],
  result: string,
  apply: (context: DynamicContext, ...values: never[]) => unknown,
): void {
  const localName = `${name}-${parameters.length}`;
  supplied.set(`${name}#${parameters.length}`, localName);
  fontoxpath.registerCustomXPathFunction(
    { namespaceURI: suppliedFunctions, localName },
    [...parameters],
    result,
    ({ currentContext }, ...values) =>
      apply((currentContext ?? {}) as DynamicContext, ...(values as never[])),
  );
}

function resolveFunction({ prefix, localName }: { prefix: string; localName: string }, arity: number) {
  if (prefix !== '' && prefix !== 'fn') return null;
  const ours = supplied.get(`${localName}#${arity}`);
  return ours === undefined
    ? { namespaceURI: 'http://www.w3.org/2005/xpath-functions', localName }
    : { namespaceURI: suppliedFunctions, localName: ours };
}

function firstLine(message: string): string {
  return message.split('\n')[0]!.trim();
}

supplyFunction('current', [], 'item()?', ({ current }) => current ?? null);
