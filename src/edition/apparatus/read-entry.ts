import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition } from '../edition.ts';
import { childrenOf } from '../sequence.ts';
import type { ApparatusEntry, EntryDetail, EntryReading, Lemma } from './entry.ts';
import { type Key, keyRange } from './keys.ts';
import { classify } from './reading-kind.ts';
import { writeSigla } from './sigla.ts';
import { isSpan, spanOf, textOfSpan } from './span.ts';
import type { Citation } from './witness.ts';
import type { Cited, Witnesses } from './witnesses.ts';

export interface EntryContext {
  readonly edition: Edition;
  readonly witnesses: Witnesses;
  readonly keyOf: (document: EditedDocument, i: number) => Key;
  /** Language of the terms that sigla carry. */
  readonly terms: string;
}

const nobody: Cited = { citations: [], unknown: [] };
const lacunas = new Set(['witStart', 'witEnd', 'lacunaStart', 'lacunaEnd']);

/** Reads one entry; without `lem`, the lemma is what the text has at that place (TEI P5, chapter on the critical apparatus). */
export function readEntry(
  context: EntryContext,
  document: EditedDocument,
  app: number,
  parent: ApparatusEntry | undefined,
): ApparatusEntry {
  const { edition, keyOf } = context;
  const method = document.methodOf(app);
  const found = method === 'double-end-point' ? spanOf(edition, document, app) : undefined;
  const span = isSpan(found) ? found : undefined;
  const parts = partsOf(document, app);
  const details = parts.details.map((detail) => readDetail(context, document, detail, parts.readings));
  const lemma = readLemma(context, document, app, method, span && textOfSpan(span), parts, details);
  const loc = attribute(document.unsettled.elements[app]!, 'loc')?.trim();
  const key =
    method === 'location-referenced' && loc !== undefined && loc !== ''
      ? { n: loc, unit: '' as const }
      : span === undefined
        ? keyOf(document, app)
        : keyRange(keyOf(span.document, span.from), keyOf(span.document, span.to));
  return {
    document,
    i: app,
    base: span?.document ?? document,
    method,
    parent,
    span,
    fault: isSpan(found) ? undefined : found,
    key,
    lemma,
    readings: parts.readings
      .filter((i) => document.names[i] === 'rdg')
      .map((i) => readReading(context, document, app, i, lemma, details)),
    details,
    notes: parts.notes,
  };
}

interface Parts {
  readonly lem: number | undefined;
  /** `lem` and `rdg`, in order, those of groups too. */
  readonly readings: readonly number[];
  readonly details: readonly number[];
  readonly notes: readonly number[];
}

/** The parts of one entry, groups opened; what belongs to nested entries is not among them. */
function partsOf(document: EditedDocument, app: number): Parts {
  const { names, unsettled } = document;
  const readings: number[] = [];
  const details: number[] = [];
  const notes: number[] = [];
  for (let i = app + 1; i <= unsettled.lasts[app]!; i++) {
    const name = names[i]!;
    if (name === 'rdgGrp' || name === 'noteGrp') continue;
    if (name === 'lem' || name === 'rdg') readings.push(i);
    else if (name === 'witDetail') details.push(i);
    else if (name === 'note') notes.push(i);
    i = unsettled.lasts[i]!;
  }
  return { lem: readings.find((i) => names[i] === 'lem'), readings, details, notes };
}

function readLemma(
  context: EntryContext,
  document: EditedDocument,
  app: number,
  method: ApparatusEntry['method'],
  baseText: string | undefined,
  { lem, readings }: Parts,
  details: readonly EntryDetail[],
): Lemma {
  const isParallel = method === 'parallel-segmentation';
  const taken = isParallel ? document.context.takenReadingOf(app) : undefined;
  const i = lem ?? taken;
  const { citations: cited, unknown } = i === undefined ? nobody : sourcesOf(context, document, app, i);
  const text = baseText ?? (i === undefined ? '' : document.textOf(i));
  let kind: Lemma['kind'] = 'none';
  if (baseText !== undefined) kind = 'base';
  else if (isParallel && lem !== undefined) kind = 'lem';
  else if (isParallel && taken !== undefined) kind = 'base';
  else if (lem !== undefined) kind = 'named';
  const sigla =
    i === undefined
      ? ''
      : writeSigla(
          { citations: cited, unknown },
          handOf(context, document, app, i),
          detailsOf(details, i),
          context.terms,
        );
  const isOmission = text === '' && (kind === 'lem' || kind === 'base') && readings.length > 0;
  return { kind, i, text, isOmission, cited, unknown, sigla };
}

