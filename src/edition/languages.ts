/** Languages and scripts that are written from right to left: primary subtags, also in the three letters that BCP 47 does not allow and files use, and ISO 15924 codes. */
const fromTheRight = new Set(
  `ar arc ars arz ary apc ajp azb ckb dv egy fa glk he khw ks lrc mzn nqo pnb ps prs sd ug ur xaa yi aii syr syc sam phn
  ara heb yid fas per urd pus`.split(/\s+/),
);
const scriptsFromTheRight = new Set(
  'adlm arab armi avst hebr mand mani nbat nkoo palm phli phlp phnx prti samr sarb sogd syrc syre syrj syrn thaa'.split(
    ' ',
  ),
);

/** The direction in which a language is written, by its tag (BCP 47): a script subtag decides before the language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...others] = tag.toLowerCase().split('-');
  const script = others.find((part) => /^[a-z]{4}$/.test(part));
  if (script !== undefined) return scriptsFromTheRight.has(script) ? 'rtl' : 'ltr';
  return fromTheRight.has(language) ? 'rtl' : 'ltr';
}

const twoLetterLanguages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** A language tag as BCP 47 writes it: three letters of ISO 639-2 give way to the two of ISO 639-1 (`deu` and `ger`: `de`), two letters that name no language (`cz`) to `und`; any other tag stays as it is. */
export function languageTag(tag: string): string {
  const [language = '', ...others] = tag.split('-');
  if (/^[a-z]{2}$/i.test(language) && twoLetterLanguages.of(language.toLowerCase()) === undefined)
    return 'und';
  if (!/^[a-z]{3}$/i.test(language)) return tag;
  const known = Intl.getCanonicalLocales(language)[0]!;
  return known.length === 2 ? [known, ...others].join('-') : tag;
}
