import { decoded } from './feet.ts';
import { walk, type XhtmlElement } from './xhtml.ts';

/** One file of the book's text. */
export interface Part {
  /** Path below the package document. */
  readonly path: string;
  readonly route: string;
  readonly body: XhtmlElement;
}

/** An id that every reading system takes, from any id: other characters are written as their code points, so that two ids never become one and the id can be read back. */
export function plainId(id: string): string {
  const plain = id
    .replace(/_x(?=[0-9A-F]+_)/g, '_x5F_x')
    .replace(/[^A-Za-z0-9_.-]/gu, (character) => codeOf(character));
  return /^[A-Za-z_]/.test(plain) ? plain : plain.replace(/^./, (character) => codeOf(character));
}
const codeOf = (character: string) => `_x${character.codePointAt(0)!.toString(16).toUpperCase()}_`;

/** The id that `plainId` was made from. */
export function idOfPlain(plain: string): string {
  return plain.replace(/_x([0-9A-F]+)_/g, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** Where the pages, ids and images of a book are: the table that its links are made from. */
export class Addresses {
  private readonly ids = new Map<string, Map<string, string>>();
  private readonly firsts = new Map<string, string>();
  private readonly images: ReadonlyMap<string, string>;
  private readonly baseUrl: string;

  constructor(parts: readonly Part[], images: ReadonlyMap<string, string>, baseUrl: string) {
    this.images = images;
    this.baseUrl = baseUrl;
    for (const { path, route, body } of parts) {
      if (!this.firsts.has(route)) this.firsts.set(route, path);
      const own = this.ids.get(route) ?? new Map<string, string>();
      this.ids.set(route, own);
      for (const { attributes } of walk(body)) {
        const id = attributes.get('id');
        if (id !== undefined && !own.has(id)) own.set(id, path);
      }
    }
  }

  /** The link from one file of the book to what another page calls `href`; undefined where it leads nowhere. */
  linkFrom(part: Part, href: string): string | undefined {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return externalUrl(href);
    const target = targetOf(href, part.route);
    if (target === undefined) return undefined;
    const { route, id } = target;
    const first = this.firsts.get(route);
    if (first === undefined)
      return this.baseUrl === ''
        ? undefined
        : externalUrl(new URL(route + (id === '' ? '' : `#${id}`), this.baseUrl).href);
    const path = this.ids.get(route)!.get(id);
    if (path === undefined) return first === part.path ? undefined : relative(first);
    return `${path === part.path ? '' : relative(path)}#${plainId(id)}`;
  }

  /** The path of an image from a file of the book; undefined where the book does not hold it. */
  imageFrom(part: Part, source: string): string | undefined {
    const path = this.images.get(targetOf(source, part.route)?.route ?? '');
    return path === undefined ? undefined : `../${path}`;
  }
}

/** All parts stand in one folder. */
const relative = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** The page or file that a link names, as a route; undefined for one out of the folder of pages. */
export function targetOf(href: string, from: string): { route: string; id: string } | undefined {
  const [path = '', fragment = ''] = href.split(/#(.*)/s);
  if (path === '') return { route: from, id: decoded(fragment) };
  const steps = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  return { route: steps.join('/'), id: decoded(fragment) };
}

/** A link out of the book, as RFC 3986 writes it; undefined for what cannot be followed. */
export function externalUrl(href: string): string | undefined {
  let url: URL;
  try {
    url = new URL(href.startsWith('//') ? `https:${href}` : href);
  } catch {
    return undefined;
  }
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return undefined;
  const [scheme, rest] = [url.protocol, url.href.slice(url.protocol.length)];
  const [before = '', fragment] = rest.split(/#(.*)/s);
  const host = /^\/\/[^/?]*/.exec(before)?.[0] ?? '';
  const escaped = host + encode(before.slice(host.length));
  return scheme + escaped + (fragment === undefined ? '' : `#${encode(fragment)}`);
}

const encode = (part: string) =>
  part
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .replace(/[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character));
