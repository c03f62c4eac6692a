import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusDocument } from '../corpus/corpus-document.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { type Place, startOf } from '../diagnostics/place.ts';
import { packageFile } from '../world/package-file.ts';
import type { Task } from './plan.ts';
import type { SchemaLock } from './schema-lock.ts';

/** One schema to validate a document against. */
export interface SchemaChoice {
  readonly language: 'relaxng' | 'schematron';
  /** Relative to the edition's root, or absolute for one of the program's own. */
  readonly path: string;
  /** Schematron phase, or undefined for the schema's own choice. */
  readonly phase: string | undefined;
  /** Where the schema was named: the place of a complaint that it is not there. */
  readonly named: Place;
}

/** The folder of the profile that comes with the program. */
export const profileFolder = fileURLToPath(packageFile('schema/'));

/** The schemas of a document: those of the caller, else the config's, else those that its `xml-model` instructions name, else none. */
export function chooseSchemas(
  task: Task,
  document: CorpusDocument,
  callers: readonly string[] | undefined,
  lock: SchemaLock,
): SchemaChoice[] {
  if (callers !== undefined)
    return callers.flatMap((each) => {
      if (!/^https?:/i.test(each)) return named(each, startOf(each));
      const copy = lock.pathOf(each);
      if (copy !== undefined) return named(copy, startOf(each));
      const place = startOf(document.path);
      task.world.report(diagnostic('schema-not-fetched', place, { url: each }, { severity: 'error' }));
      return [];
    });
  if (task.config.schema.length > 0)
    return task.config.schema.flatMap((each) => named(each, startOf('variorum.json')));
  return document.models.flatMap((model): SchemaChoice[] => {
    const language = languageOf(model.href, model.schematypens, model.type);
    const place = document.source.place(model.hrefStart, model.hrefEnd);
    if (language === undefined || /^file:/i.test(model.href)) return [];
    const isRemote = /^[a-z][a-z0-9+.-]*:/i.test(model.href);
    const path = isRemote
      ? lock.pathOf(model.href)
      : posix.join(posix.dirname(document.path), decoded(model.href));
    if (path === undefined) {
      task.world.report(diagnostic('schema-not-fetched', place, { url: model.href }));
      return [];
    }
    return [{ language, path, phase: model.phase || undefined, named: place }];
  });
}

function named(schema: string, place: Place): SchemaChoice[] {
  if (schema === 'variorum') {
    return [
      { language: 'relaxng', path: `${profileFolder}variorum.rnc`, phase: undefined, named: place },
      { language: 'schematron', path: `${profileFolder}variorum.sch`, phase: undefined, named: place },
    ];
  }
  return [
    { language: languageOf(schema, '', '') ?? 'relaxng', path: schema, phase: undefined, named: place },
  ];
}

function languageOf(href: string, namespace: string, type: string): SchemaChoice['language'] | undefined {
  if (namespace === 'http://purl.oclc.org/dsdl/schematron') return 'schematron';
  if (namespace === 'http://relaxng.org/ns/structure/1.0') return 'relaxng';
  if (namespace !== '') return undefined;
  if (type.includes('relax-ng-compact')) return 'relaxng';
  if (/\.sch(tron)?$/i.test(href)) return 'schematron';
  return /\.r(ng|nc)$/i.test(href) ? 'relaxng' : undefined;
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
