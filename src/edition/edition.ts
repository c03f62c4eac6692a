import type { Corpus } from '../corpus/corpus.ts';
import type { CorpusDocument } from '../corpus/corpus-document.ts';
import { baseOf } from '../corpus/pointer.ts';
import type { Target } from '../corpus/target.ts';
import type { Place } from '../diagnostics/place.ts';
import { XML } from '../xml/name.ts';
import { attribute, type Element } from '../xml/tree.ts';
import { documentIds } from './document-ids.ts';
import { EditedDocument, type EditionFacts } from './edited-document.ts';
import { glyphText } from './glyph.ts';
import type { ReadingPolicy } from './reading-context.ts';
import type { Replacement } from './sequence.ts';

/** An element of an edition, by its document and number. */
export interface Spot {
  readonly document: EditedDocument;
  readonly i: number;
}

/** Where one pointer of an attribute leads. */
export interface Lead {
  readonly value: string;
  readonly target: Target;
  /** The element, where the target is one of an edition's document. */
  readonly spot: Spot | undefined;
}

/** The documents of an edition under one roof: what they mean before anything is rendered. Accepts faulty input. */
export class Edition implements EditionFacts {
  readonly corpus: Corpus;
  readonly policy: ReadingPolicy;
  readonly documents: readonly EditedDocument[];
  private readonly byPath = new Map<string, EditedDocument>();
  private readonly spots = new Map<Element, Spot>();
  private readonly leadTable = new Map<string, readonly Lead[]>();
  private callTable: ReadonlyMap<EditedDocument, ReadonlyMap<number, readonly Spot[]>> | undefined;

  constructor(corpus: Corpus, policy: ReadingPolicy) {
    this.corpus = corpus;
    this.policy = policy;
    const files = documentsOf(corpus);
    const ids = documentIds(files.map((file) => file.path));
    this.documents = files.map((file) => {
      const include = (element: Element) => this.replacementOf(element);
      return new EditedDocument(ids.get(file.path)!, file, include, this);
    });
    for (const document of this.documents) {
      this.byPath.set(document.path, document);
      for (const [element, i] of document.unsettled.numbers) {
        if (!this.spots.has(element)) this.spots.set(element, { document, i });
      }
    }
  }

  documentAt(path: string): EditedDocument | undefined {
    return this.byPath.get(path);
  }

  /** Where an element stands: in the document asked for, if it is part of it, else in the first that has it. */
  spotOf(element: Element, preferred?: EditedDocument): Spot | undefined {
    const i = preferred?.unsettled.numbers.get(element);
    return i === undefined ? this.spots.get(element) : { document: preferred!, i };
  }

  /** Where the pointers of an attribute lead, in its order. */
  leadsOf(document: EditedDocument, i: number, local: string): readonly Lead[] {
    const value = attribute(document.unsettled.elements[i]!, local)?.trim();
    if (value === undefined || value === '') return [];
    const file = this.fileOf(document, i);
    const element = document.unsettled.elements[i]!;
    const base = this.hasBases(file) ? baseOf(element) : undefined;
    const key = `${document.id} ${file.path} ${base ?? ''} ${value}`;
    let leads = this.leadTable.get(key);
    if (leads === undefined) {
      leads = value.split(/\s+/).map((each): Lead => {
        const target = this.corpus.resolveReference(file, each, base);
        const spot = target.kind === 'element' ? this.spotOf(target.element, document) : undefined;
        return { value: each, target, spot };
      });
      this.leadTable.set(key, leads);
    }
    return leads;
  }

  /** The source place of an element's start tag. */
  placeOf(document: EditedDocument, i: number): Place {
    const element = document.unsettled.elements[i]!;
    return document.unsettled.sources[i]!.place(element.start, element.startTagEnd);
  }

  /** The notes that each call calls, by the call's number. */
  callsIn(document: EditedDocument): ReadonlyMap<number, readonly Spot[]> {
    this.callTable ??= this.findCalls();
    return this.callTable.get(document) ?? new Map();
  }

