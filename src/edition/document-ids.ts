/** Names that Windows keeps for devices, and the pages that every edition has. */
const reserved = new Set(
  `con prn aux nul com1 com2 com3 com4 com5 com6 com7 com8 com9 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9
  index persons places organisations events objects documents-mentioned codenames works others witnesses apparatus
  search about timeline encoding contents-by-title contents-by-place assets files tei`.split(/\s+/),
);
const longest = 80;

/** Gives each path an id that is unique in the edition and safe as a file name on every system: also where upper and lower case, or composed and decomposed letters, are the same. */
export function documentIds(paths: readonly string[]): Map<string, string> {
  const ids = new Map<string, string>();
  const used = new Set<string>();
  for (const path of paths) {
    const segments = path.split('/');
    const stem = safe(segments.at(-1)!.replace(/\.(?:tei\.)?(?:xml|tei|odd)$/i, ''));
    const folder = safe(segments.at(-2) ?? '');
    let id = stem === '' ? 'document' : stem;
    if (reserved.has(id.toLowerCase())) id = `${id}-text`;
    if (used.has(id.toLowerCase()) && folder !== '') id = `${folder}-${id}`;
    for (let n = 2, base = id; used.has(id.toLowerCase()); n++) id = `${base}-${n}`;
    used.add(id.toLowerCase());
    ids.set(path, id);
  }
  return ids;
}

/** ASCII letters, digits, `.`, `_` and `-`; letters with marks lose them, others become their code in hexadecimal. */
function safe(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[øØ]/g, 'o')
    .replace(/[^\x00-\x7f]/gu, (letter) =>
      /[\p{L}\p{N}]/u.test(letter) ? `u${letter.codePointAt(0)!.toString(16)}` : '-',
    )
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, longest)
    .replace(/^[.-]+|[.-]+$/g, '');
}
