import type { Element } from '../xml/tree.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { Inclusion } from './inclusion.ts';

/** Which files XInclude joins into one document. */
export class Composition {
  private readonly inclusions: ReadonlyMap<CorpusDocument, readonly Inclusion[]>;
  private readonly includers = new Map<CorpusDocument, Set<CorpusDocument>>();
  private readonly scopes = new Map<CorpusDocument, ReadonlySet<CorpusDocument>>();
  private readonly below = new Map<CorpusDocument, ReadonlySet<CorpusDocument>>();

  constructor(inclusions: ReadonlyMap<CorpusDocument, readonly Inclusion[]>) {
    this.inclusions = inclusions;
    for (const [document, own] of inclusions) {
      for (const { content } of own) {
        if (content.kind !== 'nodes' || content.document === document) continue;
        const known = this.includers.get(content.document);
        if (known === undefined) this.includers.set(content.document, new Set([document]));
        else known.add(document);
      }
    }
  }

  isIncluded(document: CorpusDocument): boolean {
    return this.includers.has(document);
  }

  /** Every file of the documents that a file is part of, itself too. */
  scopeOf(document: CorpusDocument): ReadonlySet<CorpusDocument> {
    let scope = this.scopes.get(document);
    if (scope === undefined) {
      const roots = this.rootsOf(document);
      if (roots.length === 1) scope = this.belowOf(roots[0]!);
      else scope = new Set(roots.flatMap((root) => [...this.belowOf(root)]));
      this.scopes.set(document, scope);
    }
    return scope;
  }

  /** A file and all that it includes, directly or not. */
  belowOf(document: CorpusDocument): ReadonlySet<CorpusDocument> {
    let below = this.below.get(document);
    if (below === undefined) {
      below = reach(document, (each) =>
        (this.inclusions.get(each) ?? []).flatMap(({ content }) =>
          content.kind === 'nodes' ? [content.document] : [],
        ),
      );
      this.below.set(document, below);
    }
    return below;
  }

  /** Whether an element of a file comes with it into a document that includes all of the file or a part. */
  brings(includer: CorpusDocument, document: CorpusDocument, element: Element): boolean {
    if (includer === document) return true;
    for (const each of this.belowOf(includer)) {
      for (const { content } of this.inclusions.get(each) ?? []) {
        if (content.kind !== 'nodes' || content.document !== document) continue;
        if (content.nodes.some((node) => node.start <= element.start && element.end <= node.end)) return true;
      }
    }
    return false;
  }

  /** The files that no file includes, from which a file is reached; in a circle of inclusions all of it. */
  rootsOf(document: CorpusDocument): readonly CorpusDocument[] {
    if (!this.includers.has(document)) return [document];
    const above = [...reach(document, (each) => this.includers.get(each) ?? [])];
    const roots = above.filter((each) => !this.includers.has(each));
    return roots.length > 0 ? roots : above;
  }
}

function reach<T>(from: T, next: (each: T) => Iterable<T>): Set<T> {
  const seen = new Set([from]);
  for (const each of seen) for (const one of next(each)) seen.add(one);
  return seen;
}
