import { describe, expect, it } from 'vitest';
import type { Element } from '../../../src/xml/tree.ts';
import { at, elementsOf, readTei, textOf, valueAt } from './read-edition.ts';

const files = ['protocol-62.xml', 'registers.xml'] as const;
const documents = new Map(files.map((file) => [file as string, readTei(`tei/${file}`)]));
const everywhere = files.flatMap((file) =>
  [...elementsOf(documents.get(file)!)].map((element) => ({ file: file as string, element })),
);
const ids = new Map<string, Element>(
  everywhere.flatMap(({ file, element }) => {
    const id = valueAt(element, 'xml:id');
    return id === undefined ? [] : [[`${file}#${id}`, element] as const];
  }),
);

const pointing = ['ref', 'target', 'source', 'resp', 'who', 'corresp', 'assertedValue'];
function resolved(file: string, pointer: string): string {
  const prefix = at(documents.get('protocol-62.xml')!, 'teiHeader/encodingDesc/listPrefixDef/prefixDef');
  const [scheme, rest] = pointer.split(/:(.*)/s, 2);
  if (scheme === valueAt(prefix, 'ident') && file === 'protocol-62.xml') {
    const pattern = new RegExp(`^${valueAt(prefix, 'matchPattern')}$`, 'u');
    if (!pattern.test(rest!)) throw new Error(`${pointer} does not match ${pattern}`);
    return rest!.replace(pattern, valueAt(prefix, 'replacementPattern')!);
  }
  return pointer.startsWith('#') ? `${file}${pointer}` : pointer;
}

const pointers = everywhere.flatMap(({ file, element }) =>
  pointing.flatMap((name) =>
    (valueAt(element, name) ?? '')
      .split(/\s+/)
      .filter((each) => each !== '')
      .map((each) => ({ file, element, name, pointer: each, target: resolved(file, each) })),
  ),
);
const within = ({ target }: { target: string }) => !/^https?:/.test(target);

const entryNames = ['person', 'place', 'org', 'event', 'object', 'nym', 'bibl', 'biblStruct'];
const entries = [...elementsOf(documents.get('registers.xml')!)].filter(
  (each) => entryNames.includes(each.name.local) && valueAt(each, 'xml:id') !== undefined,
);
const names = ['persName', 'placeName', 'orgName', 'eventName', 'objectName', 'rs'];

describe('pointers', () => {
  it('lead to an element of the edition', () => {
    const dangling = pointers
      .filter(within)
      .filter(({ target }) => !ids.has(target) && target !== 'registers.xml');
    expect(dangling.map(({ file, name, pointer }) => `${file} @${name} ${pointer}`)).toEqual([]);
    expect(pointers.filter(within).length).toBeGreaterThan(400);
  });

  it('lead from each name in the document to an entry of its kind', () => {
    const kinds: Record<string, readonly string[]> = {
      persName: ['person', 'nym'],
      placeName: ['place', 'nym'],
      orgName: ['org'],
      eventName: ['event'],
      objectName: ['object'],
    };
    const rs: Record<string, string> = { document: 'bibl' };
    const wrong = everywhere
      .filter(({ file, element }) => file === 'protocol-62.xml' && names.includes(element.name.local))
      .filter(({ element }) => valueAt(element, 'xml:id') !== 'editors')
      .filter(({ file, element }) => {
        const target = ids.get(resolved(file, valueAt(element, 'ref') ?? ''))?.name.local ?? 'nothing';
        const type = valueAt(element, 'type') ?? '';
        const expected = kinds[element.name.local] ?? [rs[type] ?? type];
        return !expected.includes(target);
      });
    expect(wrong.map(({ element }) => textOf(element))).toEqual([]);
  });

  it('lead from each note to its call and back', () => {
    const notes = everywhere.filter(
      ({ element }) => element.name.local === 'note' && valueAt(element, 'target'),
    );
    expect(notes.map(({ element }) => valueAt(element, 'n')).join('')).toBe('12abcdefgh');
    for (const { file, element } of notes) {
      const call = ids.get(resolved(file, valueAt(element, 'target')!))!;
      expect(resolved(file, valueAt(call, 'target')!)).toBe(`${file}#${valueAt(element, 'xml:id')}`);
      expect(valueAt(call, 'n')).toBe(valueAt(element, 'n'));
      expect(valueAt(element, 'resp')).toBe(
        valueAt(element, 'type') === 'translator' ? '#kramer' : '#editors',
      );
    }
  });

  it('give every note of ours a source', () => {
    const ours = everywhere.filter(
      ({ element }) => element.name.local === 'note' && valueAt(element, 'type') === 'editor',
    );
    expect(ours.filter(({ element }) => !valueAt(element, 'source'))).toEqual([]);
  });
});

