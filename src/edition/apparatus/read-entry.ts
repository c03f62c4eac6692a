import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import { handsOf, holderOf, inherited, namedBy } from './authorities.ts';
import type { ApparatusEntry, EntryDetail, EntryReading, Lemma } from './entry.ts';
import type { EntryContext } from './entry-context.ts';
import { keyRange } from './keys.ts';
import { milestoneTerms } from './milestone-terms.ts';
import { neighbourOf } from './neighbour.ts';
import { inWords } from './piece.ts';
import { contentOf } from './reading-content.ts';
import { classify } from './reading-kind.ts';
import { type Named, siglaOf, siglumOfHand } from './sigla.ts';
import { isSpan, type Span, spanOf, textOfSpan } from './span.ts';
import type { Citation } from './witness.ts';
import { witnessDetails } from './witness-details.ts';
import type { Cited } from './witnesses.ts';

const nobody: Cited = { citations: [], unknown: [] };

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
  const place: PlaceOfEntry = { document, app, method, span, details };
  const lemma = readLemma(context, place, parts);
  const loc = attribute(document.unsettled.elements[app]!, 'loc')?.trim();
  const key =
    method === 'location-referenced' && loc !== undefined && loc !== ''
      ? { n: loc, unit: '' as const }
      : span === undefined
        ? keyOf(document, app)
        : keyRange(keyOf(span.document, span.from), keyOf(span.document, span.to));
  const readings = parts.readings.filter((i) => document.names[i] === 'rdg');
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
    readings: toldApart(
      lemma,
      readings.map((i) => readReading(context, place, i, lemma)),
    ),
    details,
    remarks: witnessDetails(
      details.filter(({ reading }) => reading === undefined),
      [],
      context.terms,
    ).remarks,
    notes: parts.notes,
  };
}

