import type { Scope } from './events.ts';
import { XML } from './name.ts';

/** The bindings of one element that declares namespaces, on top of those around it. */
export class NamespaceScope implements Scope {
  private readonly outer: NamespaceScope | undefined;
  private readonly own: ReadonlyMap<string, string>;
  private all: ReadonlyMap<string, string> | undefined;

  /** `own`: prefix to namespace; '' as namespace takes a binding back. */
  constructor(outer: NamespaceScope | undefined, own: ReadonlyMap<string, string>) {
    this.outer = outer;
    this.own = own;
  }

  lookup(prefix: string): string | undefined {
    for (let scope: NamespaceScope | undefined = this; scope !== undefined; scope = scope.outer) {
      const namespace = scope.own.get(prefix);
      if (namespace !== undefined) return namespace === '' ? undefined : namespace;
    }
    return undefined;
  }

  bindings(): ReadonlyMap<string, string> {
    if (this.all === undefined) {
      const all = new Map(this.outer?.bindings());
      for (const [prefix, namespace] of this.own) {
        if (namespace === '') all.delete(prefix);
        else if (prefix !== 'xml') all.set(prefix, namespace);
      }
      this.all = all;
    }
    return this.all;
  }
}

/** What is in scope outside the root element: the prefix `xml` alone. */
export const outermostScope: NamespaceScope = new NamespaceScope(undefined, new Map([['xml', XML]]));