describe('the registers', () => {
  it('have no entry that nothing points to', () => {
    const meant = new Set(pointers.map(({ target }) => target));
    const idle = entries
      .map((each) => valueAt(each, 'xml:id')!)
      .filter((id) => !meant.has(`registers.xml#${id}`));
    expect(idle).toEqual([]);
    expect(entries.length).toBeGreaterThan(110);
  });

  it('name every one of the 22 present, and mark the three who are not identified', () => {
    const present = [...elementsOf(at(documents.get('protocol-62.xml')!, 'text/body/list'))].filter(
      (each) => each.name.local === 'persName',
    );
    expect(present.length).toBe(22);
    const uncertain = (each: Element) => valueAt(each, 'cert') === 'low';
    expect(present.filter(uncertain).map(textOf)).toEqual(['Ivanov', 'Chernukha', 'Serov']);
    const lowEntries = entries.filter((each) => each.name.local === 'person' && uncertain(each));
    expect(lowEntries.map((each) => valueAt(each, 'xml:id'))).toEqual([
      'pers-chernukha',
      'pers-ivanov-s-p',
      'pers-serov',
    ]);
    for (const each of lowEntries) {
      expect([...elementsOf(each)].some((child) => valueAt(child, 'type') === 'candidates')).toBe(true);
    }
  });

  it('state both readings of each codename with their claimants', () => {
    for (const id of ['code-pavlov', 'code-trostnik']) {
      const claims = [...elementsOf(ids.get(`registers.xml#${id}`)!)].filter(
        (each) => each.name.local === 'certainty',
      );
      expect(claims.length).toBe(2);
      for (const claim of claims) {
        expect([valueAt(claim, 'locus'), !!valueAt(claim, 'cert'), !!valueAt(claim, 'source')]).toEqual([
          'value',
          true,
          true,
        ]);
      }
    }
  });

  it('claim no more than medium certainty where they name no source', () => {
    const facts = ['birth', 'death', 'occupation', 'affiliation', 'state'];
    const unsupported = everywhere.filter(
      ({ file, element }) =>
        file === 'registers.xml' &&
        (facts.includes(element.name.local) ||
          (names.includes(element.name.local) && valueAt(element, 'xml:lang') === 'ru')) &&
        !valueAt(element, 'source') &&
        !['medium', 'low'].includes(valueAt(element, 'cert') ?? ''),
    );
    expect(unsupported.map(({ element }) => textOf(element))).toEqual([]);
  });

  it('stand in the order of their headings', () => {
    const key = (each: Element) =>
      valueAt(each, 'sortKey') ??
      textOf([...elementsOf(each)].find((child) => valueAt(child, 'type') === 'reg') ?? each);
    const sorted = ['person', 'place', 'object', 'nym'].flatMap((name) => {
      const lists = new Set(
        entries.filter((each) => each.name.local === name).map((each) => each.parentNode),
      );
      return [...lists].map((list) => entries.filter((each) => each.parentNode === list).map(key));
    });
    expect(sorted.length).toBe(5);
    for (const keys of sorted) expect(keys).toEqual([...keys].sort());
  });
});