/** What is known of an entry before its lemma and readings are read. */
interface PlaceOfEntry {
  readonly document: EditedDocument;
  readonly app: number;
  readonly method: ApparatusEntry['method'];
  readonly span: Span | undefined;
  readonly details: readonly EntryDetail[];
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

function readLemma(context: EntryContext, place: PlaceOfEntry, { lem, readings }: Parts): Lemma {
  const { document, app, method, span } = place;
  const isParallel = method === 'parallel-segmentation';
  const taken = isParallel ? document.context.takenReadingOf(app) : undefined;
  const i = lem ?? taken;
  const own = i === undefined ? '' : document.textOf(i);
  const text = span === undefined ? own : textOfSpan(span);
  let kind: Lemma['kind'] = 'none';
  if (span !== undefined) kind = 'base';
  else if (isParallel && lem !== undefined) kind = 'lem';
  else if (isParallel && taken !== undefined) kind = 'base';
  else if (lem !== undefined) kind = 'named';
  const isOmission = text === '' && (kind === 'lem' || kind === 'base') && readings.length > 0;
  return {
    kind,
    i,
    text,
    printed: own || text,
    isWhole: own !== '',
    isOmission,
    neighbour: isOmission ? neighbourOf(document, app, span) : undefined,
    ...(i === undefined ? unsigned : signedBy(context, place, i)),
  };
}

function readReading(context: EntryContext, place: PlaceOfEntry, i: number, lemma: Lemma): EntryReading {
  const { document, app } = place;
  const inherit = (local: string) => inherited(document, app, i, local);
  const signed = signedBy(context, place, i);
  const [type, cause] = [inherit('type'), inherit('cause')];
  const isWithoutWitness = signed.signed.length === 0;
  const resp = namedBy(context, document, app, i, 'resp', isWithoutWitness);
  const source = namedBy(context, document, app, i, 'source', isWithoutWitness);
  const proposers = resp.length > 0 ? resp : source;
  const text = document.textOf(i);
  const content = contentOf(document, i);
  const hands = handsOf(context, document, app, i);
  const names = (named: typeof resp) => named.map((each) => each.text).join(', ');
  const classified = classify({
    text,
    lemma: lemma.text,
    hasLemma: lemma.kind !== 'none' && lemma.i !== i,
    declared: `${type} ${cause}`,
    hasLacuna: content.milestones.length > 0,
    hasGap: content.hasGap,
    isWithoutWitness,
    hasAuthority: proposers.length > 0,
  });
  const isInSigla = source.every(({ text: name }) => signed.signed.some((each) => each.text.includes(name)));
  return {
    ...classified,
    ...signed,
    i,
    text,
    content,
    authorities: hands.length > 0 ? hands.map((each) => asSiglum(context, each)) : proposers,
    besides: isWithoutWitness || isInSigla ? '' : names(source),
    isUncertain: inherit('cert') === 'low',
    hand: hands.map((each) => each.text).join(' '),
    resp: names(resp),
    source: names(source),
    cause,
    type,
    group: groupOf(document, app, i),
    sequence: inherit('varSeq'),
    require: inherit('require'),
    isTaken: lemma.kind === 'base' && lemma.i === i,
  };
}

function asSiglum({ witnesses }: EntryContext, { text, witness }: Named): Named {
  if (witness === undefined) return { text, witness };
  return { text: siglumOfHand(witness, witnesses.byId(witness.parent)), witness };
}

type Signed = Pick<Lemma, 'cited' | 'unknown' | 'sigla' | 'signed' | 'limits' | 'remarks'>;

const unsigned: Signed = { cited: [], unknown: [], sigla: '', signed: [], limits: [], remarks: [] };

/** The witnesses of a lemma or reading, with what belongs to their sigla and follows them. */
function signedBy(context: EntryContext, place: PlaceOfEntry, i: number): Signed {
  const { document, app, details } = place;
  const { citations: cited, unknown } = sourcesOf(context, document, app, i);
  const own = details.filter(({ reading }) => reading === i);
  const { marks, remarks } = witnessDetails(own, cited, context.terms);
  const limits = milestoneTerms(context, document, i, cited);
  for (const [witness, terms] of limits.ofWitness)
    marks.set(witness, [...(marks.get(witness) ?? []), ...terms.map((term) => context.terms[term])]);
  const signed = siglaOf({ citations: cited, unknown }, handsOf(context, document, app, i), marks);
  return { cited, unknown, sigla: inWords(signed), signed, limits: limits.ofAll, remarks };
}

/** Readings of one witness that only responsibility tells apart say whose it is. */
function toldApart(lemma: Lemma, readings: readonly EntryReading[]): EntryReading[] {
  const times = new Map<string, number>();
  const texts = [lemma.i === undefined ? [] : lemma.signed, ...readings.map((each) => each.signed)];
  for (const [at, signed] of texts.entries()) {
    if (at > 0 && readings[at - 1]!.isTaken) continue;
    for (const { text } of signed) times.set(text, (times.get(text) ?? 0) + 1);
  }
  return readings.map((reading) => {
    const isTwice = reading.signed.some(({ text }) => times.get(text)! > 1);
    if (!isTwice || reading.resp === '' || reading.besides.includes(reading.resp)) return reading;
    return { ...reading, besides: [reading.resp, reading.besides].filter((each) => each !== '').join(', ') };
  });
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
  const at = holderOf(document, app, i, 'wit');
  if (at !== undefined) return context.witnesses.cited(document, at, 'wit');
  const citations: Citation[] = [];
  const from = holderOf(document, app, i, 'source');
  if (from === undefined) return nobody;
  for (const { spot } of context.edition.leadsOf(document, from, 'source')) {
    const witness = spot === undefined ? undefined : context.witnesses.at(spot);
    if (witness !== undefined && witness.kind !== 'editor') citations.push({ witness, state: '' });
  }
  citations.sort((a, b) => a.witness.n - b.witness.n);
  return { citations, unknown: [] };
}

function groupOf(document: EditedDocument, app: number, i: number): string {
  const parent = document.unsettled.parents[i]!;
  return parent === app ? '' : inherited(document, app, parent, 'type') || 'group';
}
