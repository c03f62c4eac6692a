import type { Name } from './record.ts';

const particles =
  /^(?:von|van|de|der|den|del|della|di|da|du|des|la|le|ten|ter|zu|zum|zur|al|ibn|bin|af|av|dos|el)$/i;
const organisations =
  /\b(?:and|und|et|of|the|für|for|de la|partnership|project|projekt|university|universität|institute?|institut|centre|center|committee|office|society|gesellschaft|academy|akademie|foundation|stiftung|archive|library|press|verlag|bible|consortium|council|commission|department|ministry|edition)\b/i;

/** A person whose parts the header tags. */
export function person(family: string, given: string, particle = '', suffix = ''): Name {
  return { kind: 'person', family, given, particle, suffix };
}

/** Splits a name that the header writes as one string; what does not look like a person's name stays whole. */
export function readName(written: string, kind: 'person' | 'organisation' | 'unknown'): Name {
  const literal: Name = { kind: 'literal', literal: written };
  if (kind === 'organisation' || written === '') return literal;
  const bare = withoutLifeDates(written);
  if (bare.includes(',')) return inverted(bare, kind) ?? literal;
  return direct(bare, kind) ?? { kind: 'literal', literal: bare };
}

/** How far from its end a name may have its years. */
const longestYears = 60;

/** `Aylett, Robert, 1583-1655?` and `Benson, Stella (1892-1933)` name the same person without the years. */
function withoutLifeDates(written: string): string {
  // Few names have years, and the patterns look at every blank and comma.
  if (!/\d{3}/.test(written.slice(-longestYears))) return written.trim();
  return written
    .replace(/\s*\((?:[^()]*\d{3,4}[^()]*)\)\s*$/, '')
    .replace(
      /,\s*(?:b\.|d\.|ca?\.|fl\.|active)?\s*\d{3,4}\??(?:\s*[-–]\s*(?:ca?\.\s*)?(?:\d{3,4}\??)?)?\.?\s*$/i,
      '',
    )
    .trim();
}

function inverted(written: string, kind: 'person' | 'unknown'): Name | undefined {
  const [family, given, suffix, ...more] = written.split(',').map((part) => part.trim());
  if (family === undefined || given === undefined || family === '' || given === '' || more.length > 0)
    return undefined;
  if (kind === 'unknown' && (organisations.test(written) || family.split(/\s+/).length > 4)) return undefined;
  const words = given.split(/\s+/);
  let last = words.length;
  while (last > 1 && particles.test(words[last - 1]!) && /^\p{Ll}/u.test(words[last - 1]!)) last--;
  return person(family, words.slice(0, last).join(' '), words.slice(last).join(' '), suffix ?? '');
}

function direct(written: string, kind: 'person' | 'unknown'): Name | undefined {
  const words = written.split(/\s+/);
  if (words.length < 2 || words.length > 6) return undefined;
  if (kind === 'unknown' && (organisations.test(written) || /[:;()[\]“”"]/.test(written))) return undefined;
  // A ruler (`Leopold I.`), a byname (`Bernard of Clairvaux`) and a script without spaces are not split.
  if (/^[IVXLC]+\.?$/.test(words.at(-1)!) || /\s(?:of|the)\s/i.test(written)) return undefined;
  if (words.some((word) => /^\d/.test(word))) return undefined;
  let first = words.length - 1;
  const suffix = /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words[first]!) ? words[first--]! : '';
  if (first < 1) return undefined;
  const family = words[first]!;
  let start = first;
  while (start > 1 && particles.test(words[start - 1]!) && /^\p{Ll}/u.test(words[start - 1]!)) start--;
  return person(family, words.slice(0, start).join(' '), words.slice(start, first).join(' '), suffix);
}
