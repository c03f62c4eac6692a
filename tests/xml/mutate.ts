/** A random sequence that is the same for the same seed (mulberry32): numbers from 0 to below `limit`. */
export function sequence(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 0x100000000) * limit);
  };
}

// biome-ignore format: one list
const pieces = [
  '<', '>', '&', '"', "'", '/', '=', ' ', '\r', '\n', '\t', '!', '?', '-', '--', ']', ']]>', '[', '%', ';', ':', '#',
  '</', '/>', '<!--', '-->', '<![CDATA[', '<?', '?>', '<?xml version="1.0"?>', '<!DOCTYPE a>', '<!DOCTYPE',
  '&amp;', '&lt;', '&#0;', '&#x41;', '&#xD800;', '&#x10FFFF;', '&#;', '&x;', '&amp', '\0', '\x01', '\x1f', '\x7f',
  '\x85', '\u2028', '\ufeff', '\ufffe', '\uffff', '😀', '\u{10ffff}', 'é', '\u0301', '·', '𐌰', 'xmlns="urn:a"', ' xmlns:a="urn:a"',
  ' xmlns:a=""', ' a:b="c"', ' a="1"', ' a="1" a="2"', ' xml:id="x"', ' xmlns:xml="urn:x"', 'a:', ':a', '<a/>',
  '<a>', '</a>', '<a:b/>', '<!ENTITY x "y">', '<!ENTITY x "<a>">', '<!ENTITY % p "">', '%p;', '<!ELEMENT a (b,c)>',
  '<!ATTLIST a b CDATA "c">', '<!NOTATION n SYSTEM "s">', 'standalone="yes"', 'encoding="UTF-8"', 'version="1.1"',
];

/** Changes a text in one to three random places. */
export function mutant(text: string, random: (limit: number) => number): string {
  let changed = text;
  for (let times = 1 + random(1 + random(3)); times > 0; times--) {
    // Half of the changes fall near markup, where most rules are.
    let at = random(changed.length + 1);
    if (random(2) === 0) {
      const markup = changed.slice(at).search(/[<>&"'=\]]/);
      if (markup >= 0) at += markup + random(2);
    }
    const length = 1 + random(random(4) === 0 ? 40 : 3);
    const piece = pieces[random(pieces.length)]!;
    const other = random(changed.length + 1);
    switch (random(6)) {
      case 0:
        changed = changed.slice(0, at) + changed.slice(at + length);
        break;
      case 1:
      case 2:
        changed = changed.slice(0, at) + piece + changed.slice(at);
        break;
      case 3:
        changed = changed.slice(0, at) + piece + changed.slice(at + length);
        break;
      case 4:
        changed = changed.slice(0, at) + changed.slice(other, other + length) + changed.slice(at);
        break;
      default:
        if (random(5) === 0) changed = changed.slice(0, at);
        else
          changed =
            changed.slice(0, at) + changed.slice(at, at + length).repeat(2) + changed.slice(at + length);
    }
  }
  return changed;
}
