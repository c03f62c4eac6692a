import { withEngine } from './engine.ts';
import type { XPathNode } from './xpath-tree.ts';

/** The parts of a run that functions such as `current()` look at. */
export interface DynamicContext {
  readonly current?: XPathNode;
  /** The nodes of an `xsl:key` that have one of the values. */
  readonly key?: (
    name: string,
    values: readonly string[],
    top: XPathNode | undefined,
  ) => readonly XPathNode[];
  readonly root?: XPathNode;
}

/** Namespace of the functions that we supply where fontoxpath has none. */
const suppliedFunctions = 'urn:x-variorum:xpath-functions';
const standardFunctions = 'http://www.w3.org/2005/xpath-functions';

const supplied = new Map<string, string>();

/** Adds a function of the standard library that fontoxpath lacks, for expressions that name it without a prefix or with `fn:`. */
export function supplyFunction(
  name: string,
  parameters: readonly string[],
  result: string,
  apply: (context: DynamicContext, ...values: never[]) => unknown,
): void {
  supplied.set(`${name}#${parameters.length}`, registerFunction(name, parameters, result, apply));
}

/** Makes a function callable; gives the local name that it goes by. */
export function registerFunction(
  name: string,
  parameters: readonly string[],
  result: string,
  apply: (context: DynamicContext, ...values: never[]) => unknown,
): string {
  const localName = `${name}-${parameters.length}`;
  withEngine((engine) =>
    engine.registerCustomXPathFunction(
      { namespaceURI: suppliedFunctions, localName },
      [...parameters],
      result,
      ({ currentContext }, ...values) =>
        apply((currentContext ?? {}) as DynamicContext, ...(values as never[])),
    ),
  );
  return localName;
}

/** Names of the functions that we supply, with their number of arguments, in alphabetical order: `matches#3`. */
export function suppliedNames(): string[] {
  return [...supplied.keys()].sort();
}

/** The function that a name in an expression stands for. */
export function resolveFunction(
  prefix: string,
  localName: string,
  arity: number,
  namespaces: Readonly<Record<string, string>>,
  own?: (namespace: string, local: string, arity: number) => string | undefined,
): { namespaceURI: string; localName: string } | null {
  const namespace = prefix === '' || prefix === 'fn' ? standardFunctions : namespaces[prefix];
  if (namespace === undefined) return null;
  if (namespace === standardFunctions) {
    const ours = supplied.get(`${localName}#${arity}`);
    return ours === undefined
      ? { namespaceURI: standardFunctions, localName }
      : { namespaceURI: suppliedFunctions, localName: ours };
  }
  const registered = own?.(namespace, localName, arity);
  return registered === undefined
    ? { namespaceURI: namespace, localName }
    : { namespaceURI: suppliedFunctions, localName: registered };
}
