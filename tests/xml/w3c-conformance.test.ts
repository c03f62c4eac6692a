import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readTree } from '../../src/xml/read.ts';
import { canonical } from './canonical.ts';
import { skips } from './w3c-skips.ts';
import { type SuiteCase, suiteCases, suiteFile } from './w3c-suite.ts';

/** The cases for the fifth edition of XML 1.0 and for XML 1.1; older editions had another idea of names. */
const cases = suiteCases().filter(({ editions }) => editions.length === 0 || editions.includes('5'));
const isAccepted = ({ path }: SuiteCase) => readTree(suiteFile(path), path, () => {}) !== undefined;
const outcomes = new Map(cases.map((each) => [each, isAccepted(each)]));
const skipped = new Map(skips.flatMap((skip) => skip.ids.map((id) => [id, skip])));
const isStandalone = ({ entities, isXml11 }: SuiteCase) => entities === 'none' && !isXml11;

it('judges every case as the suite does, but for those listed with a reason', () => {
  const wrong: string[] = [];
  for (const [each, accepted] of outcomes) {
    if (each.type === 'error') continue;
    const expected = each.type !== 'not-wf';
    const skip = skipped.get(each.id);
    if (accepted !== (skip?.isAccepted ?? expected)) wrong.push(`${each.id} (${each.path}): ${each.about}`);
    else if (skip !== undefined && accepted === expected) wrong.push(`${each.id} need not be skipped`);
  }
  expect(wrong).toEqual([]);
});

it('has a case for every skip', () => {
  const ids = new Set(cases.map((each) => each.id));
  expect([...skipped.keys()].filter((id) => !ids.has(id))).toEqual([]);
});

it('rejects all standalone faults of XML 1.0 and namespaces, and accepts all standalone valid documents', () => {
  const faulty = cases.filter((each) => each.type === 'not-wf' && isStandalone(each));
  const valid = cases.filter((each) => each.type === 'valid' && isStandalone(each) && each.isForNamespaces);
  const rejected = faulty.filter((each) => outcomes.get(each) === false);
  const accepted = valid.filter((each) => outcomes.get(each) === true);
  expect([rejected.length, faulty.length]).toEqual([951, 951]);
  expect([accepted.length, valid.length]).toEqual([594, 594]);
});

it('reports exactly one error for a document that it rejects, and none for one that it accepts', () => {
  for (const [each, accepted] of outcomes) {
    const found: Diagnostic[] = [];
    readTree(suiteFile(each.path), each.path, (diagnostic) => found.push(diagnostic));
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(errors.length, each.id).toBe(accepted ? 0 : 1);
  }
});

/** The reader checks what a DOCTYPE declares and does not tell it: left out are the notations that the suite's second canonical form begins with, and the one instruction that stands inside a DOCTYPE. In XML 1.1 the form has a declaration and writes controls as references. */
const comparable = (expected: string) =>
  expected
    .replace(/^<\?xml version="1\.1"\?>/, '')
    .replace(/^(?:<\?sound "This is a PI" \?>)?<!DOCTYPE[^[]*\[\n(?:<!NOTATION[^>]*>\n)*\]>\n/, '')
    .replace(/&#(1[234]\d|12);/g, (_, code) => String.fromCharCode(code));

it('says of each standalone document what its canonical form says', () => {
  const withForm = cases.filter(
    (each) =>
      each.output !== undefined && each.entities === 'none' && each.type !== 'not-wf' && each.isForNamespaces,
  );
  let valid10 = 0;
  for (const each of withForm) {
    const said = canonical(suiteFile(each.path), each.path, () => {});
    const expected = comparable(new TextDecoder().decode(suiteFile(each.output!)));
    expect(said, `${each.id}: ${each.about}`).toBe(expected);
    if (each.type === 'valid' && isStandalone(each)) valid10++;
  }
  expect(valid10).toBe(227);
});
