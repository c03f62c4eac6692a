import { type CiteRequest, cite } from '../cite/cite.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { startOf } from '../diagnostics/place.ts';
import { citationsOfDocument } from '../outputs/citation/citation.ts';
import { prepare } from '../prepare/prepare.ts';
import type { PreparedEdition } from '../prepare/prepared-edition.ts';
import { createTransform } from '../xslt/create-transform.ts';
import { check } from './check.ts';
import type { Task } from './plan.ts';

export interface CitationWanted {
  readonly style?: string;
  readonly format?: string;
  /** A citable unit by its reference, its label or its anchor. */
  readonly passage?: string;
}

/** How to cite the documents of a task: one text each, in their order. What stands in the way is reported. */
export async function citeDocuments(task: Task, wanted: CitationWanted): Promise<string[]> {
  const { world, config } = task;
  const corpus = await check(task);
  const edition = await prepare(corpus, config, world.report);
  const transform = createTransform(world);
  const texts: string[] = [];
  for (const document of edition.documents) {
    const isAsked = task.focus === undefined ? document.kind === 'text' : task.focus.has(document.path);
    if (!isAsked && edition.documents.length > 1) continue;
    const passage =
      wanted.passage === undefined ? undefined : passageOf(edition, document.id, wanted.passage);
    if (wanted.passage !== undefined && passage === undefined) {
      world.report(diagnostic('no-such-passage', startOf(document.path), { passage: wanted.passage }));
      continue;
    }
    const request: CiteRequest = {
      ...(wanted.style === undefined ? {} : { style: wanted.style }),
      ...(wanted.format === undefined ? {} : { format: wanted.format }),
      ...(passage === undefined ? {} : { passage }),
    };
    const cited = cite(await citationsOfDocument(document, transform), document.path, request);
    if ('text' in cited) texts.push(cited.text);
    else world.report(cited.diagnostic);
  }
  return texts;
}

function passageOf(edition: PreparedEdition, document: string, wanted: string): CiteRequest['passage'] {
  const { units, edition: record } = edition.index;
  const found = units.find(
    (unit) => unit.document === document && [unit.ref, unit.label, unit.id, `#${unit.id}`].includes(wanted),
  );
  if (found === undefined) return undefined;
  return { label: found.label, url: record.baseUrl === '' ? '' : new URL(found.route, record.baseUrl).href };
}
