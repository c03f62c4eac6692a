import { describe, expect, it } from 'vitest';
import { tei } from '../../marked.ts';
import { expectFaults } from '../expect-faults.ts';

describe('invalid-language-tag', () => {
  it('finds what BCP 47 does not allow, and guesses', async () => {
    const faults = await expectFaults('invalid-language-tag', {
      'a.xml': tei(
        '<p xml:lang="⟦en_US⟧"/><p xml:lang="⟦english⟧"/><p xml:lang="⟦de-⟧"/><p xml:lang="en_US"/><p xml:lang="⟦e⟧"/><p xml:lang="⟦en-a⟧"/>',
        '<profileDesc><langUsage><language ident="⟦Latin⟧"/><language ident="la"/></langUsage><textLang mainLang="de" otherLangs="la ⟦grc_⟧"/></profileDesc>',
      ),
    });
    expect(faults.map((each) => each.expected?.[0]?.name).filter(Boolean)).toEqual([
      'en-US',
      'en',
      'de',
      'la',
      'grc',
    ]);
  });

  it('accepts what it allows', async () => {
    const tags = [
      'en',
      'grc',
      'ru-Latn',
      'pt-BR',
      'zh-Hant-TW',
      'de-1901',
      'sl-rozaj-biske-1994',
      'x-whatever',
      'ota-Arab-x-ms',
      'i-klingon',
      'es-419',
      'ar-u-nu-latn',
      'EN-us',
      '',
    ];
    await expectFaults('invalid-language-tag', {
      'a.xml': tei(tags.map((tag) => `<p xml:lang="${tag}"/>`).join('')),
    });
  });
});
