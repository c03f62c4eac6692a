import { Command } from 'commander';
import type { Finish } from '../exit.ts';

export function citeCommand(finish: Finish): Command {
  return new Command('cite')
    .description('Print how to cite a document, in a style or a format.')
    .argument('[file]', 'the document; without it, every document of the edition')
    .option('--style <style>', 'a citation style by its CSL name', 'chicago-notes-bibliography')
    .option('--format <format>', 'ris, bibtex, biblatex, csl-json … instead of a style')
    .action(async () => finish(0));
}
