import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { packageFile } from '../../world/package-file.ts';
import { exit, type Finish } from '../exit.ts';

export function initCommand(finish: Finish): Command {
  return new Command('init')
    .description('Start a new edition in a folder: a document, a register, a config. It builds as it is.')
    .argument('<folder>', 'a folder that is empty or not there yet')
    .action(async (folder: string) => finish(await init(folder)));
}

const template = fileURLToPath(packageFile('templates/edition/'));

async function init(folder: string): Promise<number> {
  const target = resolve(folder);
  const held = await readdir(target).catch((error) => (error.code === 'ENOENT' ? [] : Promise.reject(error)));
  if (held.length > 0) {
    process.stderr.write(`error: “${folder}” is not empty; name a new folder\n`);
    return exit.usage;
  }
  try {
    await mkdir(target, { recursive: true });
    await cp(template, target, { recursive: true });
    // npm leaves a file of this name out of a package, so the template's has another one.
    await writeFile(join(target, '.gitignore'), await readFile(join(template, 'gitignore')));
    await import('node:fs/promises').then(({ rm }) => rm(join(target, 'gitignore')));
  } catch (error) {
    process.stderr.write(`error: “${folder}” cannot be written: ${(error as Error).message}\n`);
    return exit.cannotWrite;
  }
  process.stdout.write(`An edition stands in ${folder}. Next:\n\n  cd ${folder}\n  npx variorum build\n\n`);
  process.stdout.write('Then open output/html/index.html, and edit tei/letter.xml.\n');
  return exit.done;
}
