import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import { childrenOf } from '../sequence.ts';

/** The siglum that a witness, a group's heading or a description gives in so many words. */
export function siglumOf(document: EditedDocument, i: number): string {
  const pending = [...childrenOf(document.unsettled, i)];
  for (const child of pending) {
    const name = document.names[child]!;
    const type = attribute(document.unsettled.elements[child]!, 'type') ?? '';
    if (
      /^(?:abbr|idno|label|name|title|altIdentifier|hi|ref)$/.test(name) &&
      /^(?:siglum|sigla|sigil|abbr|short)$/i.test(type)
    ) {
      return document.textOf(child);
    }
  }
  for (const child of pending) {
    if (!/^(?:head|label|msDesc|msIdentifier|bibl|altIdentifier|p)$/.test(document.names[child]!)) continue;
    for (const each of childrenOf(document.unsettled, child)) {
      const type = attribute(document.unsettled.elements[each]!, 'type') ?? '';
      if (/^(?:siglum|sigil)$/i.test(type)) return document.textOf(each);
    }
  }
  return '';
}

/** The first name in a record. */
function nameIn(document: EditedDocument, i: number): string {
  const { names, unsettled } = document;
  for (let at = i; at <= unsettled.lasts[i]!; at++) {
    if (/^(?:persName|orgName|name|author|editor)$/.test(names[at]!)) return document.textOf(at);
  }
  return document.textOf(i);
}

/** What a witness is, in a line: its text; of a person or body (`isNamed`) the name. */
export function labelOf(document: EditedDocument, i: number, isNamed: boolean): string {
  return shortened(isNamed ? nameIn(document, i) : document.textOf(i));
}

function shortened(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 160).replace(/\s+\S*$/, '')}…`;
}
