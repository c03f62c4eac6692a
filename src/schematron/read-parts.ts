import { diagnostic } from '../diagnostics/catalogue.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { textOf } from '../xml/axes.ts';
import { attribute } from '../xml/tree.ts';
import { isSchematron, type Located, placeOf, placeOfAttribute } from './collect.ts';
import { fillParameters } from './fill-parameters.ts';
import { type Key, type Let, type MessagePart, SCHEMATRON, XSLT, type XslFunction } from './schema.ts';

const noParameters: ReadonlyMap<string, string> = new Map();

/** The variables among the parts: `sch:let`, and `xsl:variable` or `xsl:param` with a `select`. */
export function readLets(parts: readonly Located[], parameters = noParameters): Let[] {
  return parts.flatMap((at) => {
    const { element } = at;
    const { local, namespace } = element.name;
    const isXsl = namespace === XSLT && (local === 'variable' || local === 'param');
    if (!isXsl && !isSchematron(element, 'let')) return [];
    const given = attribute(element, isXsl ? 'select' : 'value');
    const value = given === undefined ? literal(textOf(element)) : fillParameters(given, parameters);
    return [
      {
        name: attribute(element, 'name') ?? '',
        value,
        place: placeOfAttribute(at, isXsl ? 'select' : 'value'),
      },
    ];
  });
}

export function readKey(at: Located): Key {
  return {
    name: attribute(at.element, 'name') ?? '',
    match: attribute(at.element, 'match') ?? '',
    use: attribute(at.element, 'use') ?? '.',
    place: placeOf(at),
  };
}

/** An `xsl:function` whose body is variables and one `xsl:sequence` or `xsl:value-of`; any other body is reported. */
export function readFunction(at: Located, report: Report): XslFunction | undefined {
  const children = at.element.childNodes.flatMap((element) =>
    element.nodeType === 1 ? [{ element, document: at.document }] : [],
  );
  const xsl = (local: string) =>
    children.filter(({ element }) => element.name.namespace === XSLT && element.name.local === local);
  const [result] = [...xsl('sequence'), ...xsl('value-of')];
  const select = result === undefined ? undefined : attribute(result.element, 'select');
  const isSimple = xsl('param').length + xsl('variable').length + 1 === children.length;
  if (result === undefined || select === undefined || !isSimple) {
    const what =
      'This xsl:function is not one expression (variables and an xsl:sequence), so it cannot be called.';
    report(diagnostic('schematron-missing-part', placeOf(at), { what }));
    return undefined;
  }
  return {
    name: attribute(at.element, 'name') ?? '',
    parameters: xsl('param').map(({ element }) => attribute(element, 'name') ?? ''),
    lets: readLets(xsl('variable')),
    value: result.element.name.local === 'value-of' ? `string-join(${select}, ' ')` : select,
    place: placeOfAttribute(result, 'select'),
  };
}

/** The words of a message: text with white space folded, `name`, `value-of`; `emph`, `dir`, `span` and foreign elements give their content. */
export function readMessage(at: Located, parameters = noParameters): MessagePart[] {
  const parts: MessagePart[] = [];
  const walk = (inside: Located) => {
    for (const node of inside.element.childNodes) {
      if (node.nodeType === 3) parts.push({ kind: 'text', text: node.data });
      if (node.nodeType !== 1) continue;
      const child = { element: node, document: inside.document };
      const { local, namespace } = node.name;
      const isOurs = namespace === SCHEMATRON || namespace === XSLT;
      if (isOurs && local === 'value-of') {
        const select = fillParameters(attribute(node, 'select') ?? '.', parameters);
        parts.push({ kind: 'value', select, place: placeOfAttribute(child, 'select') });
      } else if (isOurs && local === 'name') {
        const path = fillParameters(attribute(node, 'path') ?? '.', parameters);
        parts.push({ kind: 'name', path, place: placeOfAttribute(child, 'path') });
      } else walk(child);
    }
  };
  walk(at);
  return parts;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
