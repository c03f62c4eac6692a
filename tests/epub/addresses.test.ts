import { describe, expect, it } from 'vitest';
import { Addresses, externalUrl, idOfPlain, plainId, targetOf } from '../../src/epub/addresses.ts';
import { element } from '../../src/epub/xhtml.ts';
import { hostileStrings } from './hostile-strings.ts';

describe('plainId', () => {
  const ids = [
    ...hostileStrings(400),
    'καλός',
    '_x41_',
    '_x5F_',
    '1',
    'a b',
    '-',
    'Ω.1',
    'note-1',
    'poem-1.lg2',
  ];

  it('is what XML and every reading system take as an id', () => {
    for (const id of ids.filter((each) => each !== ''))
      expect(plainId(id)).toMatch(/^[A-Za-z_][A-Za-z0-9_.-]*$/);
  });

  it('can be read back, so that two ids never become one', () => {
    for (const id of ids.filter((each) => each !== '')) expect(idOfPlain(plainId(id))).toBe(id);
  });

  it('leaves a plain id as it is', () => {
    expect(plainId('poem-1.lg2')).toBe('poem-1.lg2');
  });
});

describe('externalUrl', () => {
  it.each([
    ['https://example.org/a b|c?q={x}#é', 'https://example.org/a%20b%7Cc?q=%7Bx%7D#%C3%A9'],
    ['//example.org/x', 'https://example.org/x'],
    ['http://xn--e1afmkfd.example/%zz', 'http://xn--e1afmkfd.example/%25zz'],
    ['http://пример.example/я', 'http://xn--e1afmkfd.example/%D1%8F'],
    ['https://example.org/a[1]#x#y', 'https://example.org/a%5B1%5D#x%23y'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
  ])('writes %s so that every reading system follows it', (href, url) => {
    expect(externalUrl(href)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'http://',
    'https://exa mple.org',
    'urn:x',
  ])('does not follow %s', (href) => expect(externalUrl(href)).toBeUndefined());
});

describe('targetOf', () => {
  it.each([
    ['#a%20b', 'x.html', { route: 'x.html', id: 'a b' }],
    ['../y.html#z', 'sub/x.html', { route: 'y.html', id: 'z' }],
    ['#%zz', 'x.html', { route: 'x.html', id: '%zz' }],
    ['../../out.html', 'sub/x.html', undefined],
  ])('resolves %s from %s', (href, from, target) => {
    expect(targetOf(href, from)).toEqual(target);
  });
});

describe('Addresses', () => {
  const part = (path: string, route: string, id: string) => ({
    path,
    route,
    body: element('body', {}, [element('p', { id })]),
  });
  const [first, second, other] = [
    part('text/a.xhtml', 'a.html', 'one'),
    part('text/a.2.xhtml', 'a.html', 'two'),
    part('text/b.xhtml', 'b.html', 'ü'),
  ];
  const addresses = new Addresses([first!, second!, other!], new Map([['files/i.png', 'images/1.png']]), '');
  const onTheWeb = new Addresses([first!], new Map(), 'https://example.org/e/');

  it('leads to the part that holds the id', () => {
    expect(addresses.linkFrom(first!, '#one')).toBe('#one');
    expect(addresses.linkFrom(first!, '#two')).toBe('a.2.xhtml#two');
    expect(addresses.linkFrom(first!, 'b.html#%C3%BC')).toBe('b.xhtml#_xFC_');
  });

  it('leads to the page where the id is nowhere, and nowhere where the page is not', () => {
    expect(addresses.linkFrom(first!, 'b.html#gone')).toBe('b.xhtml');
    expect(addresses.linkFrom(first!, '#gone')).toBeUndefined();
    expect(addresses.linkFrom(first!, 'search.html')).toBeUndefined();
  });

  it('leads to the web for what the book does not hold, where the edition stands there', () => {
    expect(onTheWeb.linkFrom(first!, 'search.html#q')).toBe('https://example.org/e/search.html#q');
  });

  it('finds the images that the book holds', () => {
    expect(addresses.imageFrom(first!, 'files/i.png')).toBe('../images/1.png');
    expect(addresses.imageFrom(first!, 'files/j.png')).toBeUndefined();
    expect(addresses.imageFrom(first!, 'https://example.org/i.png')).toBeUndefined();
  });
});
