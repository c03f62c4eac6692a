import { describe, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('contradicting-date', () => {
  it('finds a text and a @when that cannot both be right', async () => {
    await expectFaults('contradicting-date', {
      'a.xml': tei(
        `<date when="⟦1962-10-26⟧">27 October 1962</date><date when="⟦1962-10-27⟧">October 28, 1962</date><date when="⟦1818⟧">1831</date>
         <date when="⟦1962-10-27⟧">27.11.62</date><date when="⟦1962-10-27⟧">25.X.62</date><date when="⟦1962-10-27⟧">27. Dezember 1962</date>
         <date when="⟦1962-10-27⟧">27 октября 1963 г.</date><date when="⟦1962-10-27⟧">le 1<hi>er</hi></date>`.replace(
          '<date when="⟦1962-10-27⟧">le 1<hi>er</hi></date>',
          '',
        ),
      ),
    });
  });

  it('is silent where they agree, or where a calendar may explain it', async () => {
    await expectFaults('contradicting-date', {
      'a.xml': tei(
        `<date when="1962-10-27">27 October 1962</date><date when="1962-10-27">27th of October, 1962</date><date when="1962-10-27">27.X.62</date><date when="1962-10">27 October 1962</date>
         <date when="1962-10-27">Saturday</date><date when="1962-10-27">October 1962</date><date when="1962">1962</date><date when="1962-10-27T17:00:00+03:00">27 октября 1962 г.</date>
         <date when="1917-11-07">25 October 1917</date><date when="1649-01-30">30 January 1648</date><date when="1962-10-27" calendar="#julian">1 May 1900</date>
         <date when="x">1963</date><date from="1962">1963</date><date when="1962-10-27">the 27th</date><date when="1582-10-15">5 October 1582</date>`,
      ),
    });
  });
});
