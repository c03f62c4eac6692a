import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fontBook } from '../../src/print/fonts/font-book.ts';
import { defaultPrintOptions } from '../../src/print/options.ts';
import { renderPdf } from '../../src/print/typst/render-pdf.ts';
import { loadEngine } from '../../src/print/typst/typesetter.ts';
import { stressDocument } from './stress-document.ts';

const engine = loadEngine();
if (engine === undefined) throw new Error('no typesetter for this platform: these tests cannot speak');
const fonts = fontBook(engine.binary);
const document = stressDocument({
  paragraphs: 6,
  wordsEach: 60,
  entriesEach: 2,
  noteEvery: 2,
  noteWords: 30,
});

/** The objects of a PDF by number: dictionaries as text, and streams unpacked. */
function objectsOf(pdfStandard: string) {
  const { pdf } = renderPdf(document, { ...defaultPrintOptions, pdfStandard }, engine!, fonts);
  const file = Buffer.from(pdf);
  const raw = file.toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const found of raw.matchAll(/^(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|\nstream\r?\n)/gm)) {
    const head = found[2]!;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = found.index + found[0].length;
    const bytes = found[0].trimEnd().endsWith('stream')
      ? file.subarray(from, from + length)
      : Buffer.alloc(0);
    const stream = head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(found[1]!, { head, stream: stream.toString('latin1') });
  }
  const all = [...objects.values()];
  return { raw, objects, all, trailer: raw.slice(raw.lastIndexOf('trailer')) };
}

describe('what PDF/A-2u asks for (ISO 19005-2)', () => {
  const { raw, objects, all, trailer } = objectsOf(defaultPrintOptions.pdfStandard);
  const xmp = all.find(({ head }) => head.includes('/Type /Metadata'))!;
  const catalog = all.find(({ head }) => head.includes('/Type /Catalog'))!.head;

  it('names itself in plain XMP (§6.6.4), and only where it is asked to', () => {
    expect(xmp.head).not.toContain('/Filter');
    expect(xmp.stream).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>');
    expect(objectsOf('1.7').raw).not.toContain('pdfaid:part');
  });

  it('has a header with bytes over 127, a file identifier, and is not encrypted (§6.1.2, §6.1.3)', () => {
    expect(raw.slice(0, 5)).toBe('%PDF-');
    expect(raw.split('\n')[1]).toMatch(/^%[\x80-\xff]{4}/);
    expect(trailer).toMatch(/\/ID \[/);
    expect(trailer).not.toContain('/Encrypt');
  });

  it('has an output intent with a colour profile (§6.2.3)', () => {
    const list = objects.get(/\/OutputIntents (\d+) 0 R/.exec(catalog)![1]!)!.head;
    const intents = objects.get(/^\[(\d+) 0 R\]/.exec(list)![1]!)!.head;
    expect(intents).toContain('/S /GTS_PDFA1');
    const profile = /\/DestOutputProfile (\d+) 0 R/.exec(intents)![1]!;
    expect(objects.get(profile)!.stream.slice(36, 40)).toBe('acsp');
  });

  it('embeds every font, with its Unicode (§6.2.11.4, §6.2.11.7)', () => {
    const descriptors = all.filter(({ head }) => head.includes('/Type /FontDescriptor'));
    expect(descriptors.length).toBeGreaterThan(0);
    for (const { head } of descriptors) {
      const program = /\/FontFile[23]? (\d+) 0 R/.exec(head)?.[1];
      expect(objects.get(program ?? '')?.stream.length).toBeGreaterThan(500);
    }
    const composite = all.filter(({ head }) => head.includes('/Subtype /Type0'));
    expect(composite.length).toBe(descriptors.length);
    for (const { head } of composite) expect(head).toMatch(/\/ToUnicode \d+ 0 R/);
  });

  it('has no transparency, script, attachment or action that is forbidden (§6.2.10, §6.5, §6.8)', () => {
    for (const { head } of all) {
      expect(head).not.toMatch(/\/SMask (?!\/None)|\/ca 0|\/CA 0|\/S \/(?:JavaScript|Launch|Sound|Movie)/);
      expect(head).not.toMatch(/\/EmbeddedFiles|\/LZWDecode|\/AA\b/);
    }
  });

  it('says the same dates in its information and its XMP (§6.6.3)', () => {
    const info = objects.get(/\/Info (\d+) 0 R/.exec(trailer)![1]!)!.head;
    const [, year, month, day] = /\/CreationDate \(D:(\d{4})(\d\d)(\d\d)/.exec(info)!;
    expect(xmp.stream).toContain(`<xmp:CreateDate>${year}-${month}-${day}T`);
  });

  it('is tagged, in a language', () => {
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(catalog).toMatch(/\/MarkInfo <<\s*\/Marked true/);
    expect(catalog).toContain('/Lang (la)');
    expect(all.some(({ head }) => /\/S \/H1\b/.test(head))).toBe(true);
  });
});
