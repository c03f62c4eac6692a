import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { formatGithub } from '../../../src/cli/formats/github.ts';
import { formatJson } from '../../../src/cli/formats/json.ts';
import { formatSarif } from '../../../src/cli/formats/sarif.ts';
import { formatText, summary } from '../../../src/cli/formats/text.ts';
import { catalogue } from '../../../src/diagnostics/catalogue.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';

const found: Diagnostic = {
  code: 'file-missing',
  layer: 'world',
  severity: 'error',
  message: 'There is no file “a, b: 100%”.',
  help: 'Look again.',
  place: { path: 'tei/späte briefe.xml', line: 2, column: 4, endLine: 2, endColumn: 7 },
  related: [
    { message: 'It is named here:', place: { path: 'x.xml', line: 1, column: 1, endLine: 1, endColumn: 2 } },
  ],
};
/** OASIS's own schema of SARIF 2.1.0; it is written in draft 4 of JSON Schema, and uses nothing that draft 7 changed but these two keys. */
const {
  $schema: _draft,
  id: _id,
  ...sarifSchema
} = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'),
    'utf8',
  ),
);
const plain = { color: false, width: 60 };
const framed = (text: string, column: number, endColumn: number, width = 60) =>
  formatText([{ ...found, place: { ...found.place, line: 1, endLine: 1, column, endColumn } }], {
    color: false,
    width,
    textOf: () => text,
  })
    .split('\n')
    .slice(2, 4);

it('prints a code frame for people', () => {
  const text = formatText([found], { ...plain, textOf: () => '<a>\r\n\tx<é/>y' });
  expect(text).toBe(
    [
      'tei/späte briefe.xml:2:4  error  file-missing',
      '    There is no file “a, b: 100%”.',
      '    2 │   x<é/>y',
      '      │     ^^^',
      '    It is named here: x.xml:1:1',
      '    Look again.',
      '',
      '1 error',
    ].join('\n'),
  );
});

it('marks spans by columns of the terminal, not by characters', () => {
  expect(framed('漢字<a/>', 3, 7)).toEqual(['    1 │ 漢字<a/>', '      │     ^^^^']);
});

it('cuts a long line around the span and stays within the width', () => {
  const lines = framed(`${'x'.repeat(5000)}<bad/>${'y'.repeat(5000)}`, 5001, 5007);
  expect(lines[0]).toContain('<bad/>');
  expect(lines[0]!.indexOf('<bad/>')).toBe(lines[1]!.indexOf('^^^^^^'));
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
});

it('shows control characters as pictures, so that a file cannot steer the terminal', () => {
  expect(framed('\u001b[31mred', 1, 2)[0]).toBe('    1 │ ␛[31mred');
});

it('counts', () => {
  expect(summary([found, found, { ...found, severity: 'warning' }])).toBe('2 errors, 1 warning');
  expect(summary([])).toBe('');
});

it('counts what comes more than ten times, unless all is asked for', () => {
  const warning = (i: number): Diagnostic => ({
    ...found,
    severity: 'warning',
    code: 'note-without-responsibility',
    message: `Nobody signs note ${i}.`,
    place: { ...found.place, path: `tei/${i % 7}.xml`, line: i },
  });
  const error = (i: number): Diagnostic => ({ ...found, message: `No ${i % 20 === 0 ? 'x' : i}.` });
  const many = Array.from({ length: 300 }, (_, i) => [warning(i), error(i)]).flat();
  const options = { ...plain, textOf: () => undefined };
  const text = formatText(many, options);
  expect(text.match(/warning {2}note-without/g)).toHaveLength(11);
  expect(text, 'different words are different errors').toContain('No 299.');
  expect(text).toMatch(
    /Not shown, because ten of the kind are \(--all shows them\):\n {4}290 × warning {2}note-without-responsibility in 7 files\n {6}5 × error {2}file-missing in 1 file: No x\.\n\n300 errors, 300 warnings$/,
  );
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  const all = formatText(many, { ...options, showsAll: true });
  expect(all.match(/warning {2}note-without/g)).toHaveLength(300);
  expect(all).not.toContain('Not shown');
  expect(JSON.parse(formatJson(many)).diagnostics).toHaveLength(600);
});

it('gives JSON with a version', () => {
  expect(JSON.parse(formatJson([found]))).toEqual({ version: 1, diagnostics: [found] });
});

it('escapes what GitHub’s commands reserve', () => {
  expect(formatGithub([{ ...found, message: 'a\nb%::c' }])).toBe(
    '::error file=tei/späte briefe.xml,line=2,endLine=2,col=4,endColumn=7,title=file-missing::a%0Ab%25::c Look again.\n',
  );
});

it('gives SARIF with rules, regions and related places', () => {
  const log = JSON.parse(formatSarif([found], '1.2.3'));
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.tool.driver.rules[0].id).toBe('file-missing');
  expect(run.results[0]).toMatchObject({
    ruleId: 'file-missing',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'tei/sp%C3%A4te%20briefe.xml' },
          region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 7 },
        },
      },
    ],
    relatedLocations: [{ id: 0 }],
  });
});

it('gives SARIF that is valid against its schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => URL.canParse(text));
  ajv.addFormat('uri-reference', (text) => /^[!#$%&'()*+,\-./:;=?@A-Z_a-z~0-9[\]]*$/.test(text));
  ajv.addFormat('date-time', true);
  const isValid = ajv.compile(sarifSchema);
  const faults = (text: string) => {
    isValid(JSON.parse(text));
    return isValid.errors ?? [];
  };
  const everyKind = Object.entries(catalogue).map(
    ([code, { layer, severity }]): Diagnostic => ({ ...found, code, layer, severity }),
  );
  expect(faults(formatSarif([], '1.2.3'))).toEqual([]);
  expect(faults(formatSarif(everyKind, '1.2.3'))).toEqual([]);
  const { help, related, ...bare } = found;
  expect(faults(formatSarif([{ ...bare, code: 'of-a-schema' }], '1.2.3'))).toEqual([]);
  const wrong = formatSarif([found], '1.2.3').replace('"level": "error"', '"level": "fatal"');
  expect(faults(wrong), 'the schema is asked in earnest').not.toEqual([]);
});
