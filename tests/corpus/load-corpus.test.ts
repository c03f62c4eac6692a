import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { pointersOf } from '../../src/corpus/pointer.ts';
import type { Target } from '../../src/corpus/target.ts';
import { attribute } from '../../src/xml/tree.ts';
import { tei } from '../marked.ts';
import { MemoryWorld } from '../memory-world.ts';

async function load(files: Record<string, string | Uint8Array>, ...paths: string[]) {
  const world = new MemoryWorld(files);
  const corpus = await loadCorpus(paths.length > 0 ? paths : Object.keys(files), world);
  return { corpus, world };
}

/** What each pointer of the first document leads to, in words. */
async function targets(files: Record<string, string | Uint8Array>, ...paths: string[]): Promise<string[]> {
  const { corpus } = await load(files, ...paths);
  return pointersOf(corpus.documents[0]!).map((pointer) => inWords(corpus.resolve(pointer)));
}

function inWords(target: Target): string {
  switch (target.kind) {
    case 'element':
      return `${target.document.path} <${target.element.name.local}> ${target.found}`;
    case 'external':
      return `external ${target.uri}`;
    case 'missing-id':
      return `missing ${target.document.path} ${target.id}`;
    case 'missing-file':
    case 'outside':
    case 'unreadable':
    case 'file':
      return `${target.kind} ${target.path}`;
    case 'unsafe':
      return `unsafe ${target.what}`;
    case 'undeclared-prefix':
      return `undeclared ${target.prefix}`;
    case 'prefix-mismatch':
      return `mismatch ${target.definition.prefix}`;
    case 'unchecked':
      return `unchecked ${target.scheme}`;
  }
}

const persons = tei('<listPerson><person xml:id="ada"/><person xml:id="émile"/></listPerson>');

describe('pointers', () => {
  it('lead to elements of the own file, of a named one, and of another one', async () => {
    expect(
      await targets({
        'tei/a.xml': tei(
          '<p xml:id="p1"><ref target="#p1 persons.xml#ada"/><rs ref="#ada"/><rs ref="./persons.xml#%C3%A9mile"/><ref target="persons.xml"/></p>',
        ),
        'tei/persons.xml': persons,
      }),
    ).toEqual([
      'tei/a.xml <p> own',
      'tei/persons.xml <person> named',
      'tei/persons.xml <person> elsewhere',
      'tei/persons.xml <person> named',
      'file tei/persons.xml',
    ]);
  });

  it('are followed into files that no glob names', async () => {
    const files = { 'tei/a.xml': tei('<rs ref="../reg/p.xml#ada"/>'), 'reg/p.xml': persons };
    expect(await targets(files, 'tei/a.xml')).toEqual(['reg/p.xml <person> named']);
  });

  it('are told apart by where they lead', async () => {
    expect(
      await targets(
        {
          'a.xml': tei(
            `<p><ref target="http://x.org/#a"/><ref target="urn:isbn:3"/><ref target="//x.org/y"/><ref target="#nobody"/>
            <ref target="no.xml"/><ref target="../../etc/passwd"/><ref target="%2e%2e/x"/><ref target="/etc/passwd"/><ref target="file:///c.xml"/>
            <ref target="C:\\x.xml"/><ref target="..\\x"/><ref target="x%00.png"/><ref target="JavaScript:alert(1)"/>
            <ref target="java&#x200b;script:alert(1)"/><ref target="data:text/html,x"/><ref target="psn:ada"/>
            <ref target="img/a%20b.png"/><ref target="img"/><ref target="#xpath(//p)"/><ref target="#element(/1/2)"/></p>`,
          ),
          'img/a b.png': new Uint8Array([1]),
        },
        'a.xml',
      ),
    ).toEqual([
      'external http://x.org/#a',
      'external urn:isbn:3',
      'external //x.org/y',
      'missing a.xml nobody',
      'missing-file no.xml',
      'outside ../../etc/passwd',
      'outside ../x',
      'outside /etc/passwd',
      'outside file:///c.xml',
      'outside C:\\x.xml',
      'outside ../x',
      'unsafe NUL',
      'unsafe javascript:',
      'unsafe javascript:',
      'unsafe data:',
      'undeclared psn',
      'file img/a b.png',
      'file img',
      'unchecked xpath',
      'a.xml <text> own',
    ]);
  });

  it('are only what TEI calls pointers', async () => {
    expect(
      await targets({
        'a.xml': tei(
          '<p><app from="#x"/><date from="1900"/><locus from="1r"/><num value="3"/><gi scheme="TEI">p</gi><w lemma="#y"/><certainty assertedValue="#z"/><certainty assertedValue="Tuesday"/></p>',
        ),
      }),
    ).toEqual(['missing a.xml x', 'missing a.xml z']);
  });

  it('are not confused by the names that every object has', async () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const body = ids.map((id) => `<p xml:id="${id}" corresp="#${id}"/>`).join('');
    expect(await targets({ 'a.xml': tei(body) })).toEqual(ids.map(() => 'a.xml <p> own'));
    expect(await targets({ 'a.xml': tei(ids.map((id) => `<ref target="#${id}"/>`).join('')) })).toEqual(
      ids.map((id) => `missing a.xml ${id}`),
    );
  });
});

