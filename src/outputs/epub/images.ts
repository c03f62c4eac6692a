/** The image formats that every reading system shows (EPUB 3.3, core media types), by their first bytes. */
const signatures: readonly [mediaType: string, matches: (head: string) => boolean][] = [
  ['image/jpeg', (head) => head.startsWith('\xff\xd8\xff')],
  ['image/png', (head) => head.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/gif', (head) => /^GIF8[79]a/.test(head)],
  ['image/webp', (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP'],
];

/** The media type of an image, whatever its name says; undefined where not every reading system shows it. A drawing (SVG) must be told by its content. */
export function mediaTypeOf(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return signatures.find(([, matches]) => matches(head))?.[0];
}
