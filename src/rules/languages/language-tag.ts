const wellFormed =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[\da-wy-z](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

/** Tags of before the rules, still allowed (RFC 5646 §2.2.8). */
const grandfathered = new Set(
  `art-lojban cel-gaulish en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn
  i-tao i-tay i-tsu no-bok no-nyn sgn-be-fr sgn-be-nl sgn-ch-de zh-guoyu zh-hakka zh-min zh-min-nan zh-xiang`
    .trim()
    .split(/\s+/),
);

/** Names that stand where a tag should, in the languages that editors write most. */
const names: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  arabic: 'ar',
  deutsch: 'de',
  english: 'en',
  français: 'fr',
  francais: 'fr',
  french: 'fr',
  german: 'de',
  greek: 'el',
  hebrew: 'he',
  italian: 'it',
  italiano: 'it',
  latein: 'la',
  latin: 'la',
  russian: 'ru',
  sanskrit: 'sa',
  spanish: 'es',
  español: 'es',
});

/** Whether a tag is well-formed (BCP 47, RFC 5646 §2.1). The syntax keeps language names of four to eight letters for the future, so they are none here. */
export function isLanguageTag(tag: string): boolean {
  return wellFormed.test(tag) || grandfathered.has(tag.toLowerCase());
}

/** The tag that a faulty one most likely means. */
export function nearestLanguageTag(tag: string): string | undefined {
  const named = names[tag.toLowerCase()];
  if (named !== undefined) return named;
  const mended = tag.replace(/[_.–—/ ]+/g, '-').replace(/^-+|-+$/g, '');
  return mended !== tag && isLanguageTag(mended) ? mended : undefined;
}