describe('prefixDef', () => {
  const prefixes = (defs: string) => `<encodingDesc><listPrefixDef>${defs}</listPrefixDef></encodingDesc>`;

  it('writes out pointers, those into files and those to the web', async () => {
    const header = prefixes(
      `<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="persons.xml#$1"/>
       <prefixDef ident="viaf" matchPattern="([0-9]+)" replacementPattern="http://viaf.org/viaf/$1"/>`,
    );
    const a = tei('<rs ref="psn:ada viaf:12 viaf:x psn:bob"/>', header);
    expect(await targets({ 'tei/a.xml': a, 'tei/persons.xml': persons }, 'tei/a.xml')).toEqual([
      'tei/persons.xml <person> named',
      'external http://viaf.org/viaf/12',
      'mismatch viaf',
      'missing tei/persons.xml bob',
    ]);
  });

  it('is taken from another file of the edition where the own one has none', async () => {
    const header = prefixes('<prefixDef ident="p" matchPattern="(.+)" replacementPattern="persons.xml#$1"/>');
    const files = { 'a.xml': tei('<rs ref="p:ada"/>'), 'b.xml': tei('', header), 'persons.xml': persons };
    expect(await targets(files)).toEqual(['persons.xml <person> named']);
  });

  it('with a pattern that would run for ever is broken off', async () => {
    const header = prefixes('<prefixDef ident="p" matchPattern="^(a+)+$" replacementPattern="#$1"/>');
    const refs = Array.from({ length: 2000 }, (_, i) => `<rs ref="p:${'a'.repeat(40)}${i}!"/>`).join('');
    expect(new Set(await targets({ 'a.xml': tei(refs, header) }))).toEqual(new Set(['mismatch p']));
  });
});

describe('xml:base', () => {
  it('moves what relative pointers mean, nested bases together', async () => {
    const files = {
      'tei/a.xml': tei(
        `<div xml:base="../reg/"><ref target="p.xml#ada"/><div xml:base="p.xml"><rs ref="#ada"/></div><div xml:base="sub/"><ref target="../p.xml#ada"/></div></div>
         <div xml:base="https://x.org/y/z"><p xml:id="q"><ref target="w#v"/><ref target="#q"/><ref target="#nowhere"/></p></div>`,
      ),
      'reg/p.xml': persons,
    };
    expect(await targets(files, 'tei/a.xml')).toEqual([
      'reg/p.xml <person> named',
      'reg/p.xml <person> named',
      'reg/p.xml <person> named',
      'external https://x.org/y/w#v',
      'tei/a.xml <p> own',
      'external https://x.org/y/z#nowhere',
    ]);
  });
});

const xi = ' xmlns:xi="http://www.w3.org/2001/XInclude"';

