/** Writes the pictures of docs/print.md: sets the edition in scripts/pictures once with each option and draws the page that shows it. Needs pdftoppm (poppler-utils); a name writes that picture alone. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { pictures } from './pictures/list.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const into = join(root, 'docs/pictures');
/** GitHub and a page of paper both want small files. */
const mostBytes = 25_000;
const small = {
  pageSize: '112mm 92mm',
  marginInner: '14mm',
  marginOuter: '14mm',
  marginTop: '12mm',
  marginBottom: '6mm',
  titlePage: false,
  contents: false,
  indexes: false,
};

mkdirSync(into, { recursive: true });
const only = process.argv[2];
for (const { name, print = {}, config = {}, page = 1, isWhole = false, output = 'pdf' } of pictures) {
  if (only !== undefined && only !== name) continue;
  const folder = mkdtempSync(join(tmpdir(), 'variorum-pictures-'));
  cpSync(join(root, 'scripts/pictures'), folder, { recursive: true });
  const given = JSON.parse(readFileSync(join(folder, 'variorum.json'), 'utf8'));
  const settings = { ...given, ...config, print: isWhole ? print : { ...small, ...print } };
  writeFileSync(join(folder, 'variorum.json'), JSON.stringify(settings));
  run(
    process.execPath,
    [
      resolve(root, 'dist/bin/variorum.js'),
      'build',
      folder,
      '--only',
      output,
      '--out',
      join(folder, 'output'),
    ],
    name,
  );
  const pdf = join(folder, 'output/pdf/harbour.pdf');
  const out = join(into, name);
  const resolution = isWhole ? '60' : '92';
  const drawn = join(folder, 'page');
  run(
    'pdftoppm',
    ['-gray', '-r', resolution, '-f', String(page), '-l', String(page), '-singlefile', pdf, drawn],
    name,
  );
  const png = pngOf(readFileSync(`${drawn}.pgm`));
  writeFileSync(`${out}.png`, png);
  console.log(`${String(png.length).padStart(6)}  ${name}.png`);
  if (png.length > mostBytes) throw new Error(`${name}.png is larger than ${mostBytes} bytes`);
  rmSync(folder, { recursive: true });
}

function run(program, args, name) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (error !== undefined || status !== 0)
    throw new Error(`${name}: ${program} failed: ${error?.message ?? stdout + stderr}`);
}

/** A grey map (PGM, 8 bits) as PNG of 16 greys: half the size of what pdftoppm writes. */
function pngOf(pgm) {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 64));
  const [wide, high] = [Number(width), Number(height)];
  const row = Math.ceil(wide / 2) + 1;
  const data = Buffer.alloc(row * high);
  for (let y = 0; y < high; y++)
    for (let x = 0; x < wide; x++) {
      const grey = Math.round(pgm[head.length + y * wide + x] / 17);
      data[y * row + 1 + (x >> 1)] |= x % 2 === 0 ? grey << 4 : grey;
    }
  const chunk = (type, content) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header.set([4, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
