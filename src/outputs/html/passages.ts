import { blockElements } from './block-elements.ts';
import { type PageElement, type PageNode, type PageText, parsePage } from './parse-page.ts';

/** What a search finds: a paragraph, a verse or stanza, an item, a heading, a note. */
export interface Passage {
  /** Id on the page that is nearest to it; ''. */
  readonly anchor: string;
  readonly kind: PassageKind;
  /** BCP 47; ''. */
  readonly language: string;
  readonly text: string;
  /** Register entries named in it, with their places in the text. */
  readonly mentions: readonly { readonly entry: string; readonly start: number; readonly end: number }[];
}

export type PassageKind = 'heading' | 'paragraph' | 'verse' | 'speech' | 'stage' | 'item' | 'note';

/** The kind of what stands in an element of this TEI name, which is its first class. */
const kindOf: Readonly<Record<string, PassageKind>> = {
  head: 'heading',
  l: 'verse',
  lg: 'verse',
  sp: 'speech',
  u: 'speech',
  stage: 'stage',
  item: 'item',
  cell: 'item',
  note: 'note',
};

/** The passages of a page: of its text, its summary and its notes; without what we add. */
export async function passagesOf(page: string): Promise<Passage[]> {
  const found: Passage[] = [];
  let text = '';
  let mentions: { entry: string; start: number; end: number }[] = [];
  const flush = (within: Within) => {
    const lead = text.length - text.trimStart().length;
    const passage = text.trim();
    if (passage !== '') {
      const moved = mentions.map(({ entry, start, end }) => ({
        entry,
        start: Math.max(start - lead, 0),
        end: Math.min(end - lead, passage.length),
      }));
      found.push({ ...within, text: passage, mentions: moved });
    }
    text = '';
    mentions = [];
  };
  // `parent`: what the node stands in, where that makes one passage of its lines or items.
  const visit = (node: PageNode, within: Within, parent: 'stanza' | 'short list' | '') => {
    if (node.nodeName === '#text') {
      const { value } = node as PageText;
      const flat = value.replace(/\s+/g, ' ');
      text += text === '' || text.endsWith(' ') ? flat.trimStart() : flat;
      return;
    }
    if (!('tagName' in node) || isLeftOut(node)) return;
    const name = attributeOf(node, 'class')?.split(' ', 1)[0] ?? '';
    const isNote = within.kind === 'note' || attributeOf(node, 'data-note') !== undefined;
    const inner: Within = {
      anchor: attributeOf(node, 'id') ?? within.anchor,
      kind: isNote ? 'note' : (kindOf[name] ?? within.kind),
      language: attributeOf(node, 'lang') ?? within.language,
    };
    const isLine = parent === 'stanza' && name === 'l';
    const isItem = parent === 'short list' && node.tagName !== 'ul';
    const isBlock = blockElements.has(node.tagName) && !isLine && !isItem;
    if (isBlock) flush(within);
    if (isLine && text !== '') text += ' / ';
    if (isItem && text !== '' && !text.endsWith(' ')) text += ' ';
    const start = text.length;
    // A phrase's own id is no place for the passage around it.
    const forChildren = isBlock ? inner : { ...inner, anchor: within.anchor };
    const makes = name === 'lg' ? 'stanza' : isItem || isShortList(node) ? 'short list' : '';
    for (const child of node.childNodes) visit(child, forChildren, makes);
    for (const entry of entriesNamedBy(node)) {
      if (text.length > start) mentions.push({ entry, start, end: text.length });
    }
    if (isBlock) flush(inner);
  };
  for (const element of readingParts((await parsePage(page)) as PageNode)) {
    const language = attributeOf(element, 'lang') ?? '';
    visit(element, { anchor: '', kind: 'paragraph', language }, '');
  }
  return found;
}

type Within = Pick<Passage, 'anchor' | 'kind' | 'language'>;

/** The summary, the text, the notes. */
function readingParts(root: PageNode): PageElement[] {
  const found: PageElement[] = [];
  const visit = (node: PageNode) => {
    if ('tagName' in node) {
      const names = (attributeOf(node, 'class') ?? '').split(' ');
      if (
        attributeOf(node, 'data-document') !== undefined ||
        names.includes('summary') ||
        names.includes('note-list')
      ) {
        found.push(node);
        return;
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(root);
  return found;
}

/** A list whose items are names or words rather than sentences: they are found in each other's company. */
function isShortList(element: PageElement): boolean {
  if (element.tagName !== 'ul' && element.tagName !== 'ol') return false;
  const items = element.childNodes.filter((child) => child.nodeName === 'li');
  return items.length > 1 && lengthOf(element) < 40 * items.length;
}

function lengthOf(node: PageNode): number {
  if (node.nodeName === '#text') return (node as PageText).value.length;
  return 'childNodes' in node ? node.childNodes.reduce((sum, child) => sum + lengthOf(child), 0) : 0;
}

/** The register entries that an element names: those it lists, or the one its link leads to. */
function entriesNamedBy(element: PageElement): string[] {
  const listed = attributeOf(element, 'data-entries');
  if (listed === undefined) return [];
  if (listed !== '') return listed.split(' ');
  return [(attributeOf(element, 'href') ?? '').replace(/^[^#]*#/, '')];
}

function isLeftOut(element: PageElement): boolean {
  if (attributeOf(element, 'hidden') !== undefined || attributeOf(element, 'data-left') === 'chrome')
    return true;
  const classes = attributeOf(element, 'class');
  return classes?.split(' ').includes('note-number') === true || element.tagName === 'script';
}

function attributeOf({ attrs }: PageElement, name: string): string | undefined {
  for (const each of attrs) if (each.name === name) return each.value;
  return undefined;
}
