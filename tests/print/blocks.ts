import type { Block, Inline, ParagraphRole } from '../../src/print/print-document.ts';
import { words } from './stress-document.ts';

export const paragraph = (role: ParagraphRole, ...content: Inline[]): Block => ({
  kind: 'paragraph',
  role,
  n: '',
  content,
});
export const body = (text: string) => paragraph('body', words(text));
export const heading = (text: string): Block => ({
  kind: 'heading',
  id: text,
  level: 2,
  text,
  content: [words(text)],
});
export const lines = (count: number) => Array.from({ length: count }, (_, n) => body(`Row ${n + 1}.`));
