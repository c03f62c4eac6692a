import { descendantElements, qualifiedName, textOf } from '../../src/xml/axes.ts';
import { parseTree } from '../../src/xml/parse-tree.ts';
import { Source } from '../../src/xml/source.ts';

/** Reads XML that must be well-formed, and gives the text of its elements by their qualified names. */
export function readXml(text: string): { first(name: string): string | undefined } {
  const faults: string[] = [];
  const document = parseTree(new Source('made.xml', text), (found) => faults.push(found.message));
  if (document === undefined) throw new Error(`${faults.join('; ')} in ${text.slice(0, 300)}`);
  return {
    first(name) {
      for (const element of descendantElements(document)) {
        if (qualifiedName(element.name) === name) return textOf(element);
      }
      return undefined;
    },
  };
}
