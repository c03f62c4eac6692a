/** What begins, holds and ends the count of lines in reledmac, each on a line of its own. */
const switches = /^\\(begin|resume|pause|end)numbering$/;

/** Takes out counts that count no line, as between two tables: reledmac stops at them. The others begin and end as what is left wants it. */
export function settleNumbering(source: string): string {
  const lines: (string | undefined)[] = source.split('\n');
  const counts: { begin: number; end: number }[] = [];
  let [begin, holds] = [-1, false];
  for (const [at, line] of lines.entries()) {
    const kind = switches.exec(line!)?.[1];
    if (kind === 'begin' || kind === 'resume') [begin, holds] = [at, false];
    else if (kind === undefined) holds ||= line!.includes('\\pstart');
    else if (holds) counts.push({ begin, end: at });
    else lines[begin] = lines[at] = undefined;
  }
  let isHeld = false;
  for (const [index, { begin, end }] of counts.entries()) {
    if (!isHeld) lines[begin] = '\\beginnumbering';
    const next = counts[index + 1];
    isHeld =
      next !== undefined &&
      lines[next.begin] === '\\resumenumbering' &&
      !lines.slice(end, next.begin).includes('\\endnumbering');
    lines[end] = isHeld ? '\\pausenumbering' : '\\endnumbering';
  }
  return lines.filter((line) => line !== undefined).join('\n');
}
