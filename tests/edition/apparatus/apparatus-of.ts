import type { NumberedEntry } from '../../../src/edition/apparatus/apparatus.ts';
import { Apparatus } from '../../../src/edition/apparatus/apparatus.ts';
import type { EditedDocument } from '../../../src/edition/edited-document.ts';
import { editionOf, tei } from '../edition-of.ts';

/** Three witnesses, one of them in a group, with two hands of A. */
export const witnessList = `<fileDesc><sourceDesc><listWit>
<witness xml:id="A">Codex A</witness>
<listWit xml:id="x"><head>family x</head><witness xml:id="B">Codex B</witness><witness xml:id="C">Codex C</witness></listWit>
</listWit></sourceDesc></fileDesc>
<profileDesc><handNotes><handNote xml:id="A1" n="1"/><handNote xml:id="A2" n="2"/></handNotes></profileDesc>`;

export async function apparatusOf(
  body: string,
  more: Readonly<Record<string, string>> = {},
  baseWitness?: string,
): Promise<{ apparatus: Apparatus; document: EditedDocument; entries: readonly NumberedEntry[] }> {
  const edition = await editionOf({ 'text.xml': tei(body, witnessList), ...more }, baseWitness);
  const apparatus = new Apparatus(edition);
  const document = edition.documents[0]!;
  return { apparatus, document, entries: apparatus.entriesOf(document) };
}
