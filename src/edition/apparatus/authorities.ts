import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { EntryContext } from './entry-context.ts';
import { shortName } from './short-name.ts';
import type { Named } from './sigla.ts';

/** Who or what an attribute of a reading, or of the group it stands in, points to: by siglum, surname or short title, else as written. Those who stand for a witness (`isAuthority`) join the list of sigla. */
export function namedBy(
  context: EntryContext,
  document: EditedDocument,
  app: number,
  i: number,
  local: 'resp' | 'source',
  isAuthority: boolean,
): Named[] {
  const at = holderOf(document, app, i, local);
  if (at === undefined) return [];
  return context.edition.leadsOf(document, at, local).map(({ value, spot }): Named => {
    if (spot === undefined)
      return { text: value.startsWith('#') ? value.slice(1) : value, witness: undefined };
    const witness = isAuthority ? context.witnesses.authorityAt(spot) : context.witnesses.at(spot);
    const name =
      witness?.siglum ?? (shortName(spot.document, spot.i) || value.slice(value.lastIndexOf('#') + 1));
    return { text: name, witness };
  });
}

/** The hands that wrote a reading. */
export function handsOf(context: EntryContext, document: EditedDocument, app: number, i: number): Named[] {
  const at = holderOf(document, app, i, 'hand');
  if (at === undefined) return [];
  return context.edition.leadsOf(document, at, 'hand').map(({ value, spot }): Named => {
    const witness = spot === undefined ? undefined : context.witnesses.at(spot);
    return { text: witness?.siglum ?? value.slice(value.lastIndexOf('#') + 1), witness };
  });
}

/** The nearest value of an attribute on the reading and the groups around it; ''. */
export function inherited(document: EditedDocument, app: number, i: number, local: string): string {
  const at = holderOf(document, app, i, local);
  return at === undefined ? '' : attribute(document.unsettled.elements[at]!, local)!.trim();
}

/** The reading, or the nearest group around it, that has an attribute. */
export function holderOf(
  document: EditedDocument,
  app: number,
  i: number,
  local: string,
): number | undefined {
  for (let at = i; at !== app && at >= 0; at = document.unsettled.parents[at]!) {
    const value = attribute(document.unsettled.elements[at]!, local)?.trim();
    if (value !== undefined && value !== '') return at;
  }
  return undefined;
}
