import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { BuiltSite } from './built-site.ts';

export const pagesOf = (site: BuiltSite) => [...site.files.keys()].filter((path) => path.endsWith('.html'));

/** Links of a site that lead to no page or no place on it. */
export function brokenLinks(site: BuiltSite, extra: (readonly [string, string])[] = []): string[] {
  const ids = new Map<string, Set<string>>();
  const links: (readonly [page: string, href: string])[] = [...extra];
  for (const path of pagesOf(site)) {
    const own = new Set<string>();
    ids.set(path, own);
    const visit = (node: DefaultTreeAdapterTypes.Node) => {
      if ('attrs' in node) {
        for (const { name, value } of node.attrs) {
          if (name === 'id') {
            if (own.has(value)) links.push([path, `#twice:${value}`]);
            own.add(value);
          }
          if ((name === 'href' || name === 'src') && extra.length === 0) links.push([path, value]);
        }
      }
      if ('childNodes' in node) for (const child of node.childNodes) visit(child);
    };
    visit(parse(site.files.get(path)!));
  }
  return links.flatMap(([page, href]) => {
    if (/^[a-z]+:/i.test(href) || href.startsWith('../citation/')) return [];
    const url = new URL(href, `file:///${page}`);
    const path = decodeURIComponent(url.pathname.slice(1));
    const isThere = existsSync(join(site.folder, path));
    const id = decodeURIComponent(url.hash.slice(1));
    return isThere && (id === '' || ids.get(path)?.has(id)) ? [] : [`${page} → ${href}`];
  });
}
