/** The names of U+00A0 to U+00FF in HTML, in their order. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const others: Readonly<Record<string, number>> = {
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  dagger: 0x2020,
  Dagger: 0x2021,
  bull: 0x2022,
  hellip: 0x2026,
  prime: 0x2032,
  OElig: 0x152,
  oelig: 0x153,
  emsp: 0x2003,
  ensp: 0x2002,
  thinsp: 0x2009,
  zwnj: 0x200c,
  zwj: 0x200d,
  euro: 0x20ac,
  trade: 0x2122,
  minus: 0x2212,
};

/** How to write what a name stands for in HTML and in the ISO sets of SGML, which XML does not know. */
export function foreignEntity(name: string): string {
  const index = latin1.indexOf(name);
  const code = index >= 0 ? 0xa0 + index : Object.hasOwn(others, name) ? others[name] : undefined;
  if (code === undefined) return 'Write the character itself';
  const reference = `&#x${code.toString(16).toUpperCase()};`;
  return index === 0 || index === 13 || (code >= 0x2000 && code < 0x2010)
    ? `Write ${reference}`
    : `Write ${String.fromCharCode(code)} (or ${reference})`;
}
