import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type World, WorldError } from '../world/world.ts';
import type { Attribute } from '../xml/events.ts';
import { readTree } from '../xml/read.ts';
import { attributeNode, type Document, type Element } from '../xml/tree.ts';
import { ownSources } from './own-stylesheets.ts';

export const XSLT = 'http://www.w3.org/1999/XSL/Transform';

/** An import or include of a stylesheet: the attribute, and the module that it means. */
export interface Link {
  readonly href: Attribute;
  readonly target: { readonly kind: 'edition' | 'own'; readonly path: string };
}

export interface StylesheetModule {
  readonly path: string;
  readonly tree: Document;
  readonly links: readonly Link[];
}

/** An editor's stylesheet with every module that it imports or includes, by path from the edition's root. */
export interface StylesheetClosure {
  readonly modules: ReadonlyMap<string, StylesheetModule>;
  readonly usesOurs: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a stylesheet and what it is made of. Modules of ours (`variorum:html.xsl`) are named, not read. */
export async function readClosure(path: string, world: Pick<World, 'read'>): Promise<StylesheetClosure> {
  const modules = new Map<string, StylesheetModule>();
  const diagnostics: Diagnostic[] = [];
  const report = (found: Diagnostic) => void diagnostics.push(found);
  let usesOurs = false;

  const visit = async (at: string, from?: { module: Document; href: Attribute }): Promise<void> => {
    if (modules.has(at)) return;
    let bytes: Uint8Array;
    try {
      bytes = await world.read(at);
    } catch (error) {
      if (!(error instanceof WorldError)) throw error;
      const place =
        from === undefined
          ? { path: at, line: 1, column: 1, endLine: 1, endColumn: 1 }
          : from.module.source.place(from.href.valueStart, from.href.valueEnd);
      report(diagnostic('stylesheet-missing', place, { path: at, why: error.message }));
      return;
    }
    const tree = readTree(bytes, at, report);
    if (tree === undefined) return;
    const links: Link[] = [];
    modules.set(at, { path: at, tree, links });
    for (const { href, name } of importsOf(tree.documentElement)) {
      const target = targetOf(href.value, at);
      if (target === undefined) {
        report(
          diagnostic('stylesheet-import-refused', tree.source.place(href.valueStart, href.valueEnd), {
            href: href.value,
            name,
          }),
        );
        continue;
      }
      links.push({ href, target });
      if (target.kind === 'own') usesOurs = true;
      else await visit(target.path, { module: tree, href });
    }
  };
  await visit(path);
  return { modules, usesOurs, diagnostics };
}

function importsOf(root: Element): { href: Attribute; name: string }[] {
  return root.childNodes.flatMap((node) => {
    if (node.nodeType !== 1 || node.name.namespace !== XSLT) return [];
    const { local } = node.name;
    const href = local === 'import' || local === 'include' ? attributeNode(node, 'href') : undefined;
    return href === undefined ? [] : [{ href, name: `xsl:${local}` }];
  });
}

/** What an href means: one of our modules, or a file of the edition; undefined for anything else. */
function targetOf(href: string, from: string): Link['target'] | undefined {
  const own = /^variorum:([\w-]+(?:\/[\w-]+)*\.xsl)$/.exec(href)?.[1];
  if (own !== undefined) return existsSync(join(ownSources, own)) ? { kind: 'own', path: own } : undefined;
  if (/^[a-z][\w+.-]*:/i.test(href) || href.startsWith('/') || href.includes('\\')) return undefined;
  try {
    const path = posix.normalize(
      posix.join(posix.dirname(from), decodeURIComponent(href.replace(/[?#].*$/, ''))),
    );
    return path.includes('\0') ? undefined : { kind: 'edition', path };
  } catch {
    return undefined;
  }
}
