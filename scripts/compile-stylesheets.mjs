/** Compiles xslt/*.xsl into dist/xslt/*.sef.json. A stylesheet whose modules have not changed is left as it is. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simplifyStylesheet } from '../dist/xslt/simplify-stylesheet.js';

const require = createRequire(import.meta.url);
const compiler = require.resolve('xslt3');
const compilerVersion = require('xslt3/package.json').version;
const simplifier = readFileSync(
  fileURLToPath(new URL('../dist/xslt/simplify-stylesheet.js', import.meta.url)),
);

/** Every file that a stylesheet is made of, itself first. */
function closureOf(path, seen = new Set()) {
  if (seen.has(path)) return seen;
  seen.add(path);
  const modules = readFileSync(path, 'utf8').matchAll(/<xsl:(?:import|include)\s+href="([^"]+)"/g);
  for (const [, href] of modules) closureOf(resolve(path, '..', href), seen);
  return seen;
}

function hashOf(path) {
  const hash = createHash('sha256').update(compilerVersion).update(simplifier);
  for (const file of closureOf(path))
    hash.update(`\0${file.slice(resolve(path, '..').length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function compile(source, target) {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [compiler, `-xsl:${source}`, `-export:${target}`, '-nogo', '-relocate:on'],
      {
        stdio: 'inherit',
      },
    );
    child.on('close', (code) => done(code === 0));
  });
}

/** Compiles what has changed; false where a stylesheet does not compile. */
export async function compileStylesheets(root) {
  const folder = join(root, 'xslt');
  const target = join(root, 'dist', 'xslt');
  if (!existsSync(folder)) return true;
  mkdirSync(target, { recursive: true });
  const jobs = readdirSync(folder)
    .filter((name) => name.endsWith('.xsl'))
    .map(async (name) => {
      const stem = join(target, name.replace(/\.xsl$/, ''));
      const hash = hashOf(join(folder, name));
      const [sef, stamp] = [`${stem}.sef.json`, `${stem}.hash`];
      if (existsSync(sef) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
      const fresh = `${stem}.${process.pid}.json`;
      if (!(await compile(join(folder, name), fresh))) return false;
      const stylesheet = simplifyStylesheet(JSON.parse(readFileSync(fresh, 'utf8')));
      writeFileSync(fresh, JSON.stringify(stylesheet));
      renameSync(fresh, sef);
      writeFileSync(stamp, hash);
      return true;
    });
  return (await Promise.all(jobs)).every(Boolean);
}
