import type { EditedDocument } from '../edition/edited-document.ts';
import { STEP } from '../edition/sequence.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { type Name, XML } from '../xml/name.ts';

/** The namespace of the attributes that `prepare` adds (docs/prepared-tei.md). */
export const PREPARED = 'urn:x-variorum:prepared';

/** Writes an element of a document with its content as TEI that stands alone: namespaces declared, entities and defaults written out, white space settled, with the attributes given for each element. `around` are the bindings of the place that it is written into. */
export function writeTei(
  document: EditedDocument,
  top: number,
  attributesOf: (i: number) => string,
  around: ReadonlyMap<string, string> = new Map(),
): string {
  const { sequence } = document;
  const { steps, starts, ends, texts, elements, parents, instructions, added } = sequence;
  const isOldVersion = document.file.source.text.startsWith('<?xml version="1.1"');
  const clean = (text: string) =>
    isOldVersion ? text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd') : text;
  const out: string[] = [];
  const last = ends[top]!;
  for (let at = starts[top]!; at <= last; at++) {
    const step = steps[at]!;
    const which = step >> 2;
    switch (step & 3) {
      case STEP.text:
        out.push(escapeText(clean(texts[which]!)));
        break;
      case STEP.start: {
        const element = elements[which]!;
        let tag = `<${written(element.name)}`;
        const parent = which === top ? -1 : parents[which]!;
        if (parent < 0) {
          tag += declarations(element.scope.bindings(), around);
          if (!around.has('v')) tag += ` xmlns:v="${PREPARED}"`;
        } else if (element.scope !== elements[parent]!.scope) {
          tag += declarations(element.scope.bindings(), elements[parent]!.scope.bindings());
        }
        for (const { name: own, value } of element.attributes) {
          if (own.namespace === PREPARED) continue;
          tag += ` ${written(own)}="${escapeAttribute(clean(value))}"`;
        }
        for (const { name: own, value } of added.get(which) ?? []) {
          const local_ = own.slice(4);
          if (element.attributes.some((each) => each.name.namespace === XML && each.name.local === local_))
            continue;
          tag += ` ${own}="${escapeAttribute(value)}"`;
        }
        tag += attributesOf(which);
        if (ends[which] === at + 1) {
          tag += '/>';
          at++;
        } else tag += '>';
        out.push(tag);
        break;
      }
      case STEP.end: {
        out.push(`</${written(elements[which]!.name)}>`);
        break;
      }
      default:
        out.push(instructions[which]!);
    }
  }
  return out.join('');
}

/** What the prefix `v` becomes where a source uses it for something else. */
const sourcesOwnV = 'v-of-source';

function written(name: Name): string {
  if (name.prefix === '') return name.local;
  return `${name.prefix === 'v' ? sourcesOwnV : name.prefix}:${name.local}`;
}

/** The namespace declarations that bindings need inside others. */
function declarations(own: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [prefix, namespace] of own) {
    if (namespace === PREPARED || theirs.get(prefix) === namespace) continue;
    const written = prefix === 'v' ? sourcesOwnV : prefix;
    text += ` ${prefix === '' ? 'xmlns' : `xmlns:${written}`}="${escapeAttribute(namespace)}"`;
  }
  if (theirs.has('') && !own.has('')) text += ' xmlns=""';
  return text;
}
