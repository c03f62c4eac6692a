import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('invalid-date', () => {
  it('accepts every form of XML Schema and ISO 8601', async () => {
    await expectFaults('invalid-date', {
      'a.xml': tei(
        [
          ...[
            '1962-10-27',
            '1962-10',
            '1962',
            '-0044-03-15',
            '12000',
            '--10-27',
            '--10',
            '---27',
            '17:00:00',
            '17:00:00.5Z',
          ],
          ...['1962-10-27T17:00:00+03:00', '1962-10-27Z', '2000-02-29', '24:00:00'],
        ]
          .map((value) => `<date when="${value}" from="${value}"/>`)
          .join('') +
          [
            '19621027',
            '1962-300',
            '1962-W43-6',
            '1962-10-25/27',
            '1962-10-25/1962-10-27',
            '19',
            '1962-10-27T17:00',
            '+001962',
            'R5/1962-10/P1M',
          ]
            .map((value) => `<date when-iso="${value}"/>`)
            .join(''),
      ),
    });
  });

  it('says why and what instead', async () => {
    const cases = [
      ['1962-02-30', 'February 1962 has 28 days', undefined],
      ['1900-02-29', 'February 1900 has 28 days', undefined],
      ['1962-04-31', 'April has 30 days', undefined],
      ['1962-27-10', 'there is no month 27', '1962-10-27'],
      ['1962-00-00', 'there is no month 00', '1962'],
      ['1962-10-00', 'there is no day 00', '1962-10'],
      ['800', 'a year has four digits', '0800'],
      ['-44', 'a year has four digits', '-0044'],
      ['1962-2-3', 'it has not the form of a date', '1962-02-03'],
      ['27.10.1962', 'it has not the form of a date', '1962-10-27'],
      ['19621027', 'it has not the form of a date', '1962-10-27'],
      ['1962-10-27T17:00', 'it has not the form of a date', '1962-10-27T17:00:00'],
      ['1962-10-27T99:00:00', 'it has not the form of a date', undefined],
      ['24:00:01', 'it is no date in figures', undefined],
      ['0000', 'there is no year 0', undefined],
      ['012000', 'it is no date in figures', undefined],
      ['1962/1963', 'it is two dates', undefined],
      ['16. und 17. Februar', 'it is no date in figures', undefined],
      ['[[ current-dateTime() ]]', 'it is no date in figures', undefined],
    ] as const;
    for (const [value, why, instead] of cases) {
      const [fault] = await expectFaults('invalid-date', { 'a.xml': tei(`<date when="⟦${value}⟧"/>`) });
      expect(fault!.message, value).toContain(why);
      expect(fault!.expected?.[0]?.name, value).toBe(instead);
    }
  });

  it('looks at every attribute of dates, and at no other', async () => {
    await expectFaults('invalid-date', {
      'a.xml': tei(
        `<date notBefore="⟦x⟧" notAfter="⟦y⟧"/><residence from="⟦z⟧" to="⟦800⟧"/><date when-iso="⟦1962-02-30⟧"/><date from-iso="⟦Easter⟧"/>
         <date when-custom="13.0.0.0.0"/><locus from="1r" to="2v"/><biblScope from="12" to="13"/><app from="#a" to="#a"/><p xml:id="a"/>`,
      ),
    });
  });

  it('finds an empty one', async () => {
    await expectFaults('invalid-date', { 'a.xml': tei('<date ⟦when=""⟧/><date when="1962"/>') });
  });

  it('tells many of one kind once', async () => {
    const dates = Array.from(
      { length: 90 },
      (_, i) => `<date notBefore="${i === 0 ? '⟦100⟧' : 100 + i}"/>`,
    ).join('');
    const [fault] = await expectFaults('invalid-date', { 'a.xml': tei(dates) });
    expect(fault!.message).toContain('90');
  });
});
