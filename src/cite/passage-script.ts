import type { CitableUnit } from '../prepare/edition-index.ts';
import { passageOf, withPassage } from './passage.ts';
import type { CitationRecord } from './record.ts';
import { toText } from './rich-text.ts';
import { citationStyles, defaultStyle } from './styles.ts';
import { viewOf } from './view.ts';

/** What a page's script needs to cite a passage: the words of its buttons, a note with marks where label and address go (U+E000, U+E001), and of each passage its anchor, label and hash. JSON that is safe in HTML. */
export function passageScript(
  record: CitationRecord,
  units: readonly CitableUnit[],
  words: { readonly copy: string; readonly passage: string },
): string {
  const marked = withPassage({ ...record, doi: '' }, { label: '\ue000', url: '\ue001' });
  const template = toText(citationStyles[defaultStyle].note(viewOf(marked)));
  const passages = units.map((unit) => {
    const { anchor, label, route } = passageOf(unit);
    return [anchor, label, /sha256=([0-9a-f]+)/.exec(route)![1]!];
  });
  return JSON.stringify({ words, template, passages }).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
