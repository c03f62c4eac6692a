import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { biblatex } from '../../src/cite/formats/biblatex.ts';
import { bibtex } from '../../src/cite/formats/bibtex.ts';
import { cff } from '../../src/cite/formats/cff.ts';
import { cslJson } from '../../src/cite/formats/csl-json.ts';
import { datacite } from '../../src/cite/formats/datacite.ts';
import { dublinCore } from '../../src/cite/formats/dublin-core.ts';
import { jsonLd } from '../../src/cite/formats/json-ld.ts';
import { ris } from '../../src/cite/formats/ris.ts';
import { citationFormats } from '../../src/cite/formats.ts';
import { pageMetadata } from '../../src/cite/page-metadata.ts';
import type { CitationRecord } from '../../src/cite/record.ts';
import { oneLine, viewOf } from '../../src/cite/view.ts';
import { hostileRecords } from './hostile-records.ts';
import { manualRecords } from './manual-records.ts';
import { readXml } from './read-xml.ts';

const all: readonly CitationRecord[] = [...manualRecords, ...hostileRecords];
const folder = mkdtempSync(join(tmpdir(), 'variorum-cite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with `csl-data.json`, `cff.json` and `datacite/metadata.xsd`; they are other people's, so the project carries none. */
const oracles = process.env.VARIORUM_ORACLES ?? '';
const has = (command: string) => spawnSync('which', [command]).status === 0;
const hasPython = spawnSync('python3', ['-c', 'import jsonschema, yaml']).status === 0;
const skipReason = (reason: string, isThere: boolean) => (isThere ? '' : ` (skipped: no ${reason})`);

describe('RIS', () => {
  it('is a field a line with CRLF, however hostile the words', () => {
    for (const record of all) {
      const text = ris([record]);
      expect(text.endsWith('ER  - \r\n')).toBe(true);
      const lines = text.split('\r\n').slice(0, -1);
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
      expect(lines.filter((line) => line.startsWith('TY  - '))).toHaveLength(1);
      expect(lines.filter((line) => line.startsWith('ER  - '))).toHaveLength(1);
      const title = lines.find((line) => line.startsWith('TI  - '))?.slice(6) ?? '';
      expect(title).toBe(oneLine(viewOf(record).title));
    }
  });

  it('keeps the archive and its location, and never the tag that wins over it', () => {
    expect(ris([manualRecords[0]!])).toMatch(
      /DB {2}- Wilson Center Digital Archive\r\nAN {2}- RGANI, F\. 3, Op\. 16, D\. 947, L\. 43–44\r\n/,
    );
    expect(ris(all)).not.toMatch(/^AV {2}- /m);
  });

  it('says the first and the last page apart', () => {
    expect(ris([manualRecords[1]!])).toMatch(/SP {2}- 3\r\nEP {2}- 20\r\n/);
  });
});

describe('CSL-JSON', () => {
  it('gives every title back', () => {
    const items = JSON.parse(cslJson(all)) as { title?: string }[];
    all.forEach((record, n) => {
      expect(items[n]!.title ?? '').toBe(oneLine(viewOf(record).title));
    });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  const schema = join(oracles, 'csl-data.json');
  const isThere = oracles !== '' && existsSync(schema) && hasPython;
  it.skipIf(!isThere)(
    `is valid against the schema of CSL${skipReason('csl-data.json in $VARIORUM_ORACLES', isThere)}`,
    () => {
      expect(validateJson(cslJson(all), schema)).toBe('');
    },
  );
});

describe('CITATION.cff', () => {
  it('claims the licence of the encoding only', () => {
    expect(cff([manualRecords[0]!])).not.toContain('license');
  });

  const schema = join(oracles, 'cff.json');
  const isThere = oracles !== '' && existsSync(schema) && hasPython;
  it.skipIf(!isThere)(
    `is valid against the schema of CFF 1.2${skipReason('cff.json in $VARIORUM_ORACLES', isThere)}`,
    () => {
      expect(validateJson(cff(manualRecords.slice(0, 1)), schema)).toBe('');
      expect(validateJson(cff(all), schema)).toBe('');
    },
  );
});

describe('DataCite and Dublin Core', () => {
  it('are well-formed and give every title back', () => {
    for (const record of all) {
      const title = oneLine(viewOf(record).title);
      expect(readXml(datacite(record)).first('title')).toBe(title);
      expect(readXml(dublinCore(record)).first('dc:title') ?? '').toBe(title);
    }
  });

  const schema = join(oracles, 'datacite', 'metadata.xsd');
  const isThere = oracles !== '' && existsSync(schema) && has('xmllint');
  it.skipIf(!isThere)(
    `DataCite is valid against its XSD 4.6${skipReason('datacite/metadata.xsd in $VARIORUM_ORACLES', isThere)}`,
    () => {
      const files = all.map((record, n) => {
        const file = join(folder, `datacite-${n}.xml`);
        writeFileSync(file, datacite(record));
        return file;
      });
      const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--schema', schema, ...files], {
        encoding: 'utf8',
      });
      expect(stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'))).toEqual([]);
      expect(status).toBe(0);
    },
  );
});

describe('JSON-LD and the head of a page', () => {
  it('cannot leave the script element, and give every title back', () => {
    for (const record of all) {
      const text = jsonLd(record);
      expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      expect((JSON.parse(text) as { name?: string }).name ?? '').toBe(oneLine(viewOf(record).title));
    }
  });

  it('hold nothing but meta, link and one script', () => {
    for (const record of all) {
      const { head } = pageMetadata(record, { citationFolder: '../citation/', pageUrl: '' });
      const [tags, script] = head.split('<script type="application/ld+json">');
      for (const line of tags!.trim().split('\n'))
        expect(line).toMatch(/^<(?:meta|link)(?: [a-z]+="[^"<>]*")+>$/);
      expect(script!.indexOf('<')).toBe(script!.indexOf('</script>'));
    }
  });

  it('bear neither COinS nor citation_author', () => {
    for (const record of manualRecords) {
      const { head } = pageMetadata(record, { citationFolder: '', pageUrl: '' });
      expect(head).not.toMatch(/Z3988|citation_author/);
    }
  });
});

describe('BibTeX and BibLaTeX', () => {
  it('balance every brace', () => {
    for (const text of [bibtex(all), biblatex(all)]) {
      let depth = 0;
      let lowest = 0;
      for (const character of text) {
        if (character === '{') depth++;
        if (character === '}') depth--;
        lowest = Math.min(lowest, depth);
      }
      expect(lowest).toBe(0);
      expect(depth).toBe(0);
    }
  });

  it.skipIf(!has('bibtex'))(`passes bibtex without a warning${skipReason('bibtex', has('bibtex'))}`, () => {
    writeFileSync(join(folder, 'all.bib'), bibtex(all));
    writeFileSync(join(folder, 'all.aux'), '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n');
    const { stdout } = spawnSync('bibtex', ['all'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, openout_any: 'a' },
    });
    expect(stdout).not.toMatch(/Warning--|error message|I was expecting|Illegal/);
    expect(readFileSync(join(folder, 'all.bbl'), 'utf8').match(/\\bibitem/g)).toHaveLength(all.length);
  });

  it.skipIf(!has('biber'))(
    `passes biber’s data model without a warning${skipReason('biber', has('biber'))}`,
    () => {
      writeFileSync(join(folder, 'all-biblatex.bib'), biblatex(all));
      const output = execFileSync(
        'biber',
        ['--tool', '--validate-datamodel', '--nolog', '--output-file', 'out.bib', 'all-biblatex.bib'],
        { cwd: folder, encoding: 'utf8', timeout: 50_000 },
      );
      expect(output.split('\n').filter((line) => /WARN|ERROR/.test(line))).toEqual([]);
    },
  );
});

it('every format writes an empty list', () => {
  for (const [name, { write }] of Object.entries(citationFormats))
    expect(write([]), name).toMatch(/^(?:|\[\]\n)$/);
});

/** What python's jsonschema says of a JSON or YAML text, '' where it is valid. */
function validateJson(text: string, schema: string): string {
  const file = join(folder, 'instance');
  writeFileSync(file, text);
  const program = `
import json, sys, yaml, datetime, jsonschema
instance = yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.BaseLoader) if sys.argv[3] == 'yaml' else json.load(open(sys.argv[1], encoding='utf-8'))
def years(node):
    if isinstance(node, dict):
        return {k: (int(v) if k == 'year' else years(v)) for k, v in node.items()}
    return [years(each) for each in node] if isinstance(node, list) else node
schema = json.load(open(sys.argv[2], encoding='utf-8'))
for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(years(instance) if sys.argv[3] == 'yaml' else instance):
    print(error.json_path, error.message[:300])`;
  return execFileSync('python3', ['-c', program, file, schema, text.startsWith('[') ? 'json' : 'yaml'], {
    encoding: 'utf8',
  });
}
