/** What a document may ask of the reader. Beyond it, reading ends with a diagnostic instead of an exhausted machine. */
export interface Limits {
  /** Bytes of a file, and UTF-16 units of its text. */
  readonly size: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Attributes of one start tag, namespace declarations included. */
  readonly attributes: number;
  /** UTF-16 units that references to entities may yield together, unless `entityGrowth` allows more. */
  readonly entityText: number;
  /** How many times as long as the document the text yielded by entities may be. */
  readonly entityGrowth: number;
  /** Entities inside one another. */
  readonly entityDepth: number;
}

export const defaultLimits: Limits = {
  size: 128 * 1024 * 1024,
  depth: 512,
  attributes: 4096,
  entityText: 1024 * 1024,
  entityGrowth: 4,
  entityDepth: 64,
};
