import { apparatusFaults } from './catalogue/apparatus.ts';
import { citationFaults } from './catalogue/citation.ts';
import { editionFaults } from './catalogue/edition.ts';
import { outputFaults } from './catalogue/output.ts';
import { ruleFaults } from './catalogue/rule.ts';
import { schemaFaults } from './catalogue/schema.ts';
import { schematronFaults } from './catalogue/schematron.ts';
import { worldFaults } from './catalogue/world.ts';
import { xmlFaults } from './catalogue/xml.ts';
import { xsltFaults } from './catalogue/xslt.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Fault, HolesOf } from './fault.ts';
import type { Place } from './place.ts';

/** Every fault that a command can report, by its code; `docs/diagnostics.md` is made from it. */
export const catalogue = {
  ...xmlFaults,
  ...schemaFaults,
  ...schematronFaults,
  ...ruleFaults,
  ...editionFaults,
  ...apparatusFaults,
  ...xsltFaults,
  ...outputFaults,
  ...citationFaults,
  ...worldFaults,
};

export type DiagnosticCode = keyof typeof catalogue;

type TextOf<F> = F extends { readonly message: infer M }
  ? M | (F extends { readonly help: infer H } ? H : never)
  : never;
type Holes<Code extends DiagnosticCode> = Record<HolesOf<TextOf<(typeof catalogue)[Code]>>, string | number>;
type More = Partial<Pick<Diagnostic, 'severity' | 'expected' | 'related' | 'help'>>;

/** Makes the diagnostic of a fault at a place: the catalogue's words with their holes filled. */
export function diagnostic<Code extends DiagnosticCode>(
  code: Code,
  place: Place,
  holes: Holes<Code>,
  more: More = {},
): Diagnostic {
  const fault: Fault = catalogue[code];
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (hole, name: string) =>
      Object.hasOwn(holes, name) ? String((holes as Record<string, string | number>)[name]) : hole,
    );
  return {
    code,
    layer: fault.layer,
    severity: fault.severity,
    message: fill(fault.message),
    ...(fault.help === undefined ? {} : { help: fill(fault.help) }),
    place,
    ...more,
  };
}
