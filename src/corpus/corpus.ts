import type { Element } from '../xml/tree.ts';
import { Composition } from './composition.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { Finding } from './finding.ts';
import type { Inclusion } from './inclusion.ts';
import { type Location, locate } from './locate.ts';
import type { Pointer } from './pointer.ts';
import { type PrefixDefinition, prefixesOf } from './prefix-definition.ts';
import type { Target } from './target.ts';
import { selectXPointer } from './xpointer.ts';

/** An element that bears an id, and its file. */
export interface Definition {
  readonly document: CorpusDocument;
  readonly element: Element;
}

/** Everything that `loadCorpus` gathers. */
export interface CorpusParts {
  readonly documents: readonly CorpusDocument[];
  readonly files: ReadonlyMap<string, CorpusDocument>;
  readonly failed: ReadonlySet<string>;
  readonly inclusions: ReadonlyMap<CorpusDocument, readonly Inclusion[]>;
  readonly findings: ReadonlyMap<string, Finding>;
}

/** The files of an edition under one index of ids, and where each pointer leads. */
export class Corpus {
  /** The edition's own documents, in the order of the paths given; those that could not be read are missing. */
  readonly documents: readonly CorpusDocument[];
  /** Every XML file that was read, by its path: the documents, what they include, what their pointers name. */
  readonly files: ReadonlyMap<string, CorpusDocument>;
  /** The paths given that could not be read; the diagnostics say why. */
  readonly failed: ReadonlySet<string>;
  /** The files whose own content is the edition's concern: its documents and what they include, not what pointers alone name. */
  readonly checked: readonly CorpusDocument[];
  readonly composition: Composition;
  private readonly inclusionTable: ReadonlyMap<CorpusDocument, readonly Inclusion[]>;
  private readonly inclusionByElement = new Map<Element, Inclusion>();
  private readonly findings: ReadonlyMap<string, Finding>;
  private readonly idTable = new Map<string, Definition[]>();
  private readonly prefixTable = new Map<string, PrefixDefinition[]>();
  private readonly targets = new Map<CorpusDocument, Map<string, Target>>();

  constructor(parts: CorpusParts) {
    this.documents = parts.documents;
    this.files = parts.files;
    this.failed = parts.failed;
    this.inclusionTable = parts.inclusions;
    this.findings = parts.findings;
    this.composition = new Composition(parts.inclusions);
    const checked = new Set(parts.documents.flatMap((each) => [...this.composition.belowOf(each)]));
    this.checked = [...parts.files.values()].filter((each) => checked.has(each));
    for (const inclusion of [...parts.inclusions.values()].flat()) {
      this.inclusionByElement.set(inclusion.element, inclusion);
    }
    for (const document of parts.files.values()) {
      for (const [id, elements] of document.ids) {
        for (const element of elements) append(this.idTable, id, { document, element });
      }
      for (const [prefix, definitions] of prefixesOf(document)) {
        for (const definition of definitions) append(this.prefixTable, prefix, definition);
      }
    }
  }

  /** The files whose own content is the edition's concern: its documents and what they include, not what pointers alone name. */
  /** The inclusions of a file, in its order. */
  inclusionsOf(document: CorpusDocument): readonly Inclusion[] {
    return this.inclusionTable.get(document) ?? [];
  }

  /** What an `xi:include` brings in. */
  inclusion(element: Element): Inclusion | undefined {
    return this.inclusionByElement.get(element);
  }

  /** Every element with an id, in the order of the files. */
  definitions(id: string): readonly Definition[] {
    return this.idTable.get(id) ?? [];
  }

  /** Every id of every file. */
  ids(): Iterable<string> {
    return this.idTable.keys();
  }

  /** The definitions of a prefix that count in a file: its own, else those that XInclude joins to it, else any of the edition's. */
  prefixesFor(document: CorpusDocument, prefix: string): readonly PrefixDefinition[] {
    const own = prefixesOf(document).get(prefix);
    if (own !== undefined) return own;
    const all = this.prefixTable.get(prefix) ?? [];
    const scope = this.composition.scopeOf(document);
    const near = all.filter((definition) => scope.has(definition.document));
    return near.length > 0 ? near : all;
  }

  /** Where a pointer leads. */
  resolve(pointer: Pointer): Target {
    return this.resolveReference(pointer.document, pointer.value, pointer.base);
  }

  /** Where a URI reference leads that stands in a file, under an `xml:base`. */
  resolveReference(document: CorpusDocument, reference: string, base?: string): Target {
    let known = this.targets.get(document);
    if (known === undefined) {
      known = new Map();
      this.targets.set(document, known);
    }
    const key = base === undefined ? reference : `${reference} ${base}`;
    let target = known.get(key);
    if (target === undefined) {
      target = this.follow(document, this.locate(document, reference, base));
      known.set(key, target);
    }
    return target;
  }

  /** The file that a URI reference names, before anything is looked up in it. */
  locate(document: CorpusDocument, reference: string, base?: string): Location {
    return locate(document, reference, base, (prefix) => this.prefixesFor(document, prefix));
  }

  private follow(from: CorpusDocument, location: Location): Target {
    if (location.kind === 'own') {
      const target = this.own(from, location.fragment);
      return target.kind === 'missing-id' && location.uri !== undefined
        ? { kind: 'external', uri: location.uri }
        : target;
    }
    if (location.kind !== 'path') return location;
    const { path, fragment } = location;
    const document = this.files.get(path);
    if (document !== undefined) {
      return fragment === '' ? { kind: 'file', path, document } : this.within(document, fragment, 'named');
    }
    switch (this.findings.get(path)) {
      case 'file':
      case 'folder':
        return { kind: 'file', path, document: undefined };
      case 'outside':
        return { kind: 'outside', path };
      case 'unreadable':
        return { kind: 'unreadable', path };
      default:
        return { kind: 'missing-file', path };
    }
  }

  private own(document: CorpusDocument, fragment: string): Target {
    if (fragment === '') return { kind: 'file', path: document.path, document };
    const target = this.within(document, fragment, 'own');
    if (target.kind !== 'missing-id') return target;
    const others = this.definitions(target.id);
    const first = others[0];
    if (first === undefined) return target;
    const files = new Set(others.map((each) => each.document));
    return { kind: 'element', ...first, found: 'elsewhere', rivals: files.size - 1 };
  }

  private within(document: CorpusDocument, fragment: string, found: 'own' | 'named'): Target {
    const element = document.ids.get(fragment)?.[0];
    if (element !== undefined) return { kind: 'element', document, element, found, rivals: 0 };
    if (fragment.includes('(')) {
      const selected = selectXPointer(document, fragment);
      if (selected.kind === 'unsupported') return { kind: 'unchecked', scheme: selected.scheme };
      const node = selected.kind === 'nodes' ? selected.nodes[0] : undefined;
      if (node?.nodeType === 1) return { kind: 'element', document, element: node, found, rivals: 0 };
      return { kind: 'missing-id', document, id: fragment };
    }
    const joined = found === 'own' ? this.composition.scopeOf(document) : this.composition.belowOf(document);
    const roots = found === 'own' ? this.composition.rootsOf(document) : [document];
    for (const definition of joined.size > 1 ? this.definitions(fragment) : []) {
      if (!joined.has(definition.document)) continue;
      if (roots.some((root) => this.composition.brings(root, definition.document, definition.element))) {
        return { kind: 'element', ...definition, found, rivals: 0 };
      }
    }
    return { kind: 'missing-id', document, id: fragment };
  }
}

function append<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}
