import { attribute } from '../xml/tree.ts';
import type { Edition } from './edition.ts';
import type { Routes } from './routes.ts';

const introducing = /^(?:introduction|einleitung|introducción|introduzione|введение)$/i;

/** Where the introduction of an edition stands: the document whose `TEI`, `text` or `body` has the type `introduction`, else the one division of that type at the front of a text; '' where there is none, or each text has its own. */
export function introductionOf(edition: Edition, routes: Routes): string {
  const divisions: { readonly isWhole: boolean; readonly route: string }[] = [];
  for (const document of edition.documents) {
    if (document.kind !== 'text') continue;
    const { names, unsettled, reading } = document;
    for (const [i, name] of names.entries()) {
      const isWhole = name === 'TEI' || name === 'text' || name === 'body';
      const isDivision = (name === 'div' || name === 'div1') && reading.inText[i] === 1;
      if (!isWhole && !isDivision) continue;
      if (!introducing.test(attribute(unsettled.elements[i]!, 'type')?.trim() ?? '')) continue;
      if (isWhole || names[unsettled.parents[i]!] === 'front') {
        divisions.push({ isWhole, route: routes.routeOf({ document, i }) });
      }
    }
  }
  const whole = divisions.find((each) => each.isWhole);
  return whole?.route ?? (divisions.length === 1 ? divisions[0]!.route : '');
}