function readReading(
  context: EntryContext,
  document: EditedDocument,
  app: number,
  i: number,
  lemma: Lemma,
  details: readonly EntryDetail[],
): EntryReading {
  const inherit = (local: string) => inherited(document, app, i, local) ?? '';
  const { citations: cited, unknown } = sourcesOf(context, document, app, i);
  const [type, cause] = [inherit('type'), inherit('cause')];
  const [resp, source] = [namesOf(context, document, i, 'resp'), namesOf(context, document, i, 'source')];
  const text = document.textOf(i);
  const hand = handOf(context, document, app, i);
  const group = groupOf(document, app, i);
  const classified = classify({
    text,
    lemma: lemma.text,
    hasLemma: lemma.kind !== 'none' && lemma.i !== i,
    declared: `${type} ${cause}`,
    ...contentOf(document, i),
    isWithoutWitness: cited.length === 0 && unknown.length === 0,
    hasAuthority: resp !== '' || source !== '',
  });
  return {
    ...classified,
    i,
    text,
    cited,
    unknown,
    sigla: writeSigla({ citations: cited, unknown }, hand, detailsOf(details, i), context.terms),
    hand,
    resp,
    source,
    cause,
    type,
    group,
    sequence: inherit('varSeq'),
    require: inherit('require'),
    isTaken: lemma.kind === 'base' && lemma.i === i,
  };
}

function readDetail(
  context: EntryContext,
  document: EditedDocument,
  i: number,
  readings: readonly number[],
): EntryDetail {
  const pointed = context.edition
    .leadsOf(document, i, 'target')
    .map(({ spot }) => spot)
    .find((spot) => spot?.document === document && readings.includes(spot.i))?.i;
  return {
    i,
    cited: context.witnesses.cited(document, i, 'wit').citations,
    type: attribute(document.unsettled.elements[i]!, 'type')?.trim() ?? '',
    text: document.textOf(i),
    reading: pointed ?? readings.findLast((reading) => reading < i),
  };
}

/** The witnesses of a reading: `@wit`, its own or its group's; a witness that `@source` names counts too. */
function sourcesOf(context: EntryContext, document: EditedDocument, app: number, i: number): Cited {
  for (let at = i; at !== app && at >= 0; at = document.unsettled.parents[at]!) {
    if (attribute(document.unsettled.elements[at]!, 'wit') === undefined) continue;
    return context.witnesses.cited(document, at, 'wit');
  }
  const citations: Citation[] = [];
  for (const { spot } of context.edition.leadsOf(document, i, 'source')) {
    const witness = spot === undefined ? undefined : context.witnesses.at(spot);
    if (witness !== undefined && witness.kind !== 'editor') citations.push({ witness, state: '' });
  }
  citations.sort((a, b) => a.witness.n - b.witness.n);
  return { citations, unknown: [] };
}

/** The nearest value of an attribute on the reading and the groups around it. */
function inherited(document: EditedDocument, app: number, i: number, local: string): string | undefined {
  for (let at = i; at !== app && at >= 0; at = document.unsettled.parents[at]!) {
    const value = attribute(document.unsettled.elements[at]!, local)?.trim();
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function groupOf(document: EditedDocument, app: number, i: number): string {
  const parent = document.unsettled.parents[i]!;
  return parent === app ? '' : (inherited(document, app, parent, 'type') ?? 'group');
}

function handOf(context: EntryContext, document: EditedDocument, app: number, i: number): string {
  for (let at = i; at !== app && at >= 0; at = document.unsettled.parents[at]!) {
    const leads = context.edition.leadsOf(document, at, 'hand');
    if (leads.length === 0) continue;
    return leads
      .map(({ value, spot }) => {
        const hand = spot === undefined ? undefined : context.witnesses.at(spot);
        return hand?.siglum ?? value.slice(value.lastIndexOf('#') + 1);
      })
      .join(' ');
  }
  return '';
}

/** Who or what an attribute points to, by name: a surname, a siglum, a short title; else as written. */
function namesOf(context: EntryContext, document: EditedDocument, i: number, local: string): string {
  return context.edition
    .leadsOf(document, i, local)
    .map(({ value, spot }) => {
      if (spot === undefined) return value.startsWith('#') ? value.slice(1) : value;
      const witness = context.witnesses.at(spot);
      if (witness !== undefined) return witness.siglum;
      return shortName(spot.document, spot.i) || value.slice(value.lastIndexOf('#') + 1);
    })
    .join(', ');
}

function shortName(document: EditedDocument, i: number): string {
  const { names, unsettled } = document;
  for (const wanted of ['surname', 'abbr', 'author', 'persName', 'name', 'title']) {
    for (let at = i; at <= unsettled.lasts[i]!; at++) {
      if (names[at] === wanted) return document.textOf(at);
    }
  }
  const text = document.textOf(i);
  return text.length <= 60 ? text : '';
}

/** What a reading without text may still hold; nested entries count as its content. */
function contentOf(document: EditedDocument, i: number): { hasLacuna: boolean; hasGap: boolean } {
  let [hasLacuna, hasGap] = [false, false];
  for (const child of childrenOf(document.unsettled, i)) {
    const name = document.names[child]!;
    if (lacunas.has(name)) hasLacuna = true;
    else if (name === 'gap' || name === 'space' || name === 'damage') hasGap = true;
  }
  return { hasLacuna, hasGap };
}

function detailsOf(details: readonly EntryDetail[], reading: number): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const detail of details) {
    if (detail.reading !== reading || detail.type === '') continue;
    for (const { witness } of detail.cited) {
      const list = found.get(witness.id);
      if (list === undefined) found.set(witness.id, [detail.type]);
      else list.push(detail.type);
    }
  }
  return found;
}
