import { plainText, walkRuns } from '../inlines.ts';
import type { Inline, PrintDocument } from '../print-document.ts';

const needsLua =
  '\n\\ifdefined\\XeTeXversion\\PackageError{variorum}{This text is written from the right: compile it with lualatex}{XeTeX writes the marks of notes and of the apparatus in such a line in the wrong order, and reledmac cannot read them; it also turns round brackets and words written from the left.}\\expandafter\\stop\\fi';

/** What XeTeX sets wrongly in a line written from the right: brackets, and words from the left one after the other. */
const turned =
  /[()[\]{}<>«»‹›⟨⟩]|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\s+\S*[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;

/** Stops XeTeX where a text written from the right holds what it cannot set. */
export function directionLatex(document: PrintDocument): string {
  const isFromTheRight = document.direction === 'rtl';
  const { authors, main, subtitle, lines } = document.title;
  const opening = [...authors, ...[main, subtitle, ...lines].map(plainText)];
  const runs = [...walkRuns([...document.front, ...document.body, ...document.back])];
  const isTurned =
    isFromTheRight &&
    [...opening, ...runs.map(({ content }) => plainText(content))].some((each) => turned.test(each));
  return isTurned || marksFromTheRight(document) ? needsLua : '';
}

/** Whether a lemma or the call of a note stands in words written from the right. */
function marksFromTheRight(document: PrintDocument): boolean {
  const marks = new Set<Inline['kind']>(['entry-start', 'entry-end', 'note']);
  const holds = (content: readonly Inline[], isFromTheRight: boolean): boolean =>
    content.some((inline) => {
      if (marks.has(inline.kind)) return isFromTheRight;
      const direction = inline.kind === 'language' ? inline.direction === 'rtl' : isFromTheRight;
      return 'content' in inline && holds(inline.content, direction);
    });
  return [...walkRuns([...document.front, ...document.body, ...document.back])].some(({ block, content }) =>
    holds(content, (block.direction ?? document.direction) === 'rtl'),
  );
}

/** reledmac sets each line again, and babel's bidi with it: a break at a hyphen of the text stops it, so such breaks are made to look like those of an author; and it would turn round a bracket that it has turned round before. */
export const luaLatex = String.raw`\directlua{luatexbase.add_to_callback('pre_linebreak_filter', function(head) for item in node.traverse_id(node.id('disc'), head) do if item.subtype == 2 then item.subtype = 1 end end return true end, 'variorum.discs')}
\AtBeginDocument{\directlua{
local turned, bidi = luatexbase.new_attribute('variorum.turned'), Babel.bidi
local glyph, direct = node.id('glyph'), node.direct.todirect
Babel.bidi = function(head, ...)
local kept = {}
for item in node.traverse_id(glyph, head) do if node.has_attribute(item, turned) then kept[direct(item)] = item.char end end
head = bidi(head, ...)
for item in node.traverse_id(glyph, head) do item.char = kept[direct(item)] or item.char node.set_attribute(item, turned, 1) end
return head
end}}`;
