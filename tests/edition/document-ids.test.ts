import { describe, expect, it } from 'vitest';
import { documentIds } from '../../src/edition/document-ids.ts';

const ids = (...paths: string[]) => [...documentIds(paths).values()];

describe('documentIds', () => {
  it('takes the stem of the file name', () => {
    expect(ids('tei/protocol-62.xml', 'tei/letter.tei.xml')).toEqual(['protocol-62', 'letter']);
  });

  it('keeps files apart that differ only by case or by Unicode form', () => {
    const found = ids('a/Straße.xml', 'a/STRASSE.xml', 'b/é.xml', 'c/e\u0301.xml', 'd/E.xml');
    expect(new Set(found.map((id) => id.toLowerCase())).size).toBe(5);
  });

  it('avoids the names of devices and of the pages that every edition has', () => {
    expect(ids('con.xml', 'index.xml', 'Persons.xml')).toEqual(['con-text', 'index-text', 'Persons-text']);
  });

  it.each([
    '../../etc/passwd',
    '.xml',
    'a b, {c}’s ünï?.xml',
    '"<script>.xml',
    `${'x'.repeat(300)}.xml`,
    'письмо.xml',
  ])('is a safe file name for %s', (path) =>
    expect(ids(path)[0]).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,120}$/),
  );

  it('does not end with a dot, which Windows drops', () => {
    expect(ids('a..xml')).toEqual(['a']);
  });
});
