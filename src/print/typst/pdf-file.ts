import { deflateSync, inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  /** Where its data begins, or the keyword that ends it. */
  readonly start: number;
}

/** The objects of a PDF that our typesetter wrote: a plain table of references and streams with direct lengths (ISO 32000-1 §7.3, §7.5). */
export class PdfFile {
  private readonly file: Buffer;
  private readonly raw: string;
  private readonly table: number;
  readonly objects: ReadonlyMap<number, PdfObject>;
  private readonly replaced = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    this.file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.raw = this.file.toString('latin1');
    const { raw } = this;
    this.table = raw.lastIndexOf('\nxref');
    const objects = new Map<number, PdfObject>();
    for (const [line] of raw.slice(this.table, raw.lastIndexOf('trailer')).matchAll(/\d{10} \d{5} n/g)) {
      const start = Number(line.slice(0, 10));
      const end = raw.slice(start, start + 400_000).search(/\bstream\r?\n|\bendobj\b/);
      const id = Number.parseInt(raw.slice(start, start + 12), 10);
      if (end >= 0) objects.set(id, { head: raw.slice(start, start + end), start: start + end });
    }
    this.objects = objects;
  }

  head(id: number | string | undefined): string {
    return this.objects.get(Number(id))?.head ?? '';
  }

  /** The unpacked data of a stream, a character for a byte. */
  stream(id: number): string {
    const object = this.objects.get(id);
    const length = lengthOf(object);
    if (object === undefined || length === 0) return '';
    const from = this.dataOf(object);
    const data = this.file.subarray(from, from + length);
    return (object.head.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
  }

  replaceStream(id: number, data: string): void {
    this.replaced.set(id, data);
  }

  /** Numbers of the pages' objects, in order. */
  pages(): number[] {
    const kids = /\/Kids \[([^\]]*)\]/.exec(
      [...this.objects.values()].find(({ head }) => /\/Type \/Pages\b/.test(head))?.head ?? '',
    );
    return [...(kids?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id));
  }

  /** The stream that a page shows. */
  contentOf(page: number): number {
    return Number(/\/Contents (\d+) 0 R/.exec(this.head(page))?.[1]);
  }

  /** The ToUnicode map of each font of a page, by the font's name there; 0 where it has none. */
  fontsOf(page: number): Map<string, number> {
    const head = this.head(page);
    const resources = /\/Resources (\d+) 0 R/.exec(head)?.[1];
    const holder = resources === undefined ? head : this.head(resources);
    const inline = /\/Font\s*<<([\s\S]*?)>>/.exec(holder)?.[1];
    const fonts = inline ?? this.head(/\/Font (\d+) 0 R/.exec(holder)?.[1]);
    return new Map(
      [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [
        name!,
        Number(/\/ToUnicode (\d+) 0 R/.exec(this.head(id))?.[1] ?? 0),
      ]),
    );
  }

  /** The file with its replaced streams. */
  bytes(): Uint8Array {
    if (this.replaced.size === 0) return this.file;
    const chunks: Buffer[] = [];
    let moved = 0;
    let from = 0;
    const shifts: (readonly [start: number, moved: number])[] = [];
    const inOrder = [...this.replaced].sort(([one], [other]) => this.at(one) - this.at(other));
    for (const [id, data] of inOrder) {
      const object = this.objects.get(id)!;
      const packed = object.head.includes('/FlateDecode')
        ? deflateSync(Buffer.from(data, 'latin1'), { level: 9 })
        : Buffer.from(data, 'latin1');
      const head = object.head.replace(/\/Length \d+/, `/Length ${packed.length}`);
      const start = this.at(id);
      const body = this.dataOf(object);
      const end = body + lengthOf(object);
      chunks.push(
        this.file.subarray(from, start),
        Buffer.from(head + this.raw.slice(object.start, body), 'latin1'),
        packed,
      );
      moved += head.length - object.head.length + packed.length - lengthOf(object);
      shifts.push([start, moved]);
      from = end;
    }
    const place = (offset: number) => offset + (shifts.findLast(([start]) => start < offset)?.[1] ?? 0);
    chunks.push(
      this.file.subarray(from, this.table),
      Buffer.from(
        this.raw
          .slice(this.table)
          .replace(/^(\d{10})(?= \d{5} n)/gm, (offset) => String(place(Number(offset))).padStart(10, '0'))
          .replace(/(?<=startxref\s+)\d+/, (offset) => String(place(Number(offset)))),
        'latin1',
      ),
    );
    return Buffer.concat(chunks);
  }

  private at(id: number): number {
    const { head, start } = this.objects.get(id)!;
    return start - head.length;
  }

  private dataOf(object: PdfObject): number {
    return this.raw.indexOf('\n', object.start) + 1;
  }
}

const lengthOf = (object: PdfObject | undefined): number =>
  Number(/\/Length (\d+)/.exec(object?.head ?? '')?.[1] ?? 0);
