import type { Target } from '../corpus/target.ts';
import type { EditedDocument } from './edited-document.ts';
import type { Edition, Lead, Spot } from './edition.ts';
import type { RegisterEntryFound } from './register-entries.ts';
import { type RegisterKind, registerPages } from './register-kinds.ts';

/** An entry of the edition's registers with its id, unique in the edition. */
export interface IdentifiedEntry extends RegisterEntryFound {
  readonly id: string;
  readonly route: string;
}

/** The table from an element to the page and fragment where it is shown: one for every output. */
export class Routes {
  private readonly entries: ReadonlyMap<EditedDocument, ReadonlyMap<number, IdentifiedEntry>>;
  /** Files of the project that pages link to or show, by their path from the edition's root. */
  readonly files = new Set<string>();

  constructor(entries: readonly IdentifiedEntry[]) {
    const table = new Map<EditedDocument, Map<number, IdentifiedEntry>>();
    for (const entry of entries) {
      const own = table.get(entry.document);
      if (own === undefined) table.set(entry.document, new Map([[entry.i, entry]]));
      else own.set(entry.i, entry);
    }
    this.entries = table;
  }

  /** The register entry that an element is. */
  entryAt({ document, i }: Spot): IdentifiedEntry | undefined {
    return this.entries.get(document)?.get(i);
  }

  /** The page of a document; for one that is only a register, the page of its first kind. */
  pageOf(document: EditedDocument): string {
    if (document.kind === 'text') return `${document.id}.html`;
    const first = this.entries.get(document)?.values().next().value;
    return first === undefined ? 'index.html' : registerRoute(first.kind);
  }

  /** Where an element is shown, as a URL from the folder of the pages; '' where it is not shown. */
  routeOf(spot: Spot): string {
    const { document, i } = spot;
    const { names, unsettled } = document;
    for (let at = i; at >= 0; at = unsettled.parents[at]!) {
      const entry = this.entryAt({ document, i: at });
      if (entry !== undefined) return entry.route;
      const name = names[at]!;
      if (name === 'abstract') break;
      if (name === 'teiHeader') return this.pageOf(document);
    }
    const within = this.entryWithin(spot);
    if (within !== undefined && (document.kind === 'register' || document.reading.lefts.get(i) === 'data')) {
      return registerRoute(within.kind);
    }
    if (document.kind === 'register') return this.pageOf(document);
    if (i === 0 || names[i] === 'text' || names[i] === 'body') return this.pageOf(document);
    return `${this.pageOf(document)}#${encodeURI(document.anchors.of(i))}`;
  }

  /** The URL of one lead from the folder of the pages; '' for what is unsafe, missing or cannot be followed in a browser. */
  hrefOf(lead: Lead, edition: Edition): string {
    if (lead.spot !== undefined) return this.routeOf(lead.spot);
    return this.hrefOfTarget(lead.target, edition);
  }

  private hrefOfTarget(target: Target, edition: Edition): string {
    if (target.kind === 'external') {
      if (/^doi:/i.test(target.uri)) return `https://doi.org/${target.uri.slice(4)}`;
      return /^(?:https?|ftp|mailto|tel):/i.test(target.uri) || target.uri.startsWith('//') ? target.uri : '';
    }
    if (target.kind === 'file') {
      const document = edition.documentAt(target.path);
      if (document !== undefined) return this.pageOf(document);
      if (target.document !== undefined || target.path === '') return '';
      this.files.add(target.path);
      return fileRoute(target.path);
    }
    return '';
  }

  private entryWithin({ document, i }: Spot): IdentifiedEntry | undefined {
    const own = this.entries.get(document);
    if (own === undefined) return undefined;
    for (let at = i + 1; at <= document.unsettled.lasts[i]!; at++) {
      const entry = own.get(at);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }
}

/** The page of a register. */
export function registerRoute(kind: RegisterKind): string {
  return `${registerPages[kind]}.html`;
}

/** Where an output puts a file of the project that its pages need. */
export function fileRoute(path: string): string {
  return `files/${path.split('/').map(encodeURIComponent).join('/')}`;
}
