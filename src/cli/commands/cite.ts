import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { exit, type Finish } from '../exit.ts';
import { Session } from '../session.ts';

interface CiteOptions {
  readonly style?: string;
  readonly format?: string;
  readonly passage?: string;
  readonly check?: string;
}

export function citeCommand(finish: Finish): Command {
  return new Command('cite')
    .description('Print how to cite a document or a passage of it, in a style or a format.')
    .argument('[file]', 'the document; without it, every document of the edition here')
    .option('--style <style>', 'a citation style by its CSL name (default: Chicago, notes)')
    .option('--format <format>', 'text, html, ris, bibtex, biblatex, csl-json … annotation or report')
    .option('--passage <reference>', 'cite this passage: a citable unit’s reference or anchor')
    .option('--check <address>', 'whether passages cited in an address or a file have changed since')
    .action(async (file: string | undefined, options: CiteOptions) => finish(await cite(file, options)));
}

async function cite(file: string | undefined, options: CiteOptions): Promise<number> {
  if (options.check !== undefined) return checkCited(file, options.check);
  const { plan } = await import('../../build/plan.ts');
  const { citeDocuments } = await import('../../build/cite-documents.ts');
  const session = new Session();
  const files = file === undefined ? [] : [file];
  const [task] = await plan(process.cwd(), files, (root) => session.reportFrom(root), 'together');
  const texts = task === undefined ? [] : await citeDocuments(task, options);
  process.stdout.write(texts.join('\n'));
  const faults = session.diagnostics.filter((each) => each.severity === 'error');
  if (faults.length > 0 || session.diagnostics.some(concernsCiting))
    session.print('text', { stream: process.stderr });
  return faults.some((each) => usageFaults.has(each.code)) ? exit.usage : session.code(false);
}

/** What a citation lacks is said even where it is only a warning. */
const concernsCiting = ({ code, severity }: Diagnostic) =>
  severity === 'warning' && (code.startsWith('citation-') || code === 'cite-structure-fails');

const usageFaults = new Set([
  'citation-style-unknown',
  'citation-format-unknown',
  'citation-passage-unknown',
  'citation-annotation-without-passage',
]);

/** Reads addresses of passages from a file, or takes the word itself as one; 1 where a passage has changed or gone. */
async function checkCited(file: string | undefined, wanted: string): Promise<number> {
  const { plan } = await import('../../build/plan.ts');
  const { checkCitedPassages } = await import('../../build/cite-documents.ts');
  const session = new Session();
  const [task] = await plan(
    process.cwd(),
    file === undefined ? [] : [file],
    (root) => session.reportFrom(root),
    'together',
  );
  const text = await readFile(wanted, 'utf8').catch(() => wanted);
  const checks = task === undefined ? [] : await checkCitedPassages(task, text);
  if (checks.length === 0) process.stdout.write('No address of a passage of this edition.\n');
  for (const { address, state, passage } of checks) {
    const now = state === 'changed' ? `; as it is now: ${passage!.route}` : '';
    process.stdout.write(`${words[state]}: ${address}${now}\n`);
  }
  return checks.some(({ state }) => state === 'changed' || state === 'gone')
    ? exit.faults
    : session.code(false);
}

const words = {
  unchanged: 'unchanged',
  changed: 'changed',
  gone: 'no such passage',
  'without-hash': 'cited without a hash',
} as const;