describe('XInclude', () => {
  it('joins files into one document, whose ids count in each of them', async () => {
    const files = {
      'book.xml': tei('<xi:include href="ch/1.xml"/><ref target="#c1"/>', '', `${xi} xml:id="book"`),
      'ch/1.xml':
        '<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="c1"><ref target="#book"/><ref target="#no"/></div>',
    };
    const { corpus } = await load(files, 'book.xml');
    const [inclusion] = corpus.inclusionsOf(corpus.documents[0]!);
    expect(inclusion!.fault).toBeUndefined();
    expect(inclusion!.content.kind === 'nodes' && inclusion!.content.document.path).toBe('ch/1.xml');
    expect(corpus.checked.map((each) => each.path)).toEqual(['book.xml', 'ch/1.xml']);
    const chapter = corpus.files.get('ch/1.xml')!;
    expect(pointersOf(chapter).map((each) => corpus.resolve(each).kind)).toEqual(['element', 'missing-id']);
    expect(corpus.resolve(pointersOf(corpus.documents[0]!)[0]!)).toMatchObject({
      kind: 'element',
      found: 'own',
    });
  });

  it('takes the part that an xpointer names, and no id beside it', async () => {
    const include = (xpointer: string) => `<xi:include href="h.xml" xpointer="${xpointer}"/>`;
    const files = {
      'a.xml': tei(
        `${include('part')}${include('element(part/1)')}${include("xpointer(id('part'))")}${include("xmlns(t=http://www.tei-c.org/ns/1.0)xpointer(//t:div[@xml:id='part']/*)")}${include('none')}${include('range(1)')}
        <ref target="#inner"/><ref target="#beside"/>`,
        '',
        xi,
      ),
      'h.xml': tei('<div xml:id="part"><p xml:id="inner"/></div><div xml:id="beside"/>'),
    };
    const { corpus } = await load(files, 'a.xml');
    const [a] = corpus.documents;
    expect(
      corpus
        .inclusionsOf(a!)
        .map(({ content, fault }) =>
          content.kind === 'nodes'
            ? content.nodes
                .map(
                  (node) =>
                    node.nodeType === 1 && attribute(node, 'id', 'http://www.w3.org/XML/1998/namespace'),
                )
                .join()
            : fault?.kind,
        ),
    ).toEqual(['part', 'inner', 'part', 'inner', 'xpointer-nothing', 'xpointer-unsupported']);
    expect(pointersOf(a!).map((each) => corpus.resolve(each))).toMatchObject([
      { kind: 'element', found: 'own' },
      { kind: 'element', found: 'elsewhere' },
    ]);
  });

  it('reads text, uses fallbacks, and asks nothing of the network', async () => {
    const files = {
      'a.xml': tei(
        `<xi:include href="t.txt" parse="text"/><xi:include href="no.xml"><xi:fallback><p/><xi:include href="b.xml"/></xi:fallback></xi:include>
         <xi:include href="b.xml"><xi:fallback><xi:include href="no2.xml"/></xi:fallback></xi:include>
         <xi:include href="https://x.org/b.xml"/><xi:include href="../../etc/passwd" parse="text"/><xi:include href="bad.xml"/>
         <xi:include href="b.xml" parse="html"/><xi:include/><xi:include href="l.txt" parse="text" encoding="ISO-8859-1"/><xi:include href="l.txt" parse="text"/>`,
        '',
        xi,
      ),
      't.txt': 'one\r\ntwo',
      'l.txt': new Uint8Array([0xe9]),
      'b.xml': persons,
      'bad.xml': '<a>',
    };
    const { corpus, world } = await load(files, 'a.xml');
    expect(
      corpus
        .inclusionsOf(corpus.documents[0]!)
        .map(({ content, fault }) => `${content.kind} ${fault?.kind ?? ''}`),
    ).toEqual([
      'text ',
      'fallback missing',
      'nodes ',
      'nodes ',
      'nothing remote',
      'nothing outside',
      'nothing not-well-formed',
      'nothing invalid',
      'nothing invalid',
      'text ',
      'nothing unreadable',
    ]);
    expect(corpus.inclusionsOf(corpus.documents[0]!)[0]!.content).toEqual({ kind: 'text', text: 'one\ntwo' });
    expect(world.reported.map((each) => each.place.path)).toEqual(['bad.xml']);
    expect(world.asked.some((path) => path.includes('x.org'))).toBe(false);
  });

  it('cuts loops and prints their chain', async () => {
    const part = (href: string) =>
      `<div xmlns="http://www.tei-c.org/ns/1.0"${xi}><xi:include href="${href}"/></div>`;
    const { corpus } = await load({
      'a.xml': part('b.xml'),
      'b.xml': part('c.xml'),
      'c.xml': part('a.xml'),
      'self.xml': part('self.xml'),
      'into.xml': part('a.xml'),
    });
    const chains = corpus.documents.map((document) => {
      const { fault } = corpus.inclusionsOf(document)[0]!;
      return fault?.kind === 'loop' ? fault.chain.map((each) => each.document.path).join(' ') : fault?.kind;
    });
    expect(chains).toEqual([
      'a.xml b.xml c.xml',
      'b.xml c.xml a.xml',
      'c.xml a.xml b.xml',
      'self.xml',
      undefined,
    ]);
  });

  it('allows one part of a file to include another part of it', async () => {
    const body =
      '<p xml:id="x"/><ab><xi:include href="" xpointer="x"/></ab><ab xml:id="y"><xi:include xpointer="y"/></ab>';
    const { corpus } = await load({ 'a.xml': tei(body, '', xi) });
    expect(corpus.inclusionsOf(corpus.documents[0]!).map((each) => each.fault?.kind)).toEqual([
      undefined,
      'loop',
    ]);
  });

  it('stops a fan-out that doubles at every step', async () => {
    const files: Record<string, string> = { '0.xml': '<p xmlns="http://www.tei-c.org/ns/1.0"/>' };
    for (let i = 1; i < 60; i++) {
      const include = `<xi:include href="${i - 1}.xml"/>`;
      files[`${i}.xml`] = `<div xmlns="http://www.tei-c.org/ns/1.0"${xi}>${include}${include}</div>`;
    }
    const { corpus } = await load(files, '59.xml');
    const faults = [...corpus.files.values()]
      .flatMap((each) => corpus.inclusionsOf(each))
      .filter((each) => each.fault);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults[0]!.fault!.kind).toBe('too-many');
  });

  it('takes a manifest of a thousand files in stride', async () => {
    const files: Record<string, string> = {};
    const names = Array.from({ length: 1000 }, (_, i) => `f${i}.xml`);
    for (const name of names) {
      files[name] =
        `<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="${name.slice(0, -4)}"><ref target="#f0"/><ref target="#all"/></div>`;
    }
    files['all.xml'] = tei(
      names.map((name) => `<xi:include href="${name}"/>`).join(''),
      '',
      `${xi} xml:id="all"`,
    );
    const { corpus } = await load(files);
    const kinds = corpus.documents.flatMap((each) =>
      pointersOf(each).map((pointer) => corpus.resolve(pointer)),
    );
    expect(kinds).toHaveLength(2000);
    expect(kinds.every((each) => each.kind === 'element' && each.found === 'own')).toBe(true);
  });
});

