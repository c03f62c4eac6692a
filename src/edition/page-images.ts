import type { Target } from '../corpus/target.ts';
import { attribute } from '../xml/tree.ts';
import type { Edition, Lead, Spot } from './edition.ts';
import { childrenOf } from './sequence.ts';

/** Where the image of a page is: a file or an address. */
export type ImageTarget = Extract<Target, { kind: 'file' | 'external' }>;

/** Files that browsers show as an image and that carry no scripts. */
const shown = /\.(?:jpe?g|png|gif|webp|avif)$/i;

/** Whether a file is an image that a page may show. */
export function isShownImage(path: string): boolean {
  return shown.test(path);
}

/** Files that browsers do not show in a page and that may still be linked to: they carry no scripts either. */
const linked = /\.(?:tiff?|jp2|jpx|jpf|pdf)$/i;

/** Whether a page may link to a file as to an image. */
export function isSafeImage(path: string): boolean {
  return shown.test(path) || linked.test(path);
}

/** The images that `@facs` of a page break names: directly, or by a `surface`, `zone` or `graphic` (TEI P5, 12.1); by `surface/@start` where it has none. */
export function pageImagesOf(edition: Edition, page: Spot): ImageTarget[] {
  const leads = edition.leadsOf(page.document, page.i, 'facs');
  if (leads.length > 0) return leads.flatMap((lead) => imagesAt(edition, lead));
  return surfacesBegunBy(edition, page).flatMap((surface) => graphicsIn(edition, surface));
}

function imagesAt(edition: Edition, { target, spot }: Lead): ImageTarget[] {
  if (spot !== undefined) return graphicsIn(edition, spot);
  return target.kind === 'external' || (target.kind === 'file' && target.document === undefined)
    ? [target]
    : [];
}

/** The first picture of a surface: others in it are details or other sizes. A zone is a part of its surface. */
function graphicsIn(edition: Edition, { document, i }: Spot): ImageTarget[] {
  const { names, unsettled } = document;
  for (let at = i; at >= 0; at = unsettled.parents[at]!) {
    const name = names[at]!;
    const graphics =
      name === 'graphic' ? [at] : [...childrenOf(unsettled, at)].filter((each) => names[each] === 'graphic');
    for (const graphic of graphics) {
      const found = edition.leadsOf(document, graphic, 'url').flatMap((lead) => imagesAt(edition, lead));
      if (found.length > 0) return found.slice(0, 1);
    }
    if (name !== 'zone' && name !== 'graphic') break;
  }
  return [];
}

/** The surfaces that say themselves at which page they begin, by the number of that page. */
function surfacesBegunBy(edition: Edition, { document, i }: Spot): Spot[] {
  let starts = begun.get(document);
  if (starts === undefined) {
    starts = new Map();
    begun.set(document, starts);
    const { names, unsettled } = document;
    for (let at = 0; at < names.length; at++) {
      if (names[at] !== 'surface' || attribute(unsettled.elements[at]!, 'start') === undefined) continue;
      for (const { spot } of edition.leadsOf(document, at, 'start')) {
        if (spot?.document !== document) continue;
        starts.set(spot.i, [...(starts.get(spot.i) ?? []), { document, i: at }]);
      }
    }
  }
  return starts.get(i) ?? [];
}

const begun = new WeakMap<Spot['document'], Map<number, Spot[]>>();
