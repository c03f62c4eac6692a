/** The parts of a URI reference that matter to an edition (RFC 3986, appendix B). */
export interface Reference {
  readonly scheme: string | undefined;
  readonly authority: string | undefined;
  /** As written: percent-encoding kept. */
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

export function parseReference(reference: string): Reference {
  const parts =
    /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/.exec(
      reference,
    )!;
  return { scheme: parts[1], authority: parts[2], path: parts[3]!, query: parts[4], fragment: parts[5] };
}

/** Decodes percent-encoding; what is not valid stays as written. */
export function decodePercent(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-7][0-9A-Fa-f])/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
}

/** The path that a relative path leads to from a file, both relative to the edition's root; one that climbs above the root keeps its leading `..`. */
export function resolvePath(fromFile: string, relative: string): string {
  const segments =
    relative === '' ? fromFile.split('/') : [...fromFile.split('/').slice(0, -1), ...relative.split('/')];
  const path: string[] = [];
  for (const segment of segments) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else path.push(segment);
  }
  return path.join('/');
}

/** Resolves a URI reference against a base, absolute or relative (RFC 3986 §5.2.2); a relative one that climbs out of its base keeps its leading `..`. */
export function resolveAgainst(base: string, reference: string): string {
  const to = parseReference(reference);
  if (to.scheme !== undefined) return reference;
  const from = parseReference(base);
  const scheme = from.scheme === undefined ? '' : `${from.scheme}:`;
  const tail = `${mark('?', to.query)}${mark('#', to.fragment)}`;
  if (to.authority !== undefined) return `${scheme}//${to.authority}${to.path}${tail}`;
  const site = `${scheme}${mark('//', from.authority)}`;
  if (to.path === '') {
    return `${site}${from.path}${mark('?', to.query ?? from.query)}${mark('#', to.fragment)}`;
  }
  const folder = from.authority !== undefined && from.path === '' ? '/' : from.path.replace(/[^/]*$/, '');
  return `${site}${withoutDots(to.path.startsWith('/') ? to.path : folder + to.path)}${tail}`;
}

function mark(sign: string, part: string | undefined): string {
  return part === undefined ? '' : sign + part;
}

/** Removes `.` and `..` segments (RFC 3986 §5.2.4). */
function withoutDots(path: string): string {
  const isAbsolute = path.startsWith('/');
  const kept: string[] = [];
  const segments = (isAbsolute ? path.slice(1) : path).split('/');
  for (const [i, segment] of segments.entries()) {
    const isLast = i === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
      else if (!isAbsolute) kept.push('..');
    } else if (segment !== '.') kept.push(segment);
    if (isLast && (segment === '.' || segment === '..')) kept.push('');
  }
  return (isAbsolute ? '/' : '') + kept.join('/');
}

/** Schemes of the wider world that an edition may point to and that nobody needs to declare (IANA's register, those that scholarship uses). */
const known = new Set(
  `http https ftp sftp mailto urn doi hdl info ark tel sms geo tag news nntp oai isbn issn lsid purl acct cid mid
  dav imap irc ldap magnet rtsp rtmp sip sips ssh svn git telnet ws wss xmpp z39.50r z39.50s dns about`
    .trim()
    .split(/\s+/),
);

export function isKnownScheme(scheme: string): boolean {
  return known.has(scheme.toLowerCase());
}

const unsafe = new Set(['javascript', 'vbscript', 'livescript', 'mocha', 'data', 'blob', 'filesystem']);

/** The scheme that would run or hide code when a page's reader follows the link, as a browser would see it: control characters and blanks inside are ignored there (WHATWG URL Standard). */
export function unsafeScheme(reference: string): string | undefined {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(
    reference.replace(/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028\u2029\ufeff]/g, ''),
  )?.[1];
  return scheme !== undefined && unsafe.has(scheme.toLowerCase()) ? scheme.toLowerCase() : undefined;
}
