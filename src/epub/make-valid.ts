import { attributes, holdsPhrasing, known, phrasing } from './content-models.ts';
import { addClass, element, type XhtmlElement, type XhtmlNode } from './xhtml.ts';

/** Makes a page keep the content models of HTML, which its parser forgives and XML does not: a phrase that holds a block becomes a `div` that is set as a phrase (class `phrase`); nothing is left out, and nothing moves. */
export function makeValid(page: XhtmlElement): void {
  const ids = new Set<string>();
  visit(page, false, ids);
}

function visit(node: XhtmlElement, isInLink: boolean, ids: Set<string>): void {
  if (node.name === 'math' || node.name === 'svg') return;
  if (!known.has(node.name)) node.name = 'span';
  if (node.name === 'a' && isInLink) unlink(node);
  settleAttributes(node, ids);
  for (const child of node.children)
    if (typeof child !== 'string') visit(child, isInLink || node.name === 'a', ids);
  settleChildren(node);
  for (const child of node.children) if (typeof child !== 'string') settleStray(child, node);
  if (holdsPhrasing.has(node.name) && !node.children.every(isPhrasing)) becomeBlock(node);
}

/** A link to nowhere, or within another: its words stay. */
export function unlink(node: XhtmlElement): void {
  node.name = node.children.every(isPhrasing) ? 'span' : 'div';
  if (node.name === 'div') addClass(node, 'phrase');
  for (const name of ['href', 'epub:type', 'title']) node.attributes.delete(name);
  if (node.attributes.get('role')?.startsWith('doc-')) {
    node.attributes.delete('role');
    node.attributes.delete('aria-label');
  }
}

function isPhrasing(node: XhtmlNode): boolean {
  if (typeof node === 'string') return true;
  if (node.name === 'math' || node.name === 'svg') return true;
  if (!phrasing.has(node.name)) return false;
  return node.children.every((each) => isPhrasing(each) || (node.name === 'ruby' && isRuby(each)));
}
const isRuby = (node: XhtmlNode) => typeof node !== 'string' && ['rp', 'rt', 'rb'].includes(node.name);

function becomeBlock(node: XhtmlElement): void {
  const heading = /^h([1-6])$/.exec(node.name);
  if (heading) {
    node.attributes.set('role', 'heading');
    node.attributes.set('aria-level', heading[1]!);
    addClass(node, node.name);
  } else if (node.name === 'pre' || node.name === 'p') addClass(node, node.name);
  else {
    if (node.name !== 'span') addClass(node, node.name);
    addClass(node, 'phrase');
  }
  node.name = 'div';
}

/** Elements that stand in others of their own, and nowhere else. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
  figcaption: ['figure'],
  rt: ['ruby'],
  rp: ['ruby'],
};

/** An item outside a list, a cell outside a row and their like become blocks of the same look. */
function settleStray(node: XhtmlElement, parent: XhtmlElement): void {
  const own = parents[node.name];
  if (own === undefined || own.includes(parent.name)) return;
  addClass(node, node.name);
  for (const name of ['colspan', 'rowspan', 'scope']) node.attributes.delete(name);
  const isRuby = node.name === 'rt' || node.name === 'rp';
  node.name = isRuby ? 'span' : 'div';
}

const isBlank = (node: XhtmlNode) => typeof node === 'string' && node.trim() === '';
const nameOf = (node: XhtmlNode) => (typeof node === 'string' ? '#text' : node.name);

