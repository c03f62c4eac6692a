import { parse } from 'parse5';
import { directionOf } from '../../edition/languages.ts';
import type { DocumentRecord, ParallelRecord } from '../../prepare/edition-index.ts';
import { escapeAttribute } from '../../xml/escape.ts';
import { attributeOf, type Element, elementsIn, type Node, walk } from './html-tree.ts';
import { markupAsXml } from './markup-as-xml.ts';

type Side = 'left' | 'right';

/** The blocks of one document as its page shows them, cut out by their anchors. */
class CutPage {
  readonly missing: string[] = [];
  readonly language: string;
  private readonly blocks = new Map<string, Node[]>();
  private readonly root: Element;

  /** `anchors` are those of the blocks; what stands between them on the page goes with the block that follows. */
  constructor(html: string, document: string, anchors: readonly string[]) {
    this.root = parse(html) as unknown as Element;
    const text = elementsIn(this.root).find((each) => attributeOf(each, 'data-document') === document);
    this.language = text === undefined ? '' : (attributeOf(text, 'lang') ?? '');
    if (text !== undefined) this.cut(text, new Set(anchors));
    for (const anchor of anchors) if (!this.blocks.has(anchor)) this.missing.push(anchor);
  }

  /** Its nodes; each says its language where that is not the one given. */
  block(anchor: string, language: string): readonly Node[] {
    const nodes = this.blocks.get(anchor) ?? [];
    for (const node of nodes) {
      if (!('tagName' in node) || attributeOf(node, 'lang') !== undefined) continue;
      const own = languageOf(node);
      if (own === language) continue;
      node.attrs.push({ name: 'lang', value: own });
      if (attributeOf(node, 'dir') === undefined) node.attrs.push({ name: 'dir', value: directionOf(own) });
    }
    return nodes;
  }

  /** The notes and the apparatus below the text. */
  belowText(): Element[] {
    const found: Element[] = [];
    walk(this.root, (node) => {
      const names = (attributeOf(node, 'class') ?? '').split(' ');
      const isWanted = node.tagName === 'section' && (names.includes('notes') || names.includes('apparatus'));
      if (isWanted) found.push(node);
      return !isWanted;
    });
    return found;
  }

  private cut(text: Element, anchors: ReadonlySet<string>): void {
    const holding = new Set<Node>();
    const note = (node: Element): boolean => {
      let holds = anchors.has(attributeOf(node, 'id') ?? '');
      for (const child of node.childNodes) if ('tagName' in child && note(child)) holds = true;
      if (holds) holding.add(node);
      return holds;
    };
    note(text);
    let loose: Node[] = [];
    let last: Node[] = [];
    const visit = (node: Node) => {
      const anchor = 'tagName' in node ? (attributeOf(node, 'id') ?? '') : '';
      if (anchors.has(anchor)) {
        last = [...loose, node];
        loose = [];
        this.blocks.set(anchor, last);
      } else if (holding.has(node) && 'childNodes' in node) {
        for (const child of node.childNodes) visit(child);
      } else loose.push(node);
    };
    for (const child of text.childNodes) visit(child);
    last.push(...loose);
  }
}

/** The pages that two texts are read on, cut into rows, as the XML that `html.xsl` takes as its parameter `parallel`; undefined where the pages do not show all their blocks. */
export function parallelPage(
  record: ParallelRecord,
  documents: readonly DocumentRecord[],
  pages: { readonly left: string; readonly right: string },
): string | undefined {
  const isOne = record.left.document === record.right.document;
  const anchorsOf = (side: Side) => record.rows.flatMap((row) => row[side]);
  const both = isOne ? [...anchorsOf('left'), ...anchorsOf('right')] : undefined;
  const left = new CutPage(pages.left, record.left.document, both ?? anchorsOf('left'));
  const right = isOne ? left : new CutPage(pages.right, record.right.document, anchorsOf('right'));
  if (left.missing.length > 0 || right.missing.length > 0) return undefined;
  const prefixes = { left: '', right: isOne ? '' : 'r.' };
  const aligned = {
    left: counterparts(record, 'left', prefixes),
    right: counterparts(record, 'right', prefixes),
  };
  const crossing = { left: crossingOf(record, 'left'), right: crossingOf(record, 'right') };
  const write = (side: Side, nodes: readonly Node[]) =>
    markupAsXml(nodes, { prefix: prefixes[side], aligned: isOne ? bothOf(aligned) : aligned[side] });
  const other = { left: 'right', right: 'left' } as const;
  // The page's own language where the encoding names none.
  const languages = {
    left: record.left.language || left.language,
    right: record.right.language || right.language,
  };
  const cell = (side: Side, anchors: readonly string[]) => {
    if (anchors.length === 0) return '';
    const page = side === 'left' ? left : right;
    const see = anchors.flatMap((anchor) => crossing[side].get(anchor) ?? []);
    const links = [...new Set(see)].map(
      (anchor) => `<i:see anchor="${escapeAttribute(prefixes[other[side]] + anchor)}"/>`,
    );
    const blocks = anchors.map((anchor) => write(side, page.block(anchor, languages[side])));
    return `<i:cell side="${side}" document="${escapeAttribute(record[side].document)}">${blocks.join('')}${links.join('')}</i:cell>`;
  };
  const rows = record.rows.map(
    (row) =>
      `<i:row${row.isAcross ? ' across="true"' : ''}${row.isStart ? ' starts="true"' : ''}>${cell('left', row.left)}${cell('right', row.right)}</i:row>`,
  );
  const below = (isOne ? (['left'] as const) : (['left', 'right'] as const)).map((side) => {
    const page = side === 'left' ? left : right;
    return `<i:below side="${side}">${write(side, page.belowText())}</i:below>`;
  });
  const sides = (['left', 'right'] as const).map((side) => {
    const { document, languageName, direction } = record[side];
    const { title, shortTitle, route } = documents.find(({ id }) => id === document)!;
    const said = {
      side,
      document,
      route,
      title,
      'short-title': shortTitle,
      language: languages[side],
      name: languageName,
    };
    const attributes = Object.entries({ ...said, dir: direction });
    return `<i:side${attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')}/>`;
  });
  const route = escapeAttribute(record.route);
  return `<i:parallel xmlns:i="urn:x-variorum:index" route="${route}">${sides.join('')}${rows.join('')}${below.join('')}</i:parallel>`;
}

function languageOf(node: Element): string {
  for (let at: Element | null = node; at !== null; at = at.parentNode as Element | null) {
    const language = attributeOf(at, 'lang');
    if (language !== undefined) return language;
  }
  return '';
}

type Prefixes = Readonly<Record<Side, string>>;

/** The passages that correspond to one, by its anchor as the page has it. */
function counterparts(record: ParallelRecord, side: Side, prefixes: Prefixes): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const [own, theirs] = side === 'left' ? ([0, 1] as const) : ([1, 0] as const);
  for (const pair of record.pairs) {
    const anchor = prefixes[side === 'left' ? 'right' : 'left'] + pair[theirs];
    const known = found.get(pair[own]);
    if (known === undefined) found.set(pair[own], [anchor]);
    else known.push(anchor);
  }
  return found;
}

function bothOf(all: Readonly<Record<Side, Map<string, string[]>>>): Map<string, string[]> {
  return new Map([...all.left, ...all.right]);
}

function crossingOf(record: ParallelRecord, side: Side): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [l, r] of record.crossing) {
    const [own, theirs] = side === 'left' ? [l, r] : [r, l];
    found.set(own, [...(found.get(own) ?? []), theirs]);
  }
  return found;
}
