import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/xml/decode.ts';
import { jing, withoutJing } from './jing.ts';
import { validatorOf } from './validator-of.ts';

const [corpora, schemas] = ['../shared/corpora', '../shared/schemas'];
const missing = existsSync(corpora) ? withoutJing() : `${corpora} is absent`;

/** Files on which we and jing differ, and why. */
const explained: Record<string, string> = {};

describe.skipIf(missing !== undefined)(
  `the corpora against every schema, beside jing (${missing ?? 'all there'})`,
  () => {
    const files =
      missing !== undefined
        ? []
        : readdirSync(corpora, { recursive: true, encoding: 'utf8' })
            .filter((each) => each.endsWith('.xml'))
            .sort();
    const bytes = files.map((each) => readFileSync(join(corpora, each)));
    const names = missing !== undefined ? [] : readdirSync(schemas).filter((each) => each.endsWith('.rng'));

    for (const name of names) {
      it(`${name}: the same verdict on ${files.length} files`, async () => {
        const path = join(schemas, name);
        const validator = await validatorOf(path);
        const { verdicts } = jing(path, bytes);
        const differences: string[] = [];
        for (const [index, file] of files.entries()) {
          const found: string[] = [];
          const source = decode(bytes[index]!, file, (each) => found.push(each.message));
          const isValid =
            source !== undefined &&
            validator.validate(source, (each) => found.push(`${each.place.line} ${each.message}`));
          if (isValid !== verdicts[index]!.isValid && explained[file] === undefined)
            differences.push(
              `${file}: jing says ${verdicts[index]!.says.slice(0, 200)}; we say ${found[0] ?? 'valid'}`,
            );
        }
        expect(differences).toEqual([]);
      });
    }
  },
);
