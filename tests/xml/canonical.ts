import type { Report } from '../../src/diagnostics/diagnostic.ts';
import { qualifiedName } from '../../src/xml/axes.ts';
import type { Attribute, Scope } from '../../src/xml/events.ts';
import type { Name } from '../../src/xml/name.ts';
import { readEvents } from '../../src/xml/read.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
const escaped = (text: string) => text.replace(/[&<>"\t\n\r]/g, (each) => escapes[each]!);
const codeUnitOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** James Clark's first canonical form, in which the W3C suite gives what each document must say: no comments, no DOCTYPE, attributes sorted, every line end and tab as a reference. */
export function canonical(bytes: Uint8Array, path: string, report: Report): string | undefined {
  let out = '';
  const scopes: Scope[] = [];
  const handler = {
    startElement(name: Name, attributes: readonly Attribute[], scope: Scope) {
      const outer = scopes.at(-1)?.bindings() ?? new Map<string, string>();
      scopes.push(scope);
      const all = attributes.map((each): [string, string] => [qualifiedName(each.name), each.value]);
      const declare = (prefix: string, namespace: string) =>
        all.push([prefix === '' ? 'xmlns' : `xmlns:${prefix}`, namespace]);
      for (const [prefix, namespace] of scope.bindings()) {
        if (outer.get(prefix) !== namespace) declare(prefix, namespace);
      }
      for (const prefix of outer.keys()) if (!scope.bindings().has(prefix)) declare(prefix, '');
      all.sort(([a], [b]) => codeUnitOrder(a, b));
      out += `<${qualifiedName(name)}${all.map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}>`;
    },
    endElement(name: Name) {
      scopes.pop();
      out += `</${qualifiedName(name)}>`;
    },
    text(value: string) {
      out += escaped(value);
    },
    processingInstruction(target: string, data: string) {
      out += `<?${target} ${data}?>`;
    },
  };
  return readEvents(bytes, path, handler, report) ? out : undefined;
}
