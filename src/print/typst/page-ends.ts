import type { Box } from './galley.ts';

/** Pages that ended before their plan did, by the line that they begin with. */
export class PageEnds {
  private readonly next = new Map<string, string>();
  private readonly lacking = new Map<string, number>();
  private readonly line: number;

  /** `line` is the distance of lines, in points. */
  constructor(line: number) {
    this.line = line;
  }

  /** Learns that a page had no room for a line; where it is not known for which, the page gets a line less. */
  learn(first: Box, next: Box | undefined): void {
    if (next !== undefined && this.next.get(first.key) !== next.key) this.next.set(first.key, next.key);
    else this.lacking.set(first.key, this.lack(first) + this.line);
  }

  /** The line that stands on the next page at the latest. */
  nextOf(first: Box | undefined): string | undefined {
    return first === undefined ? undefined : this.next.get(first.key);
  }

  /** What a page lacks, in points. */
  lack(first: Box | undefined): number {
    return first === undefined ? 0 : (this.lacking.get(first.key) ?? 0);
  }
}
