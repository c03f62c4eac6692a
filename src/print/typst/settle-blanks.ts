import type { Node } from './model-inlines.ts';

/** A run without blanks and breaks at its ends, and with one blank between words, whatever marks stand among them. */
export function settleBlanks(nodes: readonly Node[]): Node[] {
  return sweep(sweep(nodes, false), true);
}

/** Goes through a run from one end: drops blanks behind a break or a blank, and breaks before the first word. */
function sweep(nodes: readonly Node[], isFromEnd: boolean): Node[] {
  const [near, far] = isFromEnd ? [/ $/, /^ /] : [/^ /, / $/];
  let isBehindBlank = true;
  let hasWords = false;
  const put = () => {
    hasWords = true;
    isBehindBlank = false;
  };
  const visit = (list: readonly Node[]): Node[] => {
    const out = (isFromEnd ? [...list].reverse() : list).flatMap((node) => one(node));
    return isFromEnd ? out.reverse() : out;
  };
  const one = (node: Node): Node[] => {
    switch (node[0]) {
      case 't': {
        const text = isBehindBlank ? String(node[1]).replace(near, '') : String(node[1]);
        if (text === '') return [];
        if (text.trim() !== '') put();
        isBehindBlank = far.test(text);
        return [['t', text]];
      }
      case 'b':
        // A break before the first word or after the last leaves an empty line.
        if (!hasWords) return [];
        isBehindBlank = true;
        return [node];
      case 'n':
        if (node[2] !== '') put();
        return [node];
      case 's':
      case 'l':
      case 'u':
      case 'r': {
        const says = node[0] === 'r' && node[2] !== 'content';
        if (says && isFromEnd) put();
        const content = visit(node.at(-1) as readonly Node[]);
        if (says) put();
        return [[...node.slice(0, -1), content] as unknown as Node];
      }
      default:
        return [node];
    }
  };
  return visit(nodes);
}
