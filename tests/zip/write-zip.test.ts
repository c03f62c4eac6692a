import { spawnSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { writeZip } from '../../src/zip/write-zip.ts';

const text = new TextEncoder();
const entries = [
  { path: 'mimetype', content: text.encode('application/epub+zip'), isStored: true },
  { path: 'b.txt', content: text.encode('b'.repeat(500)) },
  { path: 'a/ä.txt', content: text.encode('a') },
];

it('keeps the order and the bytes of the entries', () => {
  const files = unzipSync(writeZip(entries));
  expect(Object.keys(files)).toEqual(['mimetype', 'b.txt', 'a/ä.txt']);
  for (const { path, content } of entries) expect(files[path]).toEqual(content);
});

it('stores what is to be stored: the type of an e-book stands at byte 38 (OCF 3.3 §4.3)', () => {
  const zip = Buffer.from(writeZip(entries));
  expect(zip.toString('latin1', 30, 38)).toBe('mimetype');
  expect(zip.toString('latin1', 38, 58)).toBe('application/epub+zip');
  expect(zip.length).toBeLessThan(700);
});

it('gives the same bytes in every time zone', () => {
  const script = `import { writeZip } from './dist/zip/write-zip.js';
    process.stdout.write(Buffer.from(writeZip([{ path: 'a', content: new Uint8Array(9) }])).toString('hex'));`;
  const run = (zone: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    }).stdout;
  const here = Buffer.from(writeZip([{ path: 'a', content: new Uint8Array(9) }])).toString('hex');
  expect([run('Pacific/Kiritimati'), run('America/St_Johns')]).toEqual([here, here]);
});
