import { describe, expect, it } from 'vitest';
import {
  decodePercent,
  parseReference,
  resolveAgainst,
  resolvePath,
  unsafeScheme,
} from '../../src/corpus/uri.ts';

describe('resolveAgainst', () => {
  it('agrees with the examples of RFC 3986 §5.4', () => {
    const base = 'http://a/b/c/d;p?q';
    const examples = `g:h g:h|g http://a/b/c/g|./g http://a/b/c/g|g/ http://a/b/c/g/|/g http://a/g|//g http://g|?y http://a/b/c/d;p?y
      |g?y http://a/b/c/g?y|#s http://a/b/c/d;p?q#s|g#s http://a/b/c/g#s|g?y#s http://a/b/c/g?y#s|;x http://a/b/c/;x|g;x http://a/b/c/g;x
      |g;x?y#s http://a/b/c/g;x?y#s|. http://a/b/c/|./ http://a/b/c/|.. http://a/b/|../ http://a/b/|../g http://a/b/g|../.. http://a/
      |../../ http://a/|../../g http://a/g|../../../g http://a/g|../../../../g http://a/g|/./g http://a/g|/../g http://a/g|g. http://a/b/c/g.
      |.g http://a/b/c/.g|g.. http://a/b/c/g..|..g http://a/b/c/..g|./../g http://a/b/g|./g/. http://a/b/c/g/|g/./h http://a/b/c/g/h
      |g/../h http://a/b/c/h|g;x=1/./y http://a/b/c/g;x=1/y|g;x=1/../y http://a/b/c/y|g?y/./x http://a/b/c/g?y/./x|g#s/../x http://a/b/c/g#s/../x`;
    for (const [reference, absolute] of examples.split('|').map((each) => each.trim().split(' '))) {
      expect(resolveAgainst(base, reference!), reference).toBe(absolute);
    }
    expect(resolveAgainst(base, '')).toBe(base);
  });

  it('joins relative bases', () => {
    expect(resolveAgainst('../reg/', 'sub/')).toBe('../reg/sub/');
    expect(resolveAgainst('../reg/sub/', '../../x.xml#a')).toBe('../x.xml#a');
    expect(resolveAgainst('a.xml', '#b')).toBe('a.xml#b');
    expect(resolveAgainst('', 'b.xml')).toBe('b.xml');
    expect(resolveAgainst('http://x.org', 'y')).toBe('http://x.org/y');
    expect(resolveAgainst('a/b', '../../../c')).toBe('../../c');
  });
});

describe('resolvePath', () => {
  it('counts from the folder of the file, and shows a way out', () => {
    expect(resolvePath('tei/a.xml', 'b.xml')).toBe('tei/b.xml');
    expect(resolvePath('tei/a.xml', '../img//./x.png')).toBe('img/x.png');
    expect(resolvePath('a.xml', '../../x')).toBe('../../x');
    expect(resolvePath('tei/a.xml', 'b/../../../x')).toBe('../x');
    expect(resolvePath('tei/a.xml', '')).toBe('tei/a.xml');
  });
});

describe('parseReference and decodePercent', () => {
  it('take any text apart, and decode what is valid', () => {
    expect(parseReference('a:b?c#d#e')).toMatchObject({
      scheme: 'a',
      path: 'b',
      query: 'c',
      fragment: 'd#e',
    });
    expect(parseReference('//h/p')).toMatchObject({ authority: 'h', path: '/p' });
    expect(decodePercent('a%20b%C3%BC')).toBe('a bü');
    expect(decodePercent('100%')).toBe('100%');
    expect(decodePercent('%2e%2e/%ff')).toBe('../%ff');
  });
});

describe('unsafeScheme', () => {
  it('sees what a browser would', () => {
    for (const link of [
      'javascript:x',
      ' JAVASCRIPT:x',
      'java\tscript:x',
      'java\nscript:x',
      '\u0001javascript:x',
    ]) {
      expect(unsafeScheme(link), JSON.stringify(link)).toBe('javascript');
    }
    for (const link of [
      'https://x/javascript:',
      '#javascript:',
      './javascript:x',
      'javascripts:x',
      'javascript',
    ]) {
      expect(unsafeScheme(link), link).toBeUndefined();
    }
  });
});
