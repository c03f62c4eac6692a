import { type Call, lettersOf, reach } from './output.ts';

/** What a reader sees of a page, as it is read from its beginning: a block a line, cells parted by a tab, runs of blanks made one; and the calls in it. */
export class VisibleText {
  readonly calls: Call[] = [];
  private readonly lines: string[] = [];
  private line = '';
  private before: string;

  /** `before` are the letters of the text in the file before, where it goes over several. */
  constructor(before = '') {
    this.before = before;
  }

  say(text: string): void {
    this.line += text;
    this.before = (this.before + lettersOf(text)).slice(-reach);
  }

  beginCell(): void {
    if (this.line !== '') this.line += '\t';
  }

  endLine(): void {
    const trimmed = this.line.replace(/ {2,}/g, ' ').replace(/^[ \t]+|[ \t]+$/g, '');
    if (trimmed !== '') this.lines.push(trimmed);
    this.line = '';
  }

  call(called: Omit<Call, 'after'>): void {
    this.calls.push({ ...called, after: this.before });
  }

  get text(): string {
    return this.lines.join('\n');
  }

  get letters(): string {
    return this.before;
  }
}
