import type { Attribute } from '../xml/events.ts';
import { attribute, type Child, type Element } from '../xml/tree.ts';

/** A row of two texts beside each other: anchors of blocks; one that stands across belongs to neither. */
export interface FacingRow {
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly isAcross: boolean;
}

/** What a side of the rows is written in, for blocks that do not say. */
export interface FacingSide {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Puts blocks that correspond into pairs for facing pages, where the first of them stood, in what `print.xsl` gave of one document; all else keeps its place. Nothing where a block of the rows is not there: then the text stays as it is. */
export function facingPages(
  root: Element,
  rows: readonly FacingRow[],
  left: FacingSide,
  right: FacingSide,
): Element | undefined {
  const regions: FacingRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    if (row.isAcross) isOpen = false;
    else if (isOpen) regions.at(-1)!.push(row);
    else {
      regions.push([row]);
      isOpen = true;
    }
  }
  const found = new Map<string, Element>();
  const find = (element: Element) => {
    const id = isPart(element) ? undefined : attribute(element, 'id');
    if (id !== undefined && !found.has(id)) found.set(id, element);
    for (const child of element.childNodes) if (child.nodeType === 1) find(child);
  };
  for (const part of root.childNodes) if (part.nodeType === 1 && isPart(part)) find(part);
  const regionOf = new Map<string, number>();
  for (const [at, region] of regions.entries())
    for (const row of region) for (const id of [...row.left, ...row.right]) regionOf.set(id, at);
  if (regionOf.size === 0 || [...regionOf.keys()].some((id) => !found.has(id))) return undefined;

  const isPaired = (element: Element): boolean => {
    const id = attribute(element, 'id') ?? '';
    return regionOf.has(id) && found.get(id) === element;
  };
  const carried = marksBefore(root, isPaired);
  const moved = new Set([...carried.values()].flat());

  const pairsOf = (at: number): Element => {
    const side = (name: string, ids: readonly string[], { language, direction }: FacingSide) =>
      made(
        name,
        root,
        ids.map((id) => {
          const block = found.get(id)!;
          const before = carried.get(block) ?? [];
          return inLanguage({ ...block, childNodes: [...before, ...block.childNodes] }, language, direction);
        }),
      );
    return made(
      'parallel',
      root,
      regions[at]!.map((row) =>
        made('pair', root, [side('left', row.left, left), side('right', row.right, right)]),
      ),
      { id: `facing-${at + 1}` },
    );
  };
  const set = new Set<number>();
  const visit = (element: Element): Element => ({
    ...element,
    childNodes: element.childNodes.flatMap((child): Child[] => {
      if (child.nodeType !== 1) return [child];
      if (moved.has(child)) return [];
      if (!isPaired(child)) return [visit(child)];
      const region = regionOf.get(attribute(child, 'id')!)!;
      if (set.has(region)) return [];
      set.add(region);
      return [pairsOf(region)];
    }),
  });
  return {
    ...root,
    childNodes: root.childNodes.map((child) =>
      child.nodeType === 1 && isPart(child) ? visit(child) : child,
    ),
  };
}

/** Page breaks and other marks that stand right before a block of the pairs: they go where it goes. */
function marksBefore(
  root: Element,
  isPaired: (element: Element) => boolean,
): Map<Element, readonly Element[]> {
  const before = new Map<Element, readonly Element[]>();
  let waiting: Element[] = [];
  const read = (element: Element) => {
    for (const child of element.childNodes) {
      if (child.nodeType === 3) {
        if (child.data.trim() !== '') waiting = [];
      } else if (child.nodeType !== 1) continue;
      else if (isPaired(child)) {
        if (waiting.length > 0) before.set(child, waiting);
        waiting = [];
      } else if (marks.has(child.name.local)) waiting.push(child);
      else read(child);
    }
  };
  for (const part of root.childNodes)
    if (part.nodeType === 1 && isPart(part)) {
      waiting = [];
      read(part);
    }
  return before;
}

const marks = new Set(['milestone', 'anchor', 'index-mark']);

/** One print document of two: the left one with the body, notes and entries of the right one, whose ids get the prefix and whose numbers of elements the offset. */
export function joinedDocuments(
  left: Element,
  right: Element,
  id: string,
  prefix: string,
  offset: number,
): Element {
  const own = new Set(['id', 'entry', 'note', 'target', 'within', 'parent']);
  const renamed = (element: Element): Element => ({
    ...element,
    attributes: element.attributes.map((each) => {
      if (each.name.namespace !== '') return each;
      if (own.has(each.name.local) && each.value !== '')
        return { ...each, value: each.value.replace(/(^| )(?=\S)/g, `$1${prefix}`) };
      return each.name.local === 'i' && each.value !== ''
        ? { ...each, value: String(Number(each.value) + offset) }
        : each;
    }),
    childNodes: element.childNodes.map((child) => (child.nodeType === 1 ? renamed(child) : child)),
  });
  const of = (root: Element, ...names: string[]) =>
    root.childNodes.filter(
      (child): child is Element => child.nodeType === 1 && names.includes(child.name.local),
    );
  const indexes = new Map<string, Element>();
  for (const index of [...of(left, 'index'), ...of(right, 'index')]) {
    const known = indexes.get(attribute(index, 'id')!);
    const ids = new Set(of(known ?? index, 'entry').map((entry) => attribute(entry, 'id')));
    const more = of(index, 'entry').filter((entry) => !ids.has(attribute(entry, 'id')));
    indexes.set(
      attribute(index, 'id')!,
      known === undefined ? index : { ...known, childNodes: [...known.childNodes, ...more] },
    );
  }
  const body = of(left, 'body').map((part) => ({
    ...part,
    childNodes: [
      ...part.childNodes,
      ...of(right, 'front', 'body', 'back').flatMap((each) => renamed(each).childNodes),
    ],
  }));
  const rightHead = of(right, 'title').length > 0 ? attribute(right, 'right') : undefined;
  return withAttributes(
    {
      ...left,
      childNodes: [
        ...of(left, 'title', 'term', 'front'),
        ...body,
        ...of(left, 'back', 'note', 'apparatus-entry'),
        ...of(right, 'note', 'apparatus-entry').map(renamed),
        ...indexes.values(),
      ],
    },
    { id, ...(rightHead === undefined ? {} : { right: rightHead }) },
  );
}

const isPart = (element: Element): boolean => ['front', 'body', 'back'].includes(element.name.local);

/** An element that no source has, at the place of another. */
function made(
  local: string,
  like: Element,
  childNodes: readonly Element[],
  attributes: Readonly<Record<string, string>> = {},
): Element {
  return withAttributes({ ...like, name: { ...like.name, local }, attributes: [], childNodes }, attributes);
}

const inLanguage = (element: Element, language: string, direction: string): Element =>
  language === '' || attribute(element, 'language') !== undefined
    ? element
    : withAttributes(element, { language, direction });

function withAttributes(element: Element, values: Readonly<Record<string, string>>): Element {
  const at = { start: 0, end: 0, valueStart: 0, valueEnd: 0, isDefault: false };
  const added = Object.entries(values).map(
    ([local, value]): Attribute => ({ name: { prefix: '', local, namespace: '' }, value, ...at }),
  );
  return {
    ...element,
    attributes: [...element.attributes.filter(({ name }) => !(name.local in values)), ...added],
  };
}
