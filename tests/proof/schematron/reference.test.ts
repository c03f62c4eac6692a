import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { compileSchematron } from '../../../src/schematron/compile.ts';
import { loadSchematron } from '../../../src/schematron/load-schema.ts';
import { runSchematron } from '../../../src/schematron/run-schema.ts';
import { decode } from '../../../src/xml/decode.ts';
import { parseTree } from '../../../src/xml/parse-tree.ts';
import type { Document, Element, Node } from '../../../src/xml/tree.ts';

/** SchXslt 1.10's `pipeline-for-svrl.xsl` (not ours to ship): its path is given in the environment. */
const pipeline = process.env.SCHXSLT_PIPELINE;
const saxon = '/usr/share/java/Saxon-HE.jar';
const schemas = '../shared/schemas';
const corpora = '../shared/corpora';
const why = 'needs SCHXSLT_PIPELINE, Saxon-HE and ../shared';
const isReady = pipeline !== undefined && existsSync(saxon) && existsSync(corpora);

const tree = (path: string) => {
  const source = decode(readFileSync(path), path, () => undefined);
  return source && parseTree(source, () => undefined);
};
const transform = (words: string[]) =>
  execFileSync('java', ['-cp', saxon, 'net.sf.saxon.Transform', ...words], { maxBuffer: 1 << 28 });

/** Findings as `path of the node` → how often, in the paths of XPath 3.1. */
function ours(findings: readonly Diagnostic[], document: Document): Map<string, number> {
  const paths = pathsByPlace(document);
  const counts = new Map<string, number>();
  for (const { code, place } of findings) {
    if (code !== 'schematron-assert') continue;
    const path = paths.get(`${place.line}:${place.column}-${place.endLine}:${place.endColumn}`) ?? 'nowhere';
    counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  return counts;
}

function pathsByPlace(document: Document): Map<string, string> {
  const paths = new Map<string, string>();
  const { source } = document;
  const note = (start: number, end: number, path: string) => {
    const { line, column, endLine, endColumn } = source.place(start, end);
    const key = `${line}:${column}-${endLine}:${endColumn}`;
    if (!paths.has(key)) paths.set(key, path);
  };
  const walk = (element: Element, path: string) => {
    note(element.start, element.startTagEnd, path);
    for (const { name, start, end } of element.attributes) {
      note(
        start,
        end,
        `${path}/@${name.namespace === '' ? name.local : `Q{${name.namespace}}${name.local}`}`,
      );
    }
    const counts = new Map<string, number>();
    const next = (key: string) => {
      const n = (counts.get(key) ?? 0) + 1;
      counts.set(key, n);
      return n;
    };
    for (const child of element.childNodes as readonly Node[]) {
      if (child.nodeType === 1) {
        const name = `Q{${child.name.namespace}}${child.name.local}`;
        walk(child, `${path}/${name}[${next(name)}]`);
      } else if (child.nodeType === 3) note(child.start, child.end, `${path}/text()[${next('text')}]`);
    }
  };
  const root = document.documentElement;
  walk(root, `/Q{${root.name.namespace}}${root.name.local}[1]`);
  return paths;
}

function theirs(svrl: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, path] of svrl.matchAll(
    /<svrl:(?:failed-assert|successful-report)\b[^>]*?\blocation="([^"]*)"/g,
  )) {
    const plain = path!.replace('@Q{}', '@');
    counts.set(plain, (counts.get(plain) ?? 0) + 1);
  }
  return counts;
}

describe.skipIf(!isReady)(`findings are those of SchXslt on Saxon (${why})`, () => {
  const work = mkdtempSync(join(tmpdir(), 'variorum-svrl-'));
  const flat = join(work, 'in');
  mkdirSync(flat);
  const files = isReady
    ? readdirSync(corpora, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.xml'))
    : [];
  // Saxon would look for the DTD of the one file that names one.
  for (const file of files) {
    const text = readFileSync(join(corpora, file), 'utf8');
    writeFileSync(join(flat, basename(file)), text.replace(/<!DOCTYPE[^[>]*(\[[^\]]*\])?\s*>/, ''));
  }

  it.each(isReady ? readdirSync(schemas).filter((each) => each.endsWith('.sch')) : [])('%s', async (name) => {
    const compiledByThem = join(work, `${name}.xsl`);
    transform([`-xsl:${pipeline}`, `-s:${join(schemas, name)}`, `-o:${compiledByThem}`]);
    const out = join(work, name);
    mkdirSync(out);
    transform([`-xsl:${compiledByThem}`, `-s:${flat}`, `-o:${out}`]);
    const schema = await loadSchematron(
      tree(join(schemas, name))!,
      async () => undefined,
      () => undefined,
    );
    const compiled = compileSchematron(schema!, undefined, (fault) => {
      throw new Error(fault.message);
    });
    const differences: string[] = [];
    let total = 0;
    for (const file of readdirSync(flat)) {
      const document = tree(join(flat, file));
      // Saxon gives its results the ending .xml.
      const result = readdirSync(out).find(
        (each) => each.replace(/\.\w+$/, '') === file.replace(/\.\w+$/, ''),
      );
      if (document === undefined || result === undefined) continue;
      const found: Diagnostic[] = [];
      runSchematron(compiled, document, (each) => found.push(each));
      const [mine, reference] = [ours(found, document), theirs(readFileSync(join(out, result), 'utf8'))];
      for (const path of new Set([...mine.keys(), ...reference.keys()])) {
        total += reference.get(path) ?? 0;
        if (mine.get(path) !== reference.get(path)) {
          differences.push(
            `${file} ${path}: ours ${mine.get(path) ?? 0}, theirs ${reference.get(path) ?? 0}`,
          );
        }
      }
      const failed = found.filter((each) => each.code === 'schematron-run-failed');
      for (const each of failed) differences.push(`${file} ${each.place.line}: ${each.message}`);
    }
    console.log(`${name}: ${total} findings compared`);
    expect(differences).toEqual([]);
  });
});
