/* Words as the search compares them: used when the index is made and when it is asked. A classic script: it works from a folder. */
// biome-ignore lint/correctness/noUnusedVariables: read by search.js and by the program that makes the index
var variorumWords = (() => {
  const word = /[\p{L}\p{N}\p{M}]+/gu;
  /** Scripts that put no blanks between words: each character is a word, a run of them a phrase. */
  const unspaced =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
  const letters = {
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ſ: 's',
    ς: 'σ',
  };

  /** Without case, accents, ligatures. */
  function fold(text) {
    return text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[ßæœøłđðþıſς]/g, (letter) => letters[letter]);
  }

  /** Words that were folded before: most words of a text come again. */
  const folded = new Map();

  /** The words of a text, folded, with their places in it. */
  function words(text) {
    const found = [];
    for (const { 0: raw, index } of text.matchAll(word)) {
      let whole = folded.get(raw);
      if (whole === undefined && !unspaced.test(raw)) {
        whole = fold(raw);
        folded.set(raw, whole);
      }
      if (whole !== undefined) {
        if (whole !== '') found.push({ term: whole, start: index, end: index + raw.length });
        continue;
      }
      let at = index;
      for (const character of raw) {
        const term = fold(character);
        if (term !== '') found.push({ term, start: at, end: at + character.length });
        at += character.length;
      }
    }
    return found;
  }

  /** How the romanisations in use write each Cyrillic letter (ISO 9, scholarly, ALA-LC, BGN, German, French, Spanish), folded. */
  const romans = {
    а: 'a',
    б: 'b',
    в: 'v|w|ff?',
    г: 'gh?|gu|h',
    ґ: 'g',
    д: 'd',
    е: 'e|ye|je|ie|o|yo|jo',
    є: 'ye|je|ie|e',
    ж: 'zh|z|j|sch|sh',
    з: 'z|s',
    и: 'i|y|j|ï?',
    і: 'i|yi|ji',
    к: 'k|c|qu',
    л: 'll?',
    м: 'm',
    н: 'nn?',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 'ss?|c',
    т: 't',
    у: 'u|ou|w',
    ф: 'f|ph',
    х: 'kh|ch|h|x|j',
    ц: 'tz|ts|c|z',
    ч: 'tsch|tch|ch|c',
    ш: 'sch|sh|ch|s',
    щ: 'schtsch|shtsh|chtch|shch|sch|shh|sc|s',
    ъ: '',
    ы: 'y|i|ui',
    ь: '',
    э: 'e|eh',
    ю: 'yu|ju|iu|iou|you|u',
    я: 'ya|ja|ia|a',
  };

  /** A pattern for the Latin spellings of a folded Cyrillic word; undefined for a word in another script. */
  function romanPattern(term) {
    if (!/^[а-яґєі]+$/.test(term)) return undefined;
    const parts = [...term].map((letter) => {
      const spellings = romans[letter];
      return spellings === '' ? "['’]?" : `(?:${spellings})`;
    });
    // Endings: -ский is written -skij, -skiy, -skii, -sky, -ski.
    const joined = parts.join('').replace(/\(\?:i\|y\|j\|ï\?\)\(\?:i\|y\|j\|ï\?\)$/, '[iyj]{1,2}');
    return new RegExp(`^${joined}$`);
  }

  return { fold, words, romanPattern };
})();
