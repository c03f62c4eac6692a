const signatures: readonly (readonly [bytes: string, what: string])[] = [
  ['\x1f\x8b', 'a gzip archive'],
  ['PK\x03\x04', 'a zip archive (as .docx, .odt and .epub are)'],
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'an RTF document'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['\x28\xb5\x2f\xfd', 'a zstd archive'],
  ['\x89PNG', 'a PNG image'],
  ['\xff\xd8\xff', 'a JPEG image'],
  ['SQLite format 3', 'an SQLite database'],
  ['\xd0\xcf\x11\xe0', 'an old Word or Excel file'],
];

/** What a file that is no XML seems to be, by its first bytes (given as Latin-1); undefined where nothing speaks against XML. */
export function looksLike(head: string): string | undefined {
  for (const [bytes, what] of signatures) if (head.startsWith(bytes)) return what;
  return /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*["{[\]])/.test(head) ? 'JSON' : undefined;
}

/** Whether a text that is not well-formed is an HTML page rather than faulty XML. */
export function looksLikeHtml(text: string): boolean {
  const head =
    /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?(?:<!doctype\s+html\b[^>]{0,300}>|<html\b[^>]{0,2000}>)/i.exec(
      text.slice(0, 5000),
    );
  return head !== null && !/XHTML|xmlns\s*=/i.test(text.slice(0, head.index + head[0].length + 500));
}
