import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, letter, variorum } from './run.ts';

const config = (more: object = {}) => JSON.stringify({ tei: ['tei/*.xml'], outputs: ['citation'], ...more });
const edition = (files: Record<string, string> = {}, more: object = {}) =>
  folderWith({ 'variorum.json': config(more), 'tei/a.xml': letter(), ...files });

describe('help and usage', () => {
  it('prints its version at once, and help that fits 80 columns', () => {
    expect(variorum(['--version'], '.').out).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const words of [
      ['--help'],
      ['validate', '--help'],
      ['build', '--help'],
      ['cite', '--help'],
      ['init', '--help'],
    ]) {
      const { code, out } = variorum(words, '.');
      expect(code).toBe(0);
      for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it.each([
    [['vlidate']],
    [['validate', '--format', 'xml']],
    [['build', '--only', 'htlm']],
    [['init']],
    [['--nope']],
  ])('exits 2 on wrong usage: %j', (words) => {
    const { code, err } = variorum(words, folderWith({}));
    expect(code).toBe(2);
    expect(err).toMatch(/^error: /);
  });
});

describe('validate', () => {
  it('says that all is well', () => {
    const { code, out } = variorum(['validate'], edition());
    expect([code, out]).toEqual([0, '1 file, no faults found.\n']);
  });

  it('shows the fault with its place, and exits 1', () => {
    const folder = edition({ 'tei/b.xml': letter('<p>a<hi></p>') });
    const { code, out } = variorum(['validate'], folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^tei\/b\.xml:11:\d+ {2}error {2}mismatched-tag$/m);
  });

  it('judges the files named alone, with the edition around them', () => {
    const folder = edition({
      'tei/b.xml': letter('<p><ref target="a.xml#nothing">x</ref></p>'),
      'tei/c.xml': letter('<p><ref target="#no">x</ref></p>'),
    });
    const { diagnostics } = JSON.parse(variorum(['validate', 'tei/b.xml', '--format', 'json'], folder).out);
    expect(new Set(diagnostics.map((each: { place: { path: string } }) => each.place.path))).toEqual(
      new Set(['tei/b.xml']),
    );
  });

  it('takes files, folders and patterns, also outside an edition', () => {
    const folder = folderWith({ 'x/a.xml': letter(), 'x/y/b.xml': letter(), 'x/c.txt': 'no' });
    expect(variorum(['validate', 'x'], folder).out).toBe('2 files, no faults found.\n');
    expect(variorum(['validate', 'x/**/*.xml'], folder).out).toBe('2 files, no faults found.\n');
    expect(variorum(['validate', 'x/a.xml'], folder).out).toBe('1 file, no faults found.\n');
    expect(variorum(['validate', 'x/none.xml'], folder)).toMatchObject({ code: 1 });
  });

  it('takes the file after --schema for a file, not for a second schema', () => {
    const folder = folderWith({
      'a.xml': letter(),
      'x.rnc': 'element x { empty }',
      'y.rnc': 'element y { empty }',
    });
    const found = (words: string[]) =>
      JSON.parse(variorum(['validate', '--format', 'json', ...words], folder).out).diagnostics;
    expect(found(['--schema', 'x.rnc', 'a.xml'])).toHaveLength(1);
    expect(found(['--schema', 'x.rnc', '--schema', 'y.rnc', 'a.xml'])).toHaveLength(2);
  });

  it('validates what is not TEI by the schema named, and marks faults in any encoding', () => {
    const folder = folderWith({ 'a.xml': '<a><b/></a>', 's.rnc': 'element a { element b { empty }* }' });
    expect(variorum(['validate', '--schema', 's.rnc', 'a.xml'], folder).out).toBe(
      '1 file, no faults found.\n',
    );
    const url = pathToFileURL(join(folder, 's.rnc')).href;
    const wide = '<?xml version="1.0" encoding="UTF-16"?><a><é/></a>';
    writeFileSync(join(folder, 'b.xml'), `\ufeff${wide}`, 'utf16le');
    const { out } = variorum(['validate', '--schema', url, 'b.xml'], folder);
    expect(out).toContain(`    1 │ ${wide}\n      │ ${' '.repeat(wide.indexOf('<é'))}^^^^\n`);
  });

  it('says of a schema that it is a folder, or has to be fetched first', () => {
    const folder = folderWith({ 'a.xml': letter() });
    const said = (schema: string) => variorum(['validate', '--schema', schema, 'a.xml'], folder);
    expect(said('/tmp')).toMatchObject({ code: 1, out: expect.stringContaining('it is a folder') });
    const remote = said('https://example.org/x.rng');
    expect(remote.code).toBe(1);
    expect(remote.out).toContain('variorum schema add https://example.org/x.rng');
    expect(said('file:///%zz').out).toMatch(/no\s+such\s+file/);
  });

  it('marks the place in a line of a megabyte at once', () => {
    const folder = folderWith({
      'a.xml': `<a>${'<b/>'.repeat(250_000)}<c/></a>`,
      's.rnc': 'element a { element b { empty }* }',
    });
    const { out } = variorum(['validate', '--schema', 's.rnc', 'a.xml'], folder);
    expect(out).toMatch(/ 1 │ ….*<b\/><c\/><\/…\n/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('says a wrong date once, by the schema and with the rule’s reason', () => {
    const date = `element date { attribute when { xsd:date }, text }`;
    const folder = folderWith({
      'a.xml': '<date when="1962-02-30" xmlns="http://www.tei-c.org/ns/1.0">In winter.</date>',
      'date.rnc': `default namespace = "http://www.tei-c.org/ns/1.0"\nstart = ${date}`,
    });
    const found = (words: string[]) =>
      JSON.parse(
        variorum(['validate', '--format', 'json', ...words, 'a.xml'], folder).out,
      ).diagnostics.filter((each: { severity: string }) => each.severity !== 'info');
    expect(found([])).toMatchObject([{ code: 'invalid-date', severity: 'warning' }]);
    expect(found(['--schema', 'date.rnc'])).toMatchObject([
      { code: 'attribute-invalid', severity: 'error', help: expect.stringContaining('28 days') },
    ]);
  });

  it('counts what many files have in common, and shows all of it when asked', () => {
    const files = Array.from({ length: 14 }, (_, i) => [`x/${i}.xml`, letter('<p><date when="5"/></p>')]);
    const folder = folderWith(Object.fromEntries(files));
    const { out } = variorum(['validate', 'x'], folder);
    expect(out).toContain('      4 × warning  invalid-date in 4 files');
    expect(out.match(/invalid-date/g)).toHaveLength(11);
    expect(variorum(['validate', '--all', 'x'], folder).out.match(/invalid-date/g)).toHaveLength(14);
  });

  it('lets warnings pass, unless strict', () => {
    const folder = edition({ 'tei/a.xml': letter('<p>x<note>No one signs this.</note></p>') });
    expect(variorum(['validate'], folder)).toMatchObject({ code: 0 });
    expect(variorum(['validate', '--strict'], folder)).toMatchObject({ code: 1 });
  });

  it('obeys the config about a rule', () => {
    const body = { 'tei/a.xml': letter('<p>x<note>No one signs this.</note></p>') };
    const { diagnostics } = JSON.parse(variorum(['validate', '--format', 'json'], edition(body)).out);
    const [{ code }] = diagnostics;
    expect(variorum(['validate', '--strict'], edition(body, { rules: { [code]: 'off' } }))).toMatchObject({
      code: 0,
    });
    expect(variorum(['validate'], edition(body, { rules: { [code]: 'error' } }))).toMatchObject({ code: 1 });
  });

  it('does not read through a link that leads out of the edition', () => {
    const outside = folderWith({ 'secret.xml': letter('<p>secret</p>') });
    const folder = edition();
    symlinkSync(join(outside, 'secret.xml'), join(folder, 'tei/link.xml'));
    const { code, out } = variorum(['validate'], folder);
    expect(code).toBe(1);
    expect(out).toContain('file-outside');
  });

  it('survives a pipe that closes early', () => {
    const folder = edition({ 'tei/b.xml': letter('<p><ref target="#no">x</ref></p>'.repeat(2000)) });
    const { err } = variorum(['validate', '--format', 'json'], folder);
    expect(err).toBe('');
  });
});

describe('build', () => {
  it('writes the outputs with a manifest', () => {
    const folder = edition();
    const { code, out } = variorum(['build'], folder);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote \d+ files to output in /m);
    const { files } = JSON.parse(readFileSync(join(folder, 'output/manifest.json'), 'utf8'));
    for (const path of Object.keys(files)) expect(existsSync(join(folder, 'output', path))).toBe(true);
  });

  it('writes nothing when the edition has an error, and keeps what stood there', () => {
    const folder = edition();
    variorum(['build'], folder);
    const before = readFileSync(join(folder, 'output/manifest.json'), 'utf8');
    writeFileSync(join(folder, 'tei/a.xml'), letter('<p><ref target="#no">x</ref></p>'));
    const { code, out } = variorum(['build'], folder);
    expect([code, out.includes('Nothing was written.')]).toEqual([1, true]);
    expect(readFileSync(join(folder, 'output/manifest.json'), 'utf8')).toBe(before);
  });

  it('builds loose files outside any edition, faults and all', () => {
    const folder = folderWith({ 'a.xml': letter('<p><ref target="#no">x</ref></p>') });
    const { code } = variorum(['build', 'a.xml', '--only', 'citation', '--out', 'o'], folder);
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'o'))).toContain('citation');
  });

  it('gives the same bytes whatever the clock, the locale, the time zone and the folder', () => {
    const manifests = [
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' },
    ].map((environment) => {
      const folder = edition({ 'tei/ä é.xml': letter('<p>x</p>') });
      expect(variorum(['build'], folder, environment).code).toBe(0);
      return readFileSync(join(folder, 'output/manifest.json'), 'utf8');
    });
    expect(manifests[0]).toBe(manifests[1]);
  });

  it('refuses an output folder that holds other things, and one over the sources', () => {
    const folder = edition({ 'output/thesis.docx': 'x' });
    expect(variorum(['build'], folder)).toMatchObject({ code: 73 });
    expect(readFileSync(join(folder, 'output/thesis.docx'), 'utf8')).toBe('x');
    for (const out of ['tei', '.', '..', 'tei/out']) {
      expect(variorum(['build', '--out', out], edition()).out, out).toContain('output-overlaps-input');
    }
  });
});

describe('init', () => {
  it('starts an edition that validates without a word and builds', () => {
    const folder = folderWith({});
    expect(variorum(['init', 'mine'], folder)).toMatchObject({ code: 0 });
    expect(variorum(['validate', '--strict'], join(folder, 'mine'))).toMatchObject({ code: 0 });
    expect(variorum(['build'], join(folder, 'mine'))).toMatchObject({ code: 0 });
  });

  it('touches no folder that holds something', () => {
    const folder = folderWith({ 'mine/x.txt': 'x' });
    expect(variorum(['init', 'mine'], folder)).toMatchObject({ code: 2 });
    expect(readdirSync(join(folder, 'mine'))).toEqual(['x.txt']);
  });
});