describe('loadCorpus', () => {
  it('reports what cannot be read and goes on with the rest', async () => {
    const { corpus, world } = await load(
      { 'a.xml': tei(''), 'bad.xml': '<TEI>' },
      'no.xml',
      'bad.xml',
      'a.xml',
    );
    expect(corpus.documents.map((each) => each.path)).toEqual(['a.xml']);
    expect([...corpus.failed]).toEqual(['no.xml', 'bad.xml']);
    expect(world.reported.map((each) => each.place.path)).toEqual(['no.xml', 'bad.xml']);
  });

  it('reports a file that is not well-formed, though pointers alone name it', async () => {
    const files = { 'a.xml': tei('<ref target="bad.xml#x"/><ref target="bad.xml"/>'), 'bad.xml': '<TEI>' };
    const { corpus, world } = await load(files, 'a.xml');
    expect(pointersOf(corpus.documents[0]!).map((each) => corpus.resolve(each).kind)).toEqual([
      'unreadable',
      'unreadable',
    ]);
    expect(world.reported.map((each) => each.place.path)).toEqual(['bad.xml']);
  });

  it('takes a file by its exact name, also on a disk that does not care about case', async () => {
    class EasyWorld extends MemoryWorld {
      override async kindOf(path: string) {
        return super.kindOf(path.toLowerCase());
      }
      override async read(path: string) {
        return super.read(path.toLowerCase());
      }
    }
    const files = {
      'a.xml': tei('<ref target="Reg/Persons.xml#ada reg/persons.xml#ada"/>'),
      'reg/persons.xml': persons,
    };
    const corpus = await loadCorpus(Object.keys(files), new EasyWorld(files));
    expect(pointersOf(corpus.documents[0]!).map((each) => corpus.resolve(each).kind)).toEqual([
      'missing-file',
      'element',
    ]);
  });

  it('reads xml-model instructions', async () => {
    const models =
      '<?xml-model href="a&amp;b.rng" type="application/xml" schematypens="http://relaxng.org/ns/structure/1.0"?><?xml-model type="x"?><?xml-model href=\'c.sch\' phase="draft"?>';
    const { corpus } = await load({ 'a.xml': models + tei('') });
    const [document] = corpus.documents;
    expect(document!.models.map(({ href, schematypens, phase }) => [href, schematypens, phase])).toEqual([
      ['a&b.rng', 'http://relaxng.org/ns/structure/1.0', ''],
      ['c.sch', '', 'draft'],
    ]);
    const { hrefStart, hrefEnd } = document!.models[0]!;
    expect(document!.source.text.slice(hrefStart, hrefEnd)).toBe('a&amp;b.rng');
  });

  it('gives each word of a pointer attribute its own span', async () => {
    const { corpus } = await load({ 'a.xml': tei('<ref target="#a  &#35;b\n#c"/><ref target="&#35;d#e"/>') });
    const text = corpus.documents[0]!.source.text;
    expect(pointersOf(corpus.documents[0]!).map((each) => text.slice(each.start, each.end))).toEqual([
      '#a',
      '&#35;b',
      '#c',
      '&#35;d#e',
    ]);
  });
});
