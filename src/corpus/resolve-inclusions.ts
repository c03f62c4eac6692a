import { WorldError } from '../world/world.ts';
import { XINCLUDE } from '../xml/name.ts';
import { attribute, type Element } from '../xml/tree.ts';
import { breakLoops } from './break-loops.ts';
import type { CorpusDocument } from './corpus-document.ts';
import type { Included, Inclusion, InclusionFault } from './inclusion.ts';
import type { Library } from './library.ts';
import { locate } from './locate.ts';
import { baseOf } from './pointer.ts';
import { selectXPointer } from './xpointer.ts';

/** Resolves the `xi:include`s of documents and of all that they bring in: each file's inclusions in its order, loops and explosions cut. Nothing remote is fetched. */
export async function resolveInclusions(
  documents: readonly CorpusDocument[],
  library: Library,
): Promise<Map<CorpusDocument, readonly Inclusion[]>> {
  const resolved = new Map<CorpusDocument, Inclusion[]>();
  const texts = new Map<string, Uint8Array | WorldError>();
  const queue = new Set(documents);
  for (const document of queue) {
    if (document.includes.length === 0) continue;
    const xml: string[] = [];
    for (const element of document.includes) {
      const location = locationOf(document, element);
      if (location.kind !== 'path') continue;
      if (attribute(element, 'parse') !== 'text') xml.push(location.path);
      else if (!texts.has(location.path)) texts.set(location.path, await library.readBytes(location.path));
    }
    await library.readAll(xml);
    const inclusions: Inclusion[] = [];
    for (const element of document.includes) {
      if (!isActive(element, inclusions)) continue;
      const inclusion = resolve(document, element, library, texts);
      inclusions.push(inclusion);
      if (inclusion.content.kind === 'nodes') queue.add(inclusion.content.document);
      if (inclusion.fault?.kind === 'not-well-formed') library.tell(inclusion.path);
    }
    resolved.set(document, inclusions);
  }
  return breakLoops(resolved);
}

function resolve(
  document: CorpusDocument,
  element: Element,
  library: Library,
  texts: ReadonlyMap<string, Uint8Array | WorldError>,
): Inclusion {
  const href = attribute(element, 'href') ?? '';
  const parse = attribute(element, 'parse') ?? 'xml';
  const xpointer = attribute(element, 'xpointer');
  const location = locationOf(document, element);
  const path = location.kind === 'path' ? location.path : location.kind === 'own' ? document.path : '';
  const make = (content: Included, fault?: InclusionFault): Inclusion => ({
    document,
    element,
    href,
    path,
    content: fault === undefined ? content : (fallbackOf(element) ?? { kind: 'nothing' }),
    fault,
  });
  const fail = (fault: InclusionFault) => make({ kind: 'nothing' }, fault);

  if (parse !== 'xml' && parse !== 'text') return fail({ kind: 'invalid', detail: `parse="${parse}"` });
  if (href === '' && xpointer === undefined)
    return fail({ kind: 'invalid', detail: 'neither href nor xpointer' });
  if (href.includes('#')) return fail({ kind: 'invalid', detail: 'a fragment in href' });
  if (location.kind === 'external') return fail({ kind: 'remote', detail: location.uri });
  if (location.kind !== 'path' && location.kind !== 'own') return fail({ kind: 'outside', detail: href });

  if (parse === 'text') {
    const text = asText(texts.get(path), attribute(element, 'encoding'));
    return typeof text === 'string' ? make({ kind: 'text', text }) : fail(text);
  }
  const target = location.kind === 'own' ? document : library.files.get(path);
  if (target === undefined) {
    const finding = library.findings.get(path);
    if (finding === 'missing' || finding === 'outside') return fail({ kind: finding, detail: path });
    return fail({ kind: 'not-well-formed' });
  }
  if (xpointer === undefined || xpointer.trim() === '') {
    return make({ kind: 'nodes', document: target, nodes: target.tree.childNodes });
  }
  const selected = selectXPointer(target, xpointer);
  if (selected.kind === 'nodes') return make({ kind: 'nodes', document: target, nodes: selected.nodes });
  return fail({ kind: selected.kind === 'nothing' ? 'xpointer-nothing' : 'xpointer-unsupported', xpointer });
}

function locationOf(document: CorpusDocument, element: Element) {
  return locate(document, attribute(element, 'href') ?? '', baseOf(element), () => []);
}

function asText(bytes: Uint8Array | WorldError | undefined, encoding = 'UTF-8'): string | InclusionFault {
  if (bytes === undefined) return { kind: 'invalid', detail: 'parse="text" without a file' };
  if (bytes instanceof WorldError) {
    const kind = bytes.reason === 'missing' || bytes.reason === 'outside' ? bytes.reason : 'unreadable';
    return { kind, detail: bytes.message };
  }
  try {
    const isLatin = /^(?:iso-8859-1|latin1|us-ascii)$/i.test(encoding);
    const text = isLatin
      ? Buffer.from(bytes).toString('latin1')
      : new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
      return text.replace(/\r\n?/g, '\n');
    return { kind: 'unreadable', detail: 'it holds characters that XML does not allow' };
  } catch {
    return { kind: 'unreadable', detail: `it is not ${encoding}` };
  }
}

function fallbackOf(element: Element): Included | undefined {
  const fallback = element.childNodes.find(
    (node): node is Element => node.nodeType === 1 && isFallback(node),
  );
  return fallback === undefined ? undefined : { kind: 'fallback', element: fallback };
}

function isFallback(element: Element): boolean {
  return element.name.namespace === XINCLUDE && element.name.local === 'fallback';
}

/** Whether an `xi:include` stands in no fallback, or in one that is used. */
function isActive(element: Element, before: readonly Inclusion[]): boolean {
  for (let at = element.parentNode; at.nodeType === 1; at = at.parentNode) {
    const fallback = at;
    if (!isFallback(fallback)) continue;
    return before.some(({ content }) => content.kind === 'fallback' && content.element === fallback);
  }
  return true;
}
