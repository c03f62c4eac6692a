const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Elements that may stand in a line of text (HTML, phrasing content). Those that are transparent take the kind of what they hold. */
export const phrasing = words(
  'a abbr b bdi bdo br cite code data del dfn em i img ins kbd mark math q ruby s samp small span strong sub sup svg time u var wbr',
);
/** Elements whose content may only be phrasing. */
export const holdsPhrasing = words(
  'abbr b bdi bdo cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd mark p pre q rt rb s samp small span strong sub sup time u var summary',
);
/** All elements that a page of the book may have; another one becomes a phrase. */
export const known = new Set([
  ...phrasing,
  ...holdsPhrasing,
  ...words(
    `address article aside blockquote body caption col colgroup dd details div dl dt figcaption figure footer header hr li main
     nav ol rp rt section table tbody td tfoot th thead tr ul`,
  ),
]);

/** Attributes that a page of the book may have, beside `aria-*` and `data-*`. */
export const attributes = words(
  'id class lang xml:lang dir title style href src alt role hidden datetime colspan rowspan scope start value epub:type cite',
);
