import { isAbsolute } from 'node:path';
import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Report } from '../diagnostics/diagnostic.ts';
import { runSchematron } from '../schematron/run-schema.ts';
import { DiskWorld } from '../world/disk-world.ts';
import { WorldError } from '../world/world.ts';
import { decode } from '../xml/decode.ts';
import { parseTree } from '../xml/parse-tree.ts';
import type { Source } from '../xml/source.ts';
import type { Document } from '../xml/tree.ts';
import { withFolders } from './read-schema.ts';
import type { SchemaChoice } from './schema-choice.ts';
import { SchemaShelf } from './schema-shelf.ts';

/** One document to validate; it can cross a thread. */
export interface SchemaJob {
  readonly root: string;
  readonly grants: readonly string[];
  /** Folders whose schemas may be read wherever they lie: the program's own, and those the command line names. */
  readonly folders: readonly string[];
  readonly path: string;
  readonly isEdition: boolean;
  readonly choices: readonly SchemaChoice[];
}

/** Validates documents one by one, each schema loaded once. */
export class SchemaDesk {
  private readonly shelves = new Map<
    string,
    { shelf: SchemaShelf; world: DiskWorld; faults: Diagnostic[] }
  >();

  /** What is wrong with a document, and with its schemas the first time they are used. `known` is the document where it has already been read. */
  async validate(
    job: SchemaJob,
    known?: { readonly source: Source; readonly tree: Document },
  ): Promise<Diagnostic[]> {
    const found: Diagnostic[] = [];
    const report: Report = (each) => found.push(each);
    const { shelf, world, faults } = this.shelfFor(job);
    const source = known?.source ?? decode(await world.read(job.path), job.path, () => undefined);
    if (source === undefined) return [];
    for (const choice of job.choices) {
      try {
        if (choice.language === 'relaxng') {
          // What the reader says of the file has been said when it was first read.
          const validator = await shelf.relaxng(choice);
          validator?.validate(source, (each) => each.layer !== 'xml' && report(each));
        } else {
          const schema = await shelf.schematron(choice);
          const tree = schema && (known?.tree ?? parseTree(source, () => undefined));
          if (tree) runSchematron(schema, tree, report);
        }
      } catch (error) {
        if (!(error instanceof WorldError)) throw error;
        // A loose file may have left its schema behind; an edition or a caller names one that must be there.
        const severity = job.isEdition || choice.named.path !== job.path ? 'error' : 'warning';
        const holes = { path: choice.path, why: error.message };
        report(diagnostic('schema-missing', choice.named, holes, { severity }));
      }
    }
    return [...faults.splice(0), ...found];
  }

  private shelfFor({ root, grants, folders, choices }: SchemaJob) {
    // Schemas named by absolute paths are the same for every document, wherever it lies.
    const key = choices.every((each) => isAbsolute(each.path)) ? '' : root;
    const known = this.shelves.get(key);
    if (known !== undefined) return { ...known, world: new DiskWorld(root, grants, () => undefined) };
    const faults: Diagnostic[] = [];
    const world = new DiskWorld(root, grants, () => undefined);
    const read = withFolders((path) => world.read(path), folders);
    const made = { shelf: new SchemaShelf(root, read, (each) => faults.push(each)), world, faults };
    this.shelves.set(key, made);
    return made;
  }
}
