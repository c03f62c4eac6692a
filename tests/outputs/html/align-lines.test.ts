import { describe, expect, it } from 'vitest';
import { alignLines, differingWords } from '../../../src/outputs/html/align-lines.ts';

describe('texts side by side', () => {
  it('keeps lines beside their like where a witness lacks one or has one more', () => {
    const reading = ['arma virumque cano', 'Troiae qui primus', 'Italiam fato profugus'];
    expect(alignLines(reading, ['arma virumque canam', 'Italiam fato profugus'])).toEqual([
      'arma virumque canam',
      undefined,
      'Italiam fato profugus',
    ]);
    expect(alignLines(reading, [reading[0]!, reading[1]!, 'versus additus', reading[2]!])).toEqual([
      reading[0],
      'Troiae qui primus versus additus',
      reading[2],
    ]);
    expect(alignLines(reading, [])).toEqual([undefined, undefined, undefined]);
    expect(alignLines([], ['x'])).toEqual([]);
  });

  it('loses no word of a witness, whatever its lines', () => {
    const reading = Array.from({ length: 40 }, (_, n) => `line ${n} of the text`);
    for (const step of [2, 3, 7]) {
      const witness = reading
        .filter((_, n) => n % step !== 0)
        .flatMap((line, n) => (n % 5 === 0 ? [line, `new ${n}`] : [line]));
      expect(
        alignLines(reading, witness)
          .filter((line) => line !== undefined)
          .join(' '),
      ).toBe(witness.join(' '));
    }
  });

  it('marks the words that differ and no others', () => {
    const marked = (a: string, b: string) =>
      differingWords(a, b)
        .map(({ text, differs }) => (differs ? `<${text}>` : text))
        .join(' ');
    expect(marked('in nova fert animus', 'in nova fert animus')).toBe('in nova fert animus');
    expect(marked('in nova fert animus', 'in noua fert mutatas animus')).toBe(
      'in <noua> fert <mutatas> animus',
    );
    expect(marked('in nova fert animus', 'animus')).toBe('animus');
    expect(marked('et et et', 'et')).toBe('et');
    expect(marked('', 'a b')).toBe('<a b>');
  });
});