function settleChildren(node: XhtmlElement): void {
  switch (node.name) {
    case 'ul':
    case 'ol':
      wrapOthers(node, ['li'], (each) => element('li', { class: 'among' }, [each]));
      if (node.children.length === 0) node.name = 'div';
      break;
    case 'dl':
      settleDescriptions(node);
      break;
    case 'table':
      wrapOthers(node, ['caption', 'colgroup', 'thead', 'tbody', 'tfoot'], (each) =>
        element('tbody', {}, [
          nameOf(each) === 'tr' ? each : element('tr', { class: 'among' }, [element('td', {}, [each])]),
        ]),
      );
      break;
    case 'thead':
    case 'tbody':
    case 'tfoot':
      wrapOthers(node, ['tr'], (each) => element('tr', { class: 'among' }, [element('td', {}, [each])]));
      break;
    case 'tr':
      wrapOthers(node, ['td', 'th'], (each) => element('td', {}, [each]));
      break;
    case 'ruby':
      if (!node.children.every((each) => isPhrasing(each) || (isRuby(each) && holdsPhrases(each)))) {
        for (const each of node.children.filter(isRuby)) (each as XhtmlElement).name = 'span';
        node.name = 'div';
        addClass(node, 'phrase');
      }
      break;
  }
}
const holdsPhrases = (node: XhtmlNode) => (node as XhtmlElement).children.every(isPhrasing);

function wrapOthers(
  node: XhtmlElement,
  allowed: readonly string[],
  wrap: (each: XhtmlNode) => XhtmlElement,
): void {
  node.children = node.children
    .filter((each) => !isBlank(each))
    .map((each) => (allowed.includes(nameOf(each)) ? each : wrap(each)));
}

/** Terms each followed by descriptions, all in groups or none; other sequences become blocks of the same look. */
function settleDescriptions(node: XhtmlElement): void {
  node.children = node.children.filter((each) => !isBlank(each));
  const isGroups = node.children.length > 0 && node.children.every((each) => nameOf(each) === 'div');
  const lists = isGroups
    ? (node.children as XhtmlElement[]).map((each) => each.children.filter((child) => !isBlank(child)))
    : [node.children];
  const pattern = isGroups ? /^t+d+$/ : /^(?:t+d+)+$/;
  const letters: Readonly<Record<string, string>> = { dt: 't', dd: 'd' };
  if (lists.every((list) => pattern.test(list.map((each) => letters[nameOf(each)] ?? 'x').join('')))) {
    if (isGroups)
      (node.children as XhtmlElement[]).forEach((each, at) => {
        each.children = lists[at]!;
      });
    return;
  }
  const groups = isGroups ? (node.children as XhtmlElement[]) : [node];
  for (const group of groups)
    for (const each of group.children)
      if (typeof each !== 'string' && ['dt', 'dd'].includes(each.name)) {
        addClass(each, each.name);
        each.name = 'div';
      }
  node.name = 'div';
  addClass(node, 'dl');
}

const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;
const number = /^[1-9]\d{0,2}$/;

function settleAttributes(node: XhtmlElement, ids: Set<string>): void {
  const own = node.attributes;
  for (const name of [...own.keys()]) {
    if (!attributes.has(name) && !/^(?:aria|data)-[a-z0-9.-]+$/.test(name)) own.delete(name);
  }
  const id = own.get('id');
  if (id !== undefined) {
    if (id === '' || ids.has(id)) own.delete('id');
    ids.add(id);
  }
  for (const name of ['class', 'style', 'title', 'role', 'aria-label'])
    if (own.get(name)?.trim() === '') own.delete(name);
  const language = own.get('lang') ?? own.get('xml:lang');
  for (const name of ['lang', 'xml:lang']) {
    if (language !== undefined && languageTag.test(language)) own.set(name, language);
    else own.delete(name);
  }
  for (const name of ['colspan', 'rowspan']) if (!number.test(own.get(name) ?? '1')) own.delete(name);
  if (node.name === 'img' && !own.has('alt')) own.set('alt', '');
  if (own.has('hidden')) own.set('hidden', 'hidden');
  const types: Readonly<Record<string, string>> = {
    'doc-noteref': 'noteref',
    'doc-footnote': 'footnote',
    'doc-backlink': 'backlink',
    'doc-pagebreak': 'pagebreak',
  };
  const type = types[own.get('role') ?? ''];
  if (type !== undefined && !own.has('epub:type')) own.set('epub:type', type);
}
