/** The largest product of line counts that is aligned by content; longer texts go line by line. */
const affordable = 4_000_000;

/** Pairs the lines of a witness with those of the reading text: for each reading line the witness's, or undefined where it has none; lines that only the witness has go with the line before them. */
export function alignLines(reading: readonly string[], witness: readonly string[]): (string | undefined)[] {
  if (reading.length === witness.length) return [...witness];
  const [rows, columns] = [reading.length, witness.length];
  if (rows * columns > affordable) {
    return reading.map((_, at) => (at < rows - 1 ? witness[at] : witness.slice(at).join(' ') || undefined));
  }
  const wordSets = witness.map((line) => new Set(line.split(' ')));
  const likeness = (a: number, b: number) => {
    if (reading[a] === witness[b]) return 2;
    const words = reading[a]!.split(' ');
    return words.filter((word) => wordSets[b]!.has(word)).length / Math.max(words.length, wordSets[b]!.size);
  };
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  for (let a = rows - 1; a >= 0; a--) {
    for (let b = columns - 1; b >= 0; b--) {
      const skip = Math.max(best[(a + 1) * width + b]!, best[a * width + b + 1]!);
      best[a * width + b] = Math.max(skip, likeness(a, b) + best[(a + 1) * width + b + 1]!);
    }
  }
  const aligned: (string | undefined)[] = [];
  for (let a = 0, b = 0; a < rows || b < columns; ) {
    const here = a < rows && b < columns ? likeness(a, b) : 0;
    if (here > 0 && best[a * width + b] === here + best[(a + 1) * width + b + 1]!) {
      aligned.push(witness[b++]);
      a++;
    } else if (b >= columns || (a < rows && best[(a + 1) * width + b]! >= best[a * width + b + 1]!)) {
      aligned.push(undefined);
      a++;
    } else {
      const extra = witness[b++]!;
      if (aligned.length === 0) {
        aligned.push(extra);
        a++;
      } else aligned[aligned.length - 1] = [aligned.at(-1), extra].filter(Boolean).join(' ');
    }
  }
  return aligned.slice(0, rows);
}

/** A run of words that two lines share, or that only the second has. */
export interface Run {
  readonly text: string;
  readonly differs: boolean;
}

/** The second line in runs of words, told apart by whether the first has them there (longest common subsequence). */
export function differingWords(first: string, second: string): Run[] {
  const [a, b] = [first.split(' '), second.split(' ')];
  if (a.length * b.length > affordable) return [{ text: second, differs: first !== second }];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const runs: { text: string; differs: boolean }[] = [];
  const put = (word: string, differs: boolean) => {
    const last = runs.at(-1);
    if (last?.differs === differs) last.text += ` ${word}`;
    else runs.push({ text: word, differs });
  };
  for (let i = 0, j = 0; j < b.length; ) {
    if (i < a.length && a[i] === b[j]) {
      put(b[j++]!, false);
      i++;
    } else if (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!) i++;
    else put(b[j++]!, true);
  }
  return runs;
}
