import type { EditedDocument } from '../edition/edited-document.ts';
import type { WriteElement } from './apparatus-records.ts';
import type { PrinciplesRecord } from './edition-index.ts';

/** What the headers say of the project, the edition and its encoding (`encodingDesc`); what several documents say alike stands once. */
export function principlesOf(documents: readonly EditedDocument[], write: WriteElement): PrinciplesRecord[] {
  const found = new Map<string, { documents: string[]; tei: string }>();
  for (const document of documents) {
    const i = document.names.indexOf('encodingDesc');
    if (i < 0) continue;
    const tei = write(document, i);
    const said = tei.replace(/ v:(?:i|id)="[^"]*"/g, '');
    const known = found.get(said);
    if (known === undefined) found.set(said, { documents: [document.id], tei });
    else known.documents.push(document.id);
  }
  return [...found.values()];
}
