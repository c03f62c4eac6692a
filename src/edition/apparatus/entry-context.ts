import type { ApparatusTerms } from '../../words/apparatus-terms.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition } from '../edition.ts';
import type { Key } from './keys.ts';
import type { Witnesses } from './witnesses.ts';

/** What entries are read with. */
export interface EntryContext {
  readonly edition: Edition;
  readonly witnesses: Witnesses;
  readonly keyOf: (document: EditedDocument, i: number) => Key;
  readonly terms: ApparatusTerms;
}
