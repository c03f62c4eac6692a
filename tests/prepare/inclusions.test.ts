import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { marked } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

const prepared = async (files: Record<string, string>, documents = Object.keys(files)) => {
  const world = new MemoryWorld(files);
  return prepare(await loadCorpus(documents, world), defaultConfig(), world.report);
};
const main = (body: string) =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude" xml:lang="en"><teiHeader/><text><body>${body}</body></text></TEI>`;

describe('prepared TEI of inclusions', () => {
  const { text: chapter, places } = marked(
    'parts/one.xml',
    '<div xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x" xml:lang="ru">⟦<p xml:id="p1">⟧глава <x:y/></p></div>',
  );

  it('has them in place, with their namespaces, language and source places', async () => {
    const { documents } = await prepared({
      'main.xml': main('<xi:include href="parts/one.xml"/><p>end</p>'),
      'parts/one.xml': chapter,
    });
    expect(documents.map((each) => each.path)).toEqual(['main.xml']);
    const [document] = documents;
    expect(document!.readingText).toBe('глава\nend');
    expect(document!.tei).not.toContain('xi:include');
    expect(document!.tei).toMatch(
      /<div [^>]*xmlns:x="urn:x"[^>]*xml:lang="ru"[^>]*xml:base="parts\/one.xml"/,
    );
    const i = Number(/<p xml:id="p1" v:i="(\d+)"/.exec(document!.tei)?.[1]);
    expect(document!.placeOf(i)).toEqual(places[0]);
  });

  it('takes a fallback, and text', async () => {
    const { documents } = await prepared(
      {
        'main.xml': main(
          '<p><xi:include href="none.xml"><xi:fallback>fallen <hi>back</hi></xi:fallback></xi:include> <xi:include href="a.txt" parse="text"/></p>',
        ),
        'a.txt': 'a & b',
      },
      ['main.xml'],
    );
    expect(documents[0]!.readingText).toBe('fallen back a & b');
  });

  it('keeps an inclusion that leads nowhere, and goes on', async () => {
    const { documents } = await prepared({
      'main.xml': main('<p>a</p><xi:include href="none.xml"/><p>b</p>'),
    });
    expect(documents[0]!.readingText).toBe('a\nb');
  });

  it('includes one part twice', async () => {
    const { documents } = await prepared({
      'main.xml': main('<xi:include href="parts/one.xml"/><xi:include href="parts/one.xml"/>'),
      'parts/one.xml': chapter,
    });
    expect(documents[0]!.readingText).toBe('глава\nглава');
    const ids = [...documents[0]!.tei.matchAll(/ v:id="([^"]*)"/g)].map((found) => found[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('prepared TEI of other roots and vocabularies', () => {
  it.each([
    ['<div xmlns="http://www.tei-c.org/ns/1.0"><p>a</p></div>', 'a'],
    [
      '<surface xmlns="http://www.tei-c.org/ns/1.0"><zone><line>a</line><line>b</line></zone></surface>',
      'a\nb',
    ],
    [
      '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><TEI><teiHeader/><text><body><p>a</p></body></text></TEI><TEI><teiHeader/><text><body><p>b</p></body></text></TEI></teiCorpus>',
      'a\nb',
    ],
    ['<TEI.2><teiHeader/><text><body><p>a</p></body></text></TEI.2>', 'a'],
    ['<TEI xmlns="http://www.tei-c.org/ns/1.0/"><text><body><p>a</p></body></text></TEI>', 'a'],
    ['<x:doc xmlns:x="urn:x"><x:p>a <x:q>b</x:q></x:p></x:doc>', 'a b'],
    ['<text xmlns="http://www.tei-c.org/ns/1.0" xmlns:v="urn:own"><p v:a="1">a<v:b/></p></text>', 'a'],
    [
      '<!DOCTYPE p [<!ENTITY e "&lt;&amp;"><!ATTLIST p rend CDATA "bold">]><p xmlns="http://www.tei-c.org/ns/1.0">&e;</p>',
      '<&',
    ],
  ])('%s', async (text, expected) => {
    const { documents, indexXml } = await prepared({ 'a.xml': text });
    expect(documents[0]!.readingText).toBe(expected);
    const again = await prepared({ 'a.xml': documents[0]!.tei, 'i.xml': indexXml });
    expect(again.documents).toHaveLength(2);
    expect(again.documents[0]!.readingText).toBe(expected);
  });
});
