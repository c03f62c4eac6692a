import type { ProcessingInstruction } from '../xml/tree.ts';

/** One `xml-model` instruction: a schema that the file names (W3C Note "Associating Schemas with XML documents 1.0"). */
export interface XmlModel {
  readonly instruction: ProcessingInstruction;
  readonly href: string;
  /** Media type, or ''. */
  readonly type: string;
  /** Namespace of the schema language, or ''. */
  readonly schematypens: string;
  /** Schematron phase, or ''. */
  readonly phase: string;
  /** Span of the value of `href`. */
  readonly hrefStart: number;
  readonly hrefEnd: number;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads an `xml-model` instruction; without `href` it names nothing. */
export function readXmlModel(instruction: ProcessingInstruction, text: string): XmlModel | undefined {
  const written = text.slice(instruction.start, instruction.end);
  const values = new Map<string, { value: string; start: number; end: number }>();
  for (const found of written.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = found[2] ?? found[3]!;
    const end = instruction.start + found.index + found[0].length - 1;
    values.set(found[1]!, { value: plain(value), start: end - value.length, end });
  }
  const href = values.get('href');
  if (href === undefined) return undefined;
  return {
    instruction,
    href: href.value,
    type: values.get('type')?.value ?? '',
    schematypens: values.get('schematypens')?.value ?? '',
    phase: values.get('phase')?.value ?? '',
    hrefStart: href.start,
    hrefEnd: href.end,
  };
}

function plain(value: string): string {
  return value.replace(
    /&(?:#(\d+)|#x([0-9A-Fa-f]+)|(\w+));/g,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return Object.hasOwn(entities, name) ? entities[name]! : all;
      const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number.parseInt(decimal, 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}
