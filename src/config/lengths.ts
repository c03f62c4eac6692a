const units: Readonly<Record<string, number>> = { pt: 1, mm: 72 / 25.4, cm: 720 / 25.4, in: 72 };

/** Names of paper with width and height in points. */
export const paperSizes: Readonly<Record<string, readonly [width: number, height: number]>> = {
  a4: [595.28, 841.89],
  a5: [419.53, 595.28],
  b5: [498.9, 708.66],
  letter: [612, 792],
  octavo: [432, 648],
};

/** A length such as "10.5pt" or "22mm" in points. */
export function pointsOf(value: unknown): number | undefined {
  const found = /^\s*(\d+(?:\.\d+)?)\s*(pt|mm|cm|in)\s*$/.exec(String(value));
  return found === null ? undefined : Number(found[1]) * units[found[2]!]!;
}

/** A name of paper, or two lengths such as "148mm 210mm", in points. */
export function pageSizeOf(value: unknown): readonly [width: number, height: number] | undefined {
  const text = String(value).trim().toLowerCase();
  if (Object.hasOwn(paperSizes, text)) return paperSizes[text];
  const [width, height, more] = text.split(/\s+/).map(pointsOf);
  return more === undefined && width !== undefined && height !== undefined ? [width, height] : undefined;
}
