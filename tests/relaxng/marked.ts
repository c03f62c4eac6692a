/** A text with the span of a fault marked: ⟦ and ⟧ stand around it, and are taken out. */
export function marked(text: string): {
  text: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
} {
  const [start, end] = [text.indexOf('⟦'), text.indexOf('⟧') - 1];
  const plain = text.replace('⟦', '').replace('⟧', '');
  const place = (offset: number): [number, number] => {
    const before = plain.slice(0, offset).split('\n');
    return [before.length, before.at(-1)!.length + 1];
  };
  const [[line, column], [endLine, endColumn]] = [place(start), place(end)];
  return { text: plain, line, column, endLine, endColumn };
}
