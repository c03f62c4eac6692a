/** The relative path from one file to another, as a pointer writes it: percent-encoded where it must be. */
export function relativePath(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return [
    ...here.map(() => '..'),
    ...there.map((segment) => encodeURI(segment).replace(/[?#]/g, encodeURIComponent)),
  ].join('/');
}
