import { type CiteRequest, cite } from '../cite/cite.ts';
import { checkPassages, findPassage, type PassageCheck } from '../cite/passage.ts';
import { diagnostic } from '../diagnostics/catalogue.ts';
import { startOf } from '../diagnostics/place.ts';
import { citableUnitsOf } from '../edition/citable-units.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import { editionOf } from '../edition/edition-of.ts';
import { type Quotation, quotationOf } from '../edition/passage-text.ts';
import { citationsOfDocument } from '../outputs/citation/citation.ts';
import { prepare } from '../prepare/prepare.ts';
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
    const found =
      wanted.passage === undefined ? undefined : findPassage(edition.index, document.id, wanted.passage);
    if (found !== undefined && 'meant' in found) {
      const close = found.meant.map((each) => `“${each}”`).join(' or ');
      const meant = close === '' ? '' : `; did you mean ${close}?`;
      const hole = { document: document.path, passage: wanted.passage!, meant };
      world.report(diagnostic('citation-passage-unknown', startOf(document.path), hole));
      continue;
    }
    const { baseUrl } = edition.index.edition;
    const edited = editionOf(corpus, config).edition.documentAt(document.path)!;
    const request: CiteRequest = {
      ...(wanted.style === undefined ? {} : { style: wanted.style }),
      ...(wanted.format === undefined ? {} : { format: wanted.format }),
      ...(found === undefined
        ? {}
        : { passage: { found, quotation: quotationAt(edited, found.anchor), baseUrl } }),
    };
    const citations = await citationsOfDocument(document, transform, config);
    for (const each of citations.diagnostics) world.report(each);
    const cited = cite(citations, document.path, request);
    if ('text' in cited) texts.push(cited.text);
    else world.report(cited.diagnostic);
  }
  return texts;
}

function quotationAt(document: EditedDocument, anchor: string): Quotation {
  const units = citableUnitsOf(document, document.references);
  const i = document.names.findIndex((_, each) => document.anchors.get(each) === anchor);
  return quotationOf(document, i, units);
}

/** Whether the passages whose addresses stand in a text are still as they were cited. */
export async function checkCitedPassages(task: Task, text: string): Promise<PassageCheck[]> {
  const corpus = await check(task);
  const edition = await prepare(corpus, task.config, task.world.report);
  return checkPassages(text, edition.index);
}
