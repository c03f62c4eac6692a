/** Strings that break careless writers, and pseudo-random ones of the characters that do; the same each time. */
export function hostileStrings(count: number): string[] {
  const pieces =
    `& &amp; &lt; &#38; < > " ' ]]> <!-- --> <?x?> <b> \\ \u00a0 \u2028 \u200f \u05d0 é 漢 😀 % # ? / | { } $ \` _x41_ 0 a Z - .`.split(
      ' ',
    );
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const made = Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(9) }, () => pieces[next(pieces.length)]!).join(next(2) === 0 ? '' : ' '),
  );
  return [...pieces, 'AT&T &amp; &amp;amp;', '<script>alert(1)</script>', ...made];
}
