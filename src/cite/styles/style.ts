import type { RichText } from '../rich-text.ts';
import type { View } from '../view.ts';

/** A citation style: what it prints for one record. */
export interface CitationStyle {
  /** What the style is called in a list. */
  readonly title: string;
  /** The full note; in author-date styles the reference in the text. */
  note(view: View): RichText;
  /** The note of every later citation; in author-date styles the same as `note`. */
  short(view: View): RichText;
  bibliography(view: View): RichText;
}
