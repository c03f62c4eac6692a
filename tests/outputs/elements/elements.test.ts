import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sections } from './sections.ts';
import { show } from './show.ts';

const guide = 'docs/elements.md';
const namesOf = (elements: string) => elements.split(' ').filter((name) => name !== '');
/** The 150 commonest elements in the texts of 67 files of 26 projects, by number of occurrences. */
const commonest =
  'lb hi note p l quote rdg idno app seg pb w placeName persName span link ref cell div sp speaker foreign title lem person location geo orgName ab head bibl date witStart witEnd stage desc item graphic label listBibl signed org dateline closer lg row num pc gloss ptr surface place witDetail supplied sic event listPlace eventName forename rs surname listPerson listOrg sex listApp rdgGrp add relation del milestone list occupation s form addName c linkGrp orth death state birth choice gap mod entry castItem gram sense zone certainty listRelation metamark expan abbr q ex text body gramGrp settlement def cit role anchor when postscript space said u unclear table author name facsimile citedRange lbl roleDesc annotationBlock media usg g delSpan xr front emph annotation corr titlePart fw pron interp trailer salute orig figure pubPlace surplus subst byline roleName opener docTitle back cb titlePage addrLine standOff listEvent castList publisher docImprint address docAuthor etym interpGrp castGroup set term'.split(
    ' ',
  );

describe('docs/elements.md', () => {
  const all = sections.flatMap(({ elements }) => namesOf(elements));

  it('lists the 150 commonest elements, each once', () => {
    expect(commonest.length).toBeGreaterThanOrEqual(150);
    expect(commonest.filter((name) => !all.includes(name) && name !== 'reg')).toEqual([]);
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([]);
  });

  it('says of each what our stylesheets do with it', { timeout: 120_000 }, async () => {
    const shown = await show(all);
    expect(all.filter((name) => !shown.get(name)!.isSupported)).toEqual([]);
    const rows = sections.map(({ title, words, elements }) =>
      [
        `## ${title}\n\n${words}\n`,
        ...(elements === '' ? [] : ['| element | HTML | plain text |\n|---|---|---|']),
        ...namesOf(elements).map((name) => {
          const { html, text } = shown.get(name)!;
          return `| \`${name}\` | ${html === '' ? '–' : html.startsWith('<') ? `\`${html}\`` : html} | ${text} |`;
        }),
      ].join('\n'),
    );
    const before = readFileSync(guide, 'utf8');
    const wanted = before.replace(
      /<!-- table -->[\s\S]*<!-- end of table -->/,
      () => `<!-- table -->\n${rows.join('\n\n')}\n<!-- end of table -->`,
    );
    if (process.env.UPDATE_DOCS !== undefined) writeFileSync(guide, wanted);
    else expect(before).toBe(wanted);
  });
});
