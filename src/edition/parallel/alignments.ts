import type { Edition, Lead, Spot } from '../edition.ts';

/** Two passages that the encoding says correspond, in the order in which it names them. */
export interface Alignment {
  readonly from: Spot;
  readonly to: Spot;
  /** Whether a `linkGrp` for translations names them, the original first. */
  readonly isOfTranslation: boolean;
}

/** Elements that are a passage of a text, large or small. */
const passages = new Set(
  `div div1 div2 div3 div4 div5 div6 div7 p ab lg l head trailer opener closer salute signed dateline byline argument epigraph
  postscript sp speaker stage u list item table row cell quote q cit seg s cl phr w`.split(/\s+/),
);
/** The types of a `linkGrp` that tie texts to each other. */
const translating = /^(?:translations?|alignments?|parallel)$/i;

/** The alignments of passages of running text: `@corresp` on either of the two (TEI P5, 17.4), and `link` in a `linkGrp` of the type `translation` (17.1). Each pair once. */
export function alignmentsOf(edition: Edition): Alignment[] {
  const found = new Map<string, Alignment>();
  const add = (from: Spot, to: Spot, isOfTranslation: boolean) => {
    if (!isPassage(from) || !isPassage(to) || contains(from, to) || contains(to, from)) return;
    const keys = [from, to].map(({ document, i }) => `${document.id} ${i}`);
    const key = keys.toSorted().join('  ');
    const known = found.get(key);
    if (known === undefined || (isOfTranslation && !known.isOfTranslation)) {
      found.set(key, { from, to, isOfTranslation });
    }
  };
  const spotsOf = (leads: readonly Lead[]) => leads.flatMap(({ spot }) => spot ?? []);
  for (const document of edition.documents) {
    const { names } = document;
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      if (passages.has(name)) {
        for (const to of spotsOf(edition.leadsOf(document, i, 'corresp'))) add({ document, i }, to, false);
      } else if (name === 'link' && isTranslating(document, i)) {
        const spots = spotsOf(edition.leadsOf(document, i, 'target'));
        for (const [at, from] of spots.entries()) {
          for (const to of spots.slice(at + 1)) add(from, to, true);
        }
      }
    }
  }
  return [...found.values()];
}

function isTranslating({ names, unsettled }: Spot['document'], link: number): boolean {
  for (const at of [link, unsettled.parents[link]!]) {
    if (at < 0 || (at !== link && names[at] !== 'linkGrp')) continue;
    const type = unsettled.elements[at]!.attributes.find(({ name }) => name.local === 'type')?.value;
    if (type !== undefined && translating.test(type.trim())) return true;
  }
  return false;
}

function isPassage({ document, i }: Spot): boolean {
  if (document.kind !== 'text' || !passages.has(document.names[i]!)) return false;
  const { inText, lefts } = document.reading;
  if (inText[i] !== 1) return false;
  for (let at = i; at >= 0; at = document.unsettled.parents[at]!) if (lefts.has(at)) return false;
  return true;
}

function contains(outer: Spot, inner: Spot): boolean {
  return (
    outer.document === inner.document &&
    outer.i <= inner.i &&
    inner.i <= outer.document.unsettled.lasts[outer.i]!
  );
}
