import type { EditedDocument } from '../edition/edited-document.ts';
import { alwaysBlocks } from '../edition/element-content.ts';
import { languageTag } from '../edition/languages.ts';
import type { Left } from '../edition/reading-text-table.ts';
import { inlineText } from '../edition/running-text.ts';
import { childrenOf, STEP } from '../edition/sequence.ts';
import { XML } from '../xml/name.ts';
import { attribute } from '../xml/tree.ts';

/** What a search finds: a paragraph, a verse or stanza, an item, a heading, a note. */
export interface SearchPassage {
  /** The anchor that is nearest to it; ''. */
  readonly anchor: string;
  readonly kind: PassageKind;
  /** BCP 47; ''. */
  readonly language: string;
  readonly text: string;
  /** Register entries named in it, with their places in the text. */
  readonly mentions: readonly { readonly entry: string; readonly start: number; readonly end: number }[];
}

export type PassageKind = 'heading' | 'paragraph' | 'verse' | 'speech' | 'stage' | 'item' | 'note';
type Within = Pick<SearchPassage, 'anchor' | 'kind' | 'language'>;

const kindOf = new Map<string, PassageKind>([
  ['head', 'heading'],
  ['l', 'verse'],
  ['lg', 'verse'],
  ['sp', 'speech'],
  ['u', 'speech'],
  ['stage', 'stage'],
  ['item', 'item'],
  ['cell', 'item'],
  ['note', 'note'],
]);
/** Of what is left out of the reading text, readers see these on the page, but where characters stand for it. */
const shown: ReadonlySet<Left> = new Set<Left>(['deleted', 'data']);

/** What an element makes of the blocks directly inside it. */
type Joins = 'lines' | 'items' | 'nothing';
interface Open {
  readonly within: Within;
  readonly joins: Joins;
  readonly isBlock: boolean;
  /** Where its text begins in the passage. */
  readonly start: number;
}

/** What the search must know of a document beside its text. */
export interface SearchFacts {
  /** The numbers of its notes, which are passages of their own. */
  readonly notes: readonly number[];
  /** 1 for an element that has an anchor on the page. */
  readonly anchored: Uint8Array;
  /** Ids of the register entries that an element names where readers see it. */
  entriesAt(i: number): readonly string[];
}

/** The passages of a document as its page shows them: of its summary, its text and its notes. A stanza is one, and so is a list of a few words an item. */
export function searchPassages(document: EditedDocument, facts: SearchFacts): SearchPassage[] {
  const { names, reading, unsettled } = document;
  const found: SearchPassage[] = [];
  const add = (roots: readonly number[]) => {
    for (const root of roots) passagesIn(document, root, facts, found);
  };
  add(
    names.flatMap((name, i) =>
      name === 'abstract' && names[unsettled.parents[i]!] === 'profileDesc' && reading.inText[i] !== 1
        ? [i]
        : [],
    ),
  );
  add(reading.roots);
  add(facts.notes);
  return found;
}

function passagesIn(document: EditedDocument, root: number, facts: SearchFacts, found: SearchPassage[]) {
  const { names, reading, anchors } = document;
  const { steps, starts, ends, texts } = document.sequence;
  const { elements } = document.unsettled;
  const open: Open[] = [];
  let text = '';
  let mentions: { entry: string; start: number; end: number }[] = [];
  const say = (words: string | undefined) => {
    if (words === undefined) return;
    const flat = /[^\S ]| {2}/.test(words) ? words.replace(/\s+/g, ' ') : words;
    text += text === '' || text.endsWith(' ') ? flat.trimStart() : flat;
  };
  const flush = (within: Within) => {
    const passage = text.trimEnd();
    if (passage !== '') {
      const inside = mentions.map((each) => ({ ...each, end: Math.min(each.end, passage.length) }));
      found.push({ ...within, text: passage, mentions: inside });
    }
    text = '';
    mentions = [];
  };
  for (let at = starts[root]!; at <= ends[root]!; at++) {
    const step = steps[at]!;
    const i = step >> 2;
    const kind = step & 3;
    if (kind === STEP.text) say(texts[i]);
    else if (kind === STEP.start) {
      const left = reading.lefts.get(i);
      const [before, after] = [reading.befores.get(i), reading.afters.get(i)];
      const isOut = left !== undefined && (!shown.has(left) || before !== undefined || after !== undefined);
      if (i !== root && isOut) {
        if (left !== 'note') {
          say(before);
          say(after);
        }
        at = ends[i]!;
        continue;
      }
      const outer = open.at(-1);
      const within = outer?.within ?? outside(document, root);
      const name = names[i]!;
      const isLine = outer?.joins === 'lines' && name === 'l';
      const isItem = outer?.joins === 'items' && name !== 'list' && name !== 'head';
      const parts = reading.blocks[i] === 1 || (left === 'data' && alwaysBlocks.has(name));
      const isBlock = i === root || (parts && !isLine && !isItem);
      const language = attribute(elements[i]!, 'lang', XML);
      const inner: Within = {
        // A phrase's own anchor is no place for the passage around it.
        anchor: isBlock && facts.anchored[i] === 1 ? anchors.of(i) : within.anchor,
        kind: within.kind === 'note' ? 'note' : (kindOf.get(name) ?? within.kind),
        language: language === undefined ? within.language : languageTag(language),
      };
      if (isBlock) flush(within);
      if (isLine && text !== '') say(' / ');
      if (isItem && reading.blocks[i] === 1 && text !== '') say(' ');
      if (i !== root) say(before);
      const joins = name === 'lg' ? 'lines' : isItem || isShortList(document, i) ? 'items' : 'nothing';
      open.push({ within: inner, joins, isBlock, start: text.length });
    } else if (kind === STEP.end) {
      const { within, isBlock, start } = open.pop()!;
      for (const entry of facts.entriesAt(i))
        if (text.length > start) mentions.push({ entry, start, end: text.length });
      if (i !== root) say(reading.afters.get(i));
      if (isBlock) flush(within);
    }
  }
}

/** What the elements around a part say of it. */
function outside({ names, unsettled }: EditedDocument, root: number): Within {
  let language = '';
  for (let at = unsettled.parents[root]!; at >= 0 && language === ''; at = unsettled.parents[at]!)
    language = attribute(unsettled.elements[at]!, 'lang', XML) ?? '';
  const kind = names[root] === 'note' ? 'note' : 'paragraph';
  return { anchor: '', kind, language: languageTag(language) };
}

/** A list whose items are names or words rather than sentences: they are found in each other's company. */
function isShortList(document: EditedDocument, i: number): boolean {
  const { names, sequence, reading } = document;
  if (names[i] !== 'list') return false;
  const items = [...childrenOf(document.unsettled, i)].filter((child) => names[child] === 'item');
  return items.length > 1 && inlineText(sequence, reading, i).length < 40 * items.length;
}
