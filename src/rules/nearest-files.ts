import type { Corpus } from '../corpus/corpus.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { groupBy } from './group-by.ts';

/** Proposes files for a path that leads to none: those of the same name elsewhere, or (for a limited number of questions) of nearly the same path. Figures must agree. */
export class NearestFiles {
  private readonly byName: ReadonlyMap<string, readonly string[]>;
  private readonly paths: readonly string[];
  private questions = 50;

  constructor(corpus: Corpus) {
    this.paths = [...corpus.files.keys()];
    this.byName = groupBy(this.paths, nameOf);
  }

  /** At most three paths from the edition's root. */
  suggest(path: string): readonly string[] {
    const same = this.byName.get(nameOf(path));
    if (same !== undefined) return same.slice(0, 3);
    if (this.questions-- <= 0) return [];
    const figures = (each: string) => each.replace(/\D/g, '');
    const extension = path.slice(path.lastIndexOf('.'));
    const alike = this.paths.filter((each) => each.endsWith(extension) && figures(each) === figures(path));
    return didYouMean(path, alike.slice(0, 5000));
  }
}

function nameOf(path: string): string {
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFC')
    .toLowerCase();
}
