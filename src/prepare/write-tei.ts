import type { WitnessHooks } from '../edition/apparatus/projection.ts';
import type { EditedDocument } from '../edition/edited-document.ts';
import { STEP } from '../edition/sequence.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { type Name, XML } from '../xml/name.ts';

/** The namespace of the attributes that `prepare` adds (docs/prepared-tei.md). */
export const PREPARED = 'urn:x-variorum:prepared';

/** Writes an element of a document with its content as TEI that stands alone: namespaces declared, entities and defaults written out, white space settled, with the attributes given for each element. `around` are the bindings of the place that it is written into. With `witness`, it is written as that witness has it: readings of others gone, its own in the place of base text, nothing in its lacunas. */
export function writeTei(
  document: EditedDocument,
  top: number,
  attributesOf: (i: number) => string,
  around: ReadonlyMap<string, string> = new Map(),
  witness?: WitnessHooks,
): string {
  const { sequence } = document;
  const { steps, starts, ends, texts, elements, parents, instructions, added, names } = sequence;
  const isOldVersion = document.file.source.text.startsWith('<?xml version="1.1"');
  const clean = (text: string) =>
    isOldVersion ? text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '\ufffd') : text;
  const out: string[] = [];
  const last = ends[top]!;
  let replacedUntil = -1;
  for (let at = starts[top]!; at <= last; at++) {
    const step = steps[at]!;
    const which = step >> 2;
    const replacement = at < replacedUntil ? undefined : witness?.replacementAt(at);
    if (replacement !== undefined) {
      out.push(escapeText(replacement.text));
      replacedUntil = replacement.end;
    }
    switch (step & 3) {
      case STEP.text:
        if (at < replacedUntil) break;
        out.push(
          witness?.isSilent() === true ? ' ' : escapeText(clean(witness?.textAt(at) ?? texts[which]!)),
        );
        break;
      case STEP.start: {
        if (witness?.isForeign(which) === true) {
          at = ends[which]!;
          break;
        }
        witness?.takes(which);
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
        tag += attributesFor(attributesOf(which), names[which]!, witness, at < replacedUntil);
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

/** In the text of a witness its readings are not left out, and what it does not have generates nothing. */
function attributesFor(
  attributes: string,
  name: string,
  witness: WitnessHooks | undefined,
  isReplaced: boolean,
): string {
  if (witness === undefined) return attributes;
  let own = attributes;
  if (name === 'lem' || name === 'rdg' || name === 'rdgGrp') own = own.replace(' v:left="variant"', '');
  if (isReplaced || witness.isSilent()) own = own.replace(/ v:(?:before|after)="[^"]*"/g, '');
  return own;
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
