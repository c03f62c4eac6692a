import type { CitableUnit, NoteRecord } from '../prepare/edition-index.ts';
import { startOfVersion } from './annotation.ts';
import { type Passage, passageOf, passageOfNote, withPassage } from './passage.ts';
import type { CitationRecord } from './record.ts';
import { toText } from './rich-text.ts';
import { citationStyles, defaultStyle } from './styles.ts';
import { viewOf } from './view.ts';

/** The interface words that a page's script says. */
export interface PassageWords {
  readonly copy: string;
  readonly copied: string;
  readonly style: string;
  /** The name of the group of buttons at a selection, and of each. */
  readonly passage: string;
  readonly citation: string;
  readonly link: string;
  readonly annotation: string;
  /** `Note {n}`. */
  readonly note: string;
}

export interface PassagePage {
  readonly record: CitationRecord;
  readonly units: readonly CitableUnit[];
  readonly notes: readonly NoteRecord[];
  readonly words: PassageWords;
  /** The page's own address; '' where the edition has none. */
  readonly url: string;
}

/** Marks for the label and the address of a passage; noncharacters, which no text holds. */
const [label, url] = ['\ufdd0', '\ufdd1'];

/** What a page's script needs to cite a passage: the words of its buttons; of each style (several where they agree) a note with marks where label and address go (U+FDD0, U+FDD1); the edition's version; of each passage its anchor, label and hash. JSON that is safe in HTML, which allows no noncharacters. */
export function passageScript({ record, units, notes, words, url: page }: PassagePage): string {
  const marked = viewOf(withPassage({ ...record, doi: '' }, { label, url }));
  const templates = new Map<string, string[]>();
  for (const [name, style] of Object.entries(citationStyles)) {
    const template = toText(style.note(marked));
    if (template.includes(label)) templates.set(template, [...(templates.get(template) ?? []), name]);
  }
  const known = (passage: Passage) => [
    passage.anchor,
    passage.label,
    /sha256=([0-9a-f]+)/.exec(passage.route)![1]!,
  ];
  const passages = [
    ...units.map((unit) => known(passageOf(unit))),
    ...notes.map((note) => known(passageOfNote(note, words.note))),
  ];
  const said = {
    words,
    page,
    style: defaultStyle,
    templates: [...templates].map(([template, names]) => [template, ...names]),
    since: startOfVersion(record.versionDate),
    version: record.version,
    passages,
  };
  return JSON.stringify(said).replace(
    /[<>&\u2028\u2029\ufdd0\ufdd1]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
