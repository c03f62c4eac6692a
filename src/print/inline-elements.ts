import { attribute, type Element, type Node } from '../xml/tree.ts';
import type { Direction, Inline, Style } from './print-document.ts';

/** Puts what is around inlines around them. */
export type Wrapper = (content: Inline[]) => Inline;
/** Id, number in prepared TEI, language and direction of a block. */
export type Placing = { id?: string; i?: number; language?: string; direction?: Direction };

/** An attribute; ''. */
export const at = (element: Element, name: string): string => attribute(element, name) ?? '';
export const isElement = (node: Node): node is Element => node.nodeType === 1;

/** What wraps inlines; nothing for a leaf or a block. */
export function wrapperOf(element: Element): Wrapper | undefined {
  switch (element.name.local) {
    case 'style':
      return (content) => ({ kind: 'style', style: at(element, 'name') as Style, content });
    case 'language':
      return (content) => ({
        kind: 'language',
        language: at(element, 'language'),
        direction: at(element, 'direction') as Direction,
        content,
      });
    case 'name':
      return (content) => ({
        kind: 'name',
        id: at(element, 'id'),
        entries: at(element, 'entries').split(/\s+/).filter(Boolean),
        content,
      });
    case 'reference':
      return (content) => ({
        kind: 'reference',
        target: at(element, 'target'),
        shows: at(element, 'shows') as 'page',
        ...(at(element, 'words') === 'ours' ? { hasOwnWords: false } : {}),
        content,
      });
    case 'link':
      return (content) => ({ kind: 'link', url: at(element, 'url'), content });
    default:
      return undefined;
  }
}

/** The inline that an element of the print XML is by itself; nothing for what holds others. */
export function leafOf(element: Element): Inline | undefined {
  switch (element.name.local) {
    case 'call':
      return { kind: 'note', note: at(element, 'note') };
    case 'start':
      return { kind: 'entry-start', entry: at(element, 'entry') };
    case 'end':
      return { kind: 'entry-end', entry: at(element, 'entry') };
    case 'anchor':
      return { kind: 'anchor', id: at(element, 'id') };
    case 'break':
      return { kind: 'break' };
    case 'milestone':
      return { kind: 'milestone', unit: at(element, 'unit') as 'page', n: at(element, 'n') };
    case 'index-mark':
      return {
        kind: 'index-mark',
        id: at(element, 'id'),
        index: at(element, 'index'),
        terms: element.childNodes
          .filter(isElement)
          .map((term) => ({ text: textIn(term), sort: at(term, 'sort') })),
        see: at(element, 'see'),
        seeAlso: at(element, 'see-also'),
        ...(at(element, 'is-placed') === 'false' ? { isPlaced: false } : {}),
        ...(at(element, 'span-to') === '' ? {} : { spanTo: at(element, 'span-to') }),
        ...(at(element, 'span-from') === '' ? {} : { spanFrom: at(element, 'span-from') }),
      };
    default:
      return undefined;
  }
}

/** All text of an element. */
export const textIn = (element: Element): string =>
  element.childNodes
    .map((child) => (child.nodeType === 3 ? child.data : isElement(child) ? textIn(child) : ''))
    .join('');

/** Where an element stands and in what language. */
export function placingOf(element: Element): Placing {
  const [id, i, language, direction] = ['id', 'i', 'language', 'direction'].map((name) =>
    attribute(element, name),
  );
  return {
    ...(id ? { id } : {}),
    ...(i ? { i: Number(i) } : {}),
    ...(language ? { language } : {}),
    ...(direction === 'rtl' || direction === 'ltr' ? { direction } : {}),
  };
}
