/** What a document may ask of the reader. Beyond it, reading ends with a diagnostic instead of an exhausted machine. */
export interface Limits {
  /** Bytes of a file, and UTF-16 units of its text. */
  readonly size: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Elements altogether: a tree needs some hundred bytes for each. */
  readonly elements: number;
  /** Attributes of one start tag, namespace declarations included. */
  readonly attributes: number;
  /** UTF-16 units that entities and attribute defaults may add together, unless `entityGrowth` allows more. */
  readonly entityText: number;
  /** How many times the document's own length they may add. */
  readonly entityGrowth: number;
  /** Entities inside one another. */
  readonly entityDepth: number;
}

export const defaultLimits: Limits = {
  size: 128 * 1024 * 1024,
  depth: 512,
  elements: 4_000_000,
  attributes: 1024,
  entityText: 512 * 1024,
  entityGrowth: 8,
  entityDepth: 64,
};