  isCall(document: EditedDocument, i: number): boolean {
    return this.callsIn(document).has(i);
  }

  glyph(document: EditedDocument, i: number): string | undefined {
    for (const { spot } of this.leadsOf(document, i, 'ref')) {
      const text = spot === undefined ? undefined : glyphText(spot.document, spot.i);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  private fileOf(document: EditedDocument, i: number): CorpusDocument {
    return this.corpus.files.get(document.unsettled.sources[i]!.path) ?? document.file;
  }

  private readonly based = new Map<CorpusDocument, boolean>();
  private hasBases(file: CorpusDocument): boolean {
    let has = this.based.get(file);
    if (has === undefined) {
      has = file.attributes('base', XML).length > 0;
      this.based.set(file, has);
    }
    return has;
  }

  /** A pointer to a note is its call, but for one that asks for its page, line or number; so is what a note's own `@target` points to. */
  private findCalls(): Map<EditedDocument, Map<number, Spot[]>> {
    const found = new Map<EditedDocument, Map<number, Spot[]>>();
    const add = (call: Spot, note: Spot) => {
      let table = found.get(call.document);
      if (table === undefined) {
        table = new Map();
        found.set(call.document, table);
      }
      const notes = table.get(call.i);
      if (notes === undefined) table.set(call.i, [note]);
      else if (!notes.some((each) => each.i === note.i && each.document === note.document)) notes.push(note);
    };
    for (const document of this.documents) {
      const { names } = document;
      for (let i = 0; i < names.length; i++) {
        const name = names[i]!;
        if (name === 'ptr' || name === 'ref') {
          const type = attribute(document.unsettled.elements[i]!, 'type');
          if (type === 'page' || type === 'line' || type === 'number') continue;
          for (const { spot } of this.leadsOf(document, i, 'target')) {
            if (spot?.document.names[spot.i] === 'note') add({ document, i }, spot);
          }
        } else if (name === 'note') {
          for (const { spot } of this.leadsOf(document, i, 'target')) {
            const target = spot?.document.names[spot.i];
            if (target === 'ptr' || target === 'ref' || target === 'anchor') add(spot!, { document, i });
          }
        }
      }
    }
    return found;
  }

  private replacementOf(element: Element): Replacement | undefined {
    const inclusion = this.corpus.inclusion(element);
    if (inclusion === undefined) return undefined;
    const { content, document } = inclusion;
    const nothing = { source: document.source, nodes: [], text: '', attributes: [] };
    if (content.kind === 'text') return { ...nothing, text: content.text };
    if (content.kind === 'fallback') return { ...nothing, nodes: content.element.childNodes };
    if (content.kind === 'nothing') return undefined;
    const language = inheritedLanguage(element);
    const own = content.nodes[0]?.parentNode;
    const theirs = own?.nodeType === 1 ? inheritedLanguage(own) : '';
    const attributes = [{ name: 'xml:base', value: encodeURI(content.document.path) }];
    if (language !== theirs) attributes.push({ name: 'xml:lang', value: theirs });
    return { source: content.document.source, nodes: content.nodes, text: '', attributes };
  }
}

/** The edition's own documents that are not a part of another of them. */
function documentsOf(corpus: Corpus): readonly CorpusDocument[] {
  const parts = new Set<CorpusDocument>();
  for (const document of corpus.documents) {
    for (const each of corpus.composition.belowOf(document)) {
      for (const { content } of corpus.inclusionsOf(each)) {
        if (
          content.kind === 'nodes' &&
          content.document !== document &&
          content.nodes.includes(content.document.root)
        ) {
          parts.add(content.document);
        }
      }
    }
  }
  const whole = corpus.documents.filter((document) => !parts.has(document));
  return whole.length > 0 ? whole : corpus.documents;
}

function inheritedLanguage(element: Element): string {
  for (let at: Element | undefined = element; at !== undefined; ) {
    const language = attribute(at, 'lang', XML);
    if (language !== undefined) return language;
    at = at.parentNode.nodeType === 1 ? at.parentNode : undefined;
  }
  return '';
}
