import type { CorpusDocument } from './corpus-document.ts';
import { type PrefixDefinition, writeOut } from './prefix-definition.ts';
import type { Target } from './target.ts';
import {
  decodePercent,
  isKnownScheme,
  parseReference,
  resolveAgainst,
  resolvePath,
  unsafeScheme,
} from './uri.ts';

/** The file that a URI reference names, before anything is looked up in it. */
export type Location =
  /** The pointer's own document; `uri` is what a bare fragment means strictly, where `xml:base` is an address on the web. */
  | { readonly kind: 'own'; readonly fragment: string; readonly uri?: string }
  /** A path from the edition's root; one out of it starts with `..`. */
  | { readonly kind: 'path'; readonly path: string; readonly fragment: string }
  | Extract<Target, { kind: 'external' | 'outside' | 'unsafe' | 'undeclared-prefix' | 'prefix-mismatch' }>;

/** Reads a URI reference that stands in a document: writes out prefixes, applies `xml:base`, and refuses what leads out of the project. */
export function locate(
  document: CorpusDocument,
  reference: string,
  base: string | undefined,
  prefixesFor: (prefix: string) => readonly PrefixDefinition[],
): Location {
  const scheme = parseReference(reference).scheme;
  const definitions = scheme === undefined ? [] : prefixesFor(scheme);
  if (scheme === undefined || definitions.length === 0) return locateUri(document, reference, base);
  const rest = reference.slice(scheme.length + 1);
  for (const definition of definitions) {
    const written = writeOut(definition, rest);
    if (written !== undefined) return locateUri(document, written, base);
  }
  return { kind: 'prefix-mismatch', definition: definitions[0]! };
}

function locateUri(document: CorpusDocument, reference: string, base: string | undefined): Location {
  const unsafe = unsafeScheme(reference);
  if (unsafe !== undefined) return { kind: 'unsafe', what: `${unsafe}:` };
  if (/\0|%00/.test(reference)) return { kind: 'unsafe', what: 'NUL' };
  const { scheme, authority, path, fragment = '' } = parseReference(reference);
  if (scheme !== undefined) {
    const isFile = scheme.toLowerCase() === 'file' || /^[A-Za-z]$/.test(scheme);
    if (isFile) return { kind: 'outside', path: reference };
    return isKnownScheme(scheme) || authority !== undefined
      ? { kind: 'external', uri: reference }
      : { kind: 'undeclared-prefix', prefix: scheme };
  }
  if (authority !== undefined) return { kind: 'external', uri: reference };
  if (base !== undefined && base !== '') {
    const isBare = path === '';
    const from = parseReference(base);
    if (from.scheme !== undefined || from.authority !== undefined) {
      // Many files give a web address as their base and still mean themselves by a bare fragment.
      const based = locateUri(document, resolveAgainst(base, reference), undefined);
      if (!isBare) return based;
      const own = { kind: 'own', fragment: decodePercent(fragment) } as const;
      return based.kind === 'external' ? { ...own, uri: based.uri } : own;
    }
    if (!(isBare && /(?:^|\/)$/.test(from.path)))
      return locateUri(document, resolveAgainst(base, reference), undefined);
  }
  if (path === '') return { kind: 'own', fragment: decodePercent(fragment) };
  const decoded = decodePercent(path).replaceAll('\\', '/');
  if (decoded.startsWith('/')) return { kind: 'outside', path: decodePercent(path) };
  return { kind: 'path', path: resolvePath(document.path, decoded), fragment: decodePercent(fragment) };
}
