import { describe, expect, it } from 'vitest';
import { checkPassages, findPassage, type Passage } from '../../src/cite/passage.ts';
import type { CitableUnit, EditionIndex } from '../../src/prepare/edition-index.ts';

const unit = (id: string, ref: string, textHash: string): CitableUnit => ({
  id,
  document: 'minutes',
  ref,
  otherReferences: ref === '4.3' ? ['p. 7'] : [],
  n: ref,
  label: `¶ ${ref}`,
  level: 1,
  route: `minutes.html#${id}`,
  textHash,
});
const hash = 'ba623a5f1c55dda5ba623a5f1c55dda5ba623a5f1c55dda5ba623a5f1c55dda5';
const index = {
  units: [unit('_4.2', '4.2', 'c0ffee'.repeat(10)), unit('_4.3', '4.3', hash), unit('p7', '', hash)],
  notes: [{ id: 'note-1', document: 'minutes', n: '1', route: 'minutes.html#note-1', text: 'A note.' }],
  documents: [{ route: 'minutes.html' }],
} as unknown as EditionIndex;

describe('a cited passage', () => {
  it('is found by its reference, its anchor, its label, and among the notes', () => {
    expect(findPassage(index, 'minutes', '4.3')).toMatchObject({ anchor: '_4.3', label: '4.3' });
    expect(findPassage(index, 'minutes', '#p7')).toMatchObject({ anchor: 'p7' });
    expect(findPassage(index, 'minutes', '¶ 4.2')).toMatchObject({ anchor: '_4.2' });
    expect(findPassage(index, 'minutes', 'p. 7')).toMatchObject({ anchor: '_4.3', label: 'p. 7' });
    expect(findPassage(index, 'minutes', 'note-1')).toMatchObject({ label: 'note 1' });
    expect(findPassage(index, 'minutes', '4.4')).toEqual({ meant: expect.arrayContaining(['4.3']) });
    expect(findPassage(index, 'other', '4.3')).toEqual({ meant: [] });
  });

  it('carries the hash of its text in its address', () => {
    const passage = findPassage(index, 'minutes', '4.3') as Passage;
    expect(passage.route).toBe('minutes.html?sha256=ba623a5f1c55dda5#_4.3');
  });

  it('is told apart as unchanged, changed, gone or cited without a hash', () => {
    const text = `See https://example.org/minutes.html?sha256=ba623a5f1c55dda5#_4.3, (minutes.html?sha256=deadbeefdeadbeef#_4.2) and
      <a href="../html/minutes.html#p7">, minutes.html?sha256=aaaaaaaaaaaaaaaa#_9.9; https://elsewhere.org/other.html#_4.3 minutes.html`;
    expect(checkPassages(text, index).map(({ state }) => state)).toEqual([
      'unchanged',
      'changed',
      'without-hash',
      'gone',
    ]);
  });

  it('finds nothing in any other text', () => {
    for (const text of ['', 'no address', 'minutes.html#%E0%A4%A', '#'.repeat(10_000)])
      expect(checkPassages(text, index).filter(({ state }) => state !== 'gone')).toEqual([]);
  });
});
