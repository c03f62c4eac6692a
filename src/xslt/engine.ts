import { createRequire, Module } from 'node:module';
import { buildDocument, type EngineDocument } from './build-document.ts';
import type { TransformJob, TransformMessage } from './transform.ts';

/** A compiled stylesheet (SEF, parsed), as the engine reads it. */
export type CompiledStylesheet = object;

export interface EngineResult {
  readonly principal: string;
  readonly results: Map<string, string>;
  readonly messages: TransformMessage[];
}

/** A stylesheet's own error at run time. `line` counts from 1 and is 0 where the engine does not know it. */
export class StylesheetError extends Error {
  readonly code: string;
  readonly module: string;
  readonly line: number;
  readonly messages: readonly TransformMessage[];

  constructor(
    message: string,
    code: string,
    module: string,
    line: number,
    messages: readonly TransformMessage[],
  ) {
    super(message);
    this.code = code;
    this.module = module;
    this.line = line;
    this.messages = messages;
  }
}

/** What of SaxonJS we use; it ships without types. */
interface Saxon {
  transform(options: Record<string, unknown>): { principalResult: string | null };
  getPlatform(): Record<string, unknown> & { createDocument(): object };
  XPath: { evaluate(expression: string, context: null, options: { params: Record<string, string> }): object };
  XError: new (message: string, code: string) => Error;
}
interface DomNode {
  nodeType: number;
  nodeValue: string | null;
  textContent: string;
  childNodes?: ArrayLike<DomNode>;
  getAttribute?(name: string): string | null;
}

/** Results that a stylesheet names are resolved against this and handed back relative to it; nothing is ever written there. */
const resultBase = 'file:///variorum-results/';
const initialTemplate = 'Q{http://www.w3.org/1999/XSL/Transform}initial-template';
let saxon: Saxon | undefined;
/** The source and the index that were parsed last: a document goes through several stylesheets, an index through many pages. */
const parsed = new Map<'source' | 'index', { readonly text: string; readonly tree: object }>();

function parse(which: 'source' | 'index', text: string): object {
  const last = parsed.get(which);
  if (last?.text === text) return last.tree;
  const { XPath, getPlatform } = engine();
  const tree =
    buildDocument(text, getPlatform().createDocument() as EngineDocument) ??
    XPath.evaluate('parse-xml($xml)', null, { params: { xml: text } });
  // SaxonJS words its options for a log that is off, and with them the whole of the document.
  Object.defineProperty(tree, 'toString', { value: () => which });
  parsed.set(which, { text, tree });
  return tree;
}

/** Loads SaxonJS with nothing in the place of its HTTP client (axios): that would take a quarter of the load, and no stylesheet may use it. */
function loadWithoutNetwork(): Saxon {
  const require = createRequire(import.meta.url);
  const client = createRequire(require.resolve('saxon-js')).resolve('axios');
  const before = require.cache[client];
  const none = new Module(client);
  none.exports = {};
  none.loaded = true;
  require.cache[client] = none;
  try {
    return require('saxon-js') as Saxon;
  } finally {
    if (before === undefined) delete require.cache[client];
    else require.cache[client] = before;
  }
}

/** SaxonJS, loaded on first use, with every way to files and the network closed: a stylesheet gets what its job holds and nothing else. */
function engine(): Saxon {
  if (saxon !== undefined) return saxon;
  const loaded = loadWithoutNetwork();
  const denied = (what: unknown): never => {
    throw new loaded.XError(
      `A stylesheet may not read or write files or the network (asked for ${String(what)})`,
      'FODC0002',
    );
  };
  const platform: Record<string, unknown> = loaded.getPlatform();
  for (const door of ['readFile', 'resourcePromise', 'writeFileSync', 'writeFileAsync', 'makeHttpRequest'])
    platform[door] = denied;
  platform.saxonPrint = () => {};
  saxon = loaded;
  return loaded;
}

/** Loads SaxonJS before the first stylesheet asks for it. */
export function loadEngine(): void {
  engine();
}

/** Runs a compiled stylesheet. Throws `StylesheetError` where the stylesheet itself fails. */
export function run(stylesheet: CompiledStylesheet, job: TransformJob): EngineResult {
  const { transform, XError } = engine();
  const results = new Map<string, string>();
  const messages: TransformMessage[] = [];
  const parameters: Record<string, unknown> = { ...job.parameters };
  try {
    if (job.index !== undefined) parameters.index = parse('index', job.index);
    const { principalResult } = transform({
      stylesheetInternal: stylesheet,
      ...(job.source === undefined ? { initialTemplate } : { sourceNode: parse('source', job.source) }),
      stylesheetParams: parameters,
      destination: 'serialized',
      baseOutputURI: resultBase,
      deliverMessage: (content: DomNode, code: unknown) => messages.push(messageOf(content, String(code))),
      deliverResultDocument: () => ({
        destination: 'serialized',
        save: (uri: URL, text: string) =>
          results.set(decodeURI(String(uri)).replace(resultBase, ''), String(text)),
      }),
      collectionFinder: (uri: unknown) => {
        throw new XError(`A stylesheet may not read collections (asked for ${String(uri)})`, 'FODC0002');
      },
    });
    return { principal: principalResult ?? '', results, messages };
  } catch (error) {
    if (!(error instanceof XError)) throw error;
    const { message, code, xsltModule, xsltLineNr } = error as Error & Record<string, unknown>;
    throw new StylesheetError(
      String(message).split('\n')[0]!,
      localPart(String(code ?? '')),
      String(xsltModule ?? ''),
      Number(xsltLineNr) || 0,
      messages,
    );
  }
}

/** A message is plain text or one element `v:message` with `@code`, `@i` (the number of the element it speaks of) and `@name`. */
function messageOf(content: DomNode, code: string): TransformMessage {
  const text = content.textContent.trim();
  const element = Array.from(content.childNodes ?? []).find((node) => node.nodeType === 1) ?? content;
  const own = (name: string) => element.getAttribute?.(name) ?? undefined;
  const [i, name, ownCode] = [own('i'), own('name'), own('code')];
  const said = ownCode ?? (/XTMM9000$/.test(code) ? undefined : localPart(code));
  return {
    text,
    ...(said === undefined ? {} : { code: said }),
    ...(i === undefined || !/^\d+$/.test(i) ? {} : { i: Number(i) }),
    ...(name === undefined ? {} : { name }),
  };
}

/** The local part of a name in Q{uri}local form. */
function localPart(name: string): string {
  return name.replace(/^Q\{[^}]*\}/, '');
}

/** The names of the parameters that a compiled stylesheet declares, those of any namespace in `Q{uri}local` form. */
export function parametersOf(stylesheet: CompiledStylesheet): Set<string> {
  const names = new Set<string>();
  for (const component of (stylesheet as SefNode).C ?? []) {
    for (const node of [component, ...(component.C ?? [])]) {
      if (node.N === 'globalParam' && node.name !== undefined) names.add(node.name.replace(/^Q\{\}/, ''));
    }
  }
  return names;
}

/** Whether a compiled stylesheet has the template that runs without a source document. */
export function hasInitialTemplate(stylesheet: CompiledStylesheet): boolean {
  return JSON.stringify((stylesheet as SefNode).C ?? []).includes(`"name":"${initialTemplate}"`);
}

interface SefNode {
  N: string;
  name?: string;
  C?: SefNode[];
}
