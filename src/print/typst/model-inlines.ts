import type { Inline, PrintDocument, Series, Table } from '../print-document.ts';
import type { TableSize } from '../table-columns.ts';
import type { Plants } from './lemma-occurrences.ts';
import type { Unit } from './units.ts';

/** An inline as the template reads it: a letter and its parts. */
export type Node = readonly [string, ...unknown[]];

/** What writing a model looks up, and where it keeps which unit each mark stands in. */
export interface Writing {
  readonly document: PrintDocument;
  readonly series: ReadonlyMap<string, Series>;
  readonly seriesOfNote: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly referenced: ReadonlySet<string>;
  readonly units: Unit[];
  readonly unitOf: Map<string, number>;
  /** How tables are set that were measured, and the room that each table has, in points. */
  readonly tableSizes: ReadonlyMap<Table, TableSize>;
  readonly tableRooms: Map<Table, number>;
  /** Letters of a word that no line can hold. */
  readonly longestWord: number;
  /** Marks that stand in a note or an entry. */
  readonly noteOf: Map<string, string>;
}

/** Where inlines stand: in a unit of the text, or in a note or an entry. */
export type Owner = { readonly unit: number } | { readonly note: string } | undefined;

/** Stands in a composed entry where the number of a repeated word will be. */
export const occurrenceHole = '\uE000';

/** The code that the typesetter knows a language by (BCP 47's first part). */
export const primary = (language: string): string => {
  const code = language.split(/[-_]/)[0]!.toLowerCase();
  return /^[a-z]{2,3}$/.test(code) ? code : 'en';
};

/** Styles and languages inside one another that are shown: the typesetter has an end to what it nests. */
const deepestInlines = 16;

/** The nodes of inlines; marks are planted at offsets of the run's plain text. */
export function nodesOf(
  inlines: readonly Inline[],
  writing: Writing,
  owner: Owner = undefined,
  plants: Plants = [],
): Node[] {
  let offset = 0;
  let next = 0;
  /** Letters since the last blank: a word may go over inlines. */
  let letters = 0;
  const printable = (value: string) => {
    const words = flat(value);
    const isLong = letters > 0 && letters + /^\S*/u.exec(words)![0].length >= writing.longestWord;
    letters = /\s/u.test(words) ? /\S*$/u.exec(words)![0].length : letters + words.length;
    return (isLong ? '\u200B' : '') + breakable(words, writing.longestWord);
  };
  const marked = (kind: string, name: string): Node[] => {
    if (owner === undefined) return [];
    if ('unit' in owner) {
      const mark = kind === 'e' || kind === 'n' ? `s:${name}` : name;
      if (!writing.unitOf.has(mark)) writing.unitOf.set(mark, owner.unit);
      return [[kind, name]];
    }
    if (!writing.noteOf.has(name)) writing.noteOf.set(name, owner.note);
    return [];
  };
  const visit = (list: readonly Inline[], depth = 0): Node[] => {
    const out: Node[] = [];
    const inside = (content: readonly Inline[]) => visit(content, depth + 1);
    for (const inline of list) {
      if (
        depth >= deepestInlines &&
        'content' in inline &&
        inline.kind !== 'name' &&
        inline.kind !== 'reference'
      ) {
        out.push(...inside(inline.content));
        continue;
      }
      switch (inline.kind) {
        case 'text': {
          let from = 0;
          const end = offset + inline.text.length;
          for (; next < plants.length && plants[next]!.at < end; next++) {
            const at = plants[next]!.at - offset;
            if (at > from) out.push(['t', printable(inline.text.slice(from, at))]);
            out.push(...marked('m', plants[next]!.mark));
            from = Math.max(from, at);
          }
          const rest = printable(inline.text.slice(from));
          if (rest === occurrenceHole && owner !== undefined && 'note' in owner)
            out.push(['r', owner.note, 'occurrence', []]);
          else if (rest !== '') out.push(['t', rest]);
          offset = end;
          break;
        }
        case 'style':
          out.push(['s', inline.style, inside(inline.content)]);
          break;
        case 'language':
          out.push(['l', primary(inline.language), inline.direction, inside(inline.content)]);
          break;
        case 'name':
          out.push(...marked('m', `x:${inline.id}`), ...inside(inline.content));
          break;
        case 'note': {
          const label = callOf(inline, writing);
          // Two calls side by side would read as one number.
          const before = out.findLast(
            ([kind, , shown]) => kind !== 'm' && kind !== 'me' && !(kind === 'n' && shown === ''),
          );
          if (before?.[0] === 'n' && before[2] !== '' && label !== '')
            out.push(['s', 'superscript', [['t', ',']]]);
          for (const [kind, name] of marked('n', inline.note)) out.push([kind, name, label]);
          break;
        }
        case 'entry-start':
          out.push(...marked('e', inline.entry));
          break;
        case 'entry-end':
          out.push(...marked('me', `e:${inline.entry}`));
          break;
        case 'anchor':
          if (writing.referenced.has(inline.id)) out.push(...marked('m', `b:${inline.id}`));
          break;
        case 'reference':
          out.push(['r', inline.target, inline.shows, inside(inline.content)]);
          break;
        case 'link':
          out.push(['u', inline.url, inside(inline.content)]);
          break;
        case 'index-mark':
          out.push(...marked('m', `x:${inline.id}`));
          break;
        case 'milestone':
          break;
        case 'break':
          offset += 1;
          out.push(['b']);
          break;
      }
    }
    return out;
  };
  return visit(inlines);
}

/** What a call prints: its number, nothing where its series has none, or null where the page decides. */
function callOf(inline: Extract<Inline, { kind: 'note' }>, writing: Writing): string | null {
  const band = writing.series.get(writing.seriesOfNote.get(inline.note) ?? '');
  if (band?.key !== 'mark' || inline.isCalledInNote === true) return '';
  return band.restart === 'page' ? null : (writing.labels.get(inline.note) ?? '');
}

const flat = (value: string): string =>
  value.replace(/\s+/gu, (blank) => (/[\u00A0\u202F]/u.test(blank) ? blank : ' '));

/** Text in which a run of letters without a place to end a line, as long as a line or longer, may end it anywhere. */
function breakable(value: string, longest: number): string {
  if (value.length < longest) return value;
  return value.replace(
    /[^\s/\-–—\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]+/gu,
    (word) =>
      word.length < longest ? word : word.replace(/(?<=[\p{L}\p{N}\p{P}\p{M}])(?=[\p{L}\p{N}])/gu, '\u200B'),
  );
}
