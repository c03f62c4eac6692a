/** Attributes that hold pointers on every element that has them (TEI P5 4.9, datatype teidata.pointer). */
const everywhere = new Set(
  `ana calendar change copyOf corresp datcat datingMethod datingPoint decls domains edRef exclude facs feats fVal
  fromUnit given hand inst lemmaRef location mergedIn next nymRef period prev ref rendition replyTo require resp sameAs
  scribeRef scriptRef select source spanTo synch target targetDatcat targetEnd toUnit toWhom unitRef url
  valueDatcat who wit`
    .trim()
    .split(/\s+/),
);

/** The members of att.timed. */
const timed = 'annotationBlock binaryObject ellipsis gap incident kinesic media pause post u vocal writing';

/** Attributes that hold pointers only on some elements, by attribute. */
const onSome: Readonly<Record<string, ReadonlySet<string>>> = Object.assign(
  Object.create(null),
  byAttribute({
    active: 'relation',
    adj: 'node',
    adjFrom: 'node',
    adjTo: 'node',
    children: 'iNode root',
    class: 'msContents msItem msItemStruct',
    code: 'occupation socecStatus',
    end: timed,
    filter: 'equiv',
    follow: 'iNode leaf',
    from: 'app arc rt span',
    mutual: 'relation',
    new: 'handShift',
    origin: 'timeline',
    parent: 'iNode leaf',
    parts: 'nym',
    passive: 'relation',
    perf: 'move tech',
    scheme: 'catRef classCode keywords locus locusGrp occupation socecStatus',
    since: 'when',
    start: `${timed} line path surface zone`,
    to: 'app arc rt span',
    uri: 'equiv',
    value: 'eLeaf eTree iNode leaf node root triangle',
    where: 'conversion event',
  }),
);

/** Elements whose attribute of that name is another, or is no link between parts of an edition (ODD's own references to schemas and modules). */
const except: Readonly<Record<string, ReadonlySet<string>>> = Object.assign(
  Object.create(null),
  byAttribute({
    location: 'variantEncoding',
    ref: 'dataRef moduleRef',
    url: 'moduleRef binaryObject',
    require: 'anyElement classRef',
    source: 'moduleRef schemaSpec classRef elementRef macroRef dataRef constraintSpec',
  }),
);

/** Whether an attribute in no namespace holds pointers, on a TEI element. */
export function holdsPointers(element: string, attribute: string): boolean {
  if (everywhere.has(attribute)) return !except[attribute]?.has(element);
  return onSome[attribute]?.has(element) ?? false;
}

function byAttribute(table: Record<string, string>): Record<string, ReadonlySet<string>> {
  return Object.fromEntries(
    Object.entries(table).map(([name, elements]) => [name, new Set(elements.split(' '))]),
  );
}
