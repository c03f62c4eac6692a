/** The elements that docs/elements.md lists, by subject. */
export const sections: readonly {
  readonly title: string;
  readonly words: string;
  readonly elements: string;
}[] = [
  {
    title: 'Structure',
    words:
      'A division is a `section`; its heading is `h2` to `h6` by depth. A paragraph that holds a list, a table or another block is a `div`, since HTML allows none in a `p`.',
    elements:
      'text front body back group floatingText div div1 div2 div3 head p ab trailer argument epigraph byline titlePage docTitle titlePart docImprint docAuthor docDate docEdition imprimatur meeting',
  },
  {
    title: 'Lists and tables',
    words:
      'A list with labels is a list of descriptions. A wide table scrolls in its own frame. What stands among items or rows, such as a page break, keeps its place.',
    elements: 'list item label headLabel table row cell',
  },
  {
    title: 'Figures',
    words:
      'An image of the project is shown, an image elsewhere on the web is linked and never loaded. A description (`figDesc`) is the text alternative.',
    elements:
      'figure graphic figDesc media binaryObject formula notatedMusic facsimile sourceDoc surface surfaceGrp zone line',
  },
  {
    title: 'Phrases',
    words:
      '`@rend`, `@rendition`, `@style` and the defaults of `tagsDecl` become classes and safe styles; those that cannot be shown are reported.',
    elements:
      'hi emph foreign seg term gloss mentioned soCalled distinct q quote said cit ref ptr w pc s c m cl phr num measure unit code gi att val tag ident eg ruby rb rt email desc',
  },
  {
    title: 'Names and dates',
    words:
      'A name with an entry in a register links to it, and the entry lists the mention with a line of text around it.',
    elements:
      'persName forename surname addName roleName nameLink genName placeName settlement region country district bloc geogName geo orgName rs name objectName eventName title date time idno address addrLine street postCode author editor publisher pubPlace biblScope citedRange edition',
  },
  {
    title: 'Transcription and editing',
    words:
      'The reading text takes one half of a `choice` and leaves deletions out ([the reading text](reading-text.md)); the other half waits behind a dotted line, deletions are shown struck out.',
    elements:
      'choice sic corr orig reg abbr expan ex am add del subst supplied surplus secl unclear gap space damage restore retrace mod g fw handShift addSpan delSpan damageSpan metamark stamp',
  },
  {
    title: 'Breaks and points',
    words:
      'A page break shows its number, and leads to the page image where there is one. A line break of the source is kept, and shown where lines matter (inscriptions, title pages, addresses).',
    elements: 'pb cb gb lb milestone anchor',
  },
  { title: 'Verse', words: 'Every fifth numbered line shows its number.', elements: 'lg l caesura rhyme' },
  {
    title: 'Drama',
    words: 'A stage direction among speeches is a block, one within a line stays in it.',
    elements:
      'sp spGrp speaker stage castList castGroup castItem role roleDesc actor set prologue epilogue performance camera caption sound tech view move',
  },
  {
    title: 'Letters',
    words: '`correspDesc` gives the head of the letter: from, to, when, where.',
    elements: 'opener closer salute signed dateline postscript',
  },
  {
    title: 'Minutes',
    words:
      '`list[@type="attendance"]` runs on in one line; `list[@type="roster"]` is labelled as a listing and never as speakers; `ab[@type="decision"]` is set apart; `div[@type="item"]` is an item of the agenda.',
    elements: '',
  },
  {
    title: 'Speech',
    words: 'Events are in brackets.',
    elements: 'u annotationBlock pause incident kinesic vocal writing shift',
  },
  {
    title: 'Notes and apparatus',
    words:
      'A note is called by its number and stands at the end of the page, with links both ways and its voice in words. An entry of the apparatus is called from its lemma and stands in the apparatus, with all readings.',
    elements:
      'note noteGrp app lem rdg rdgGrp witDetail wit listApp listWit witness witStart witEnd lacunaStart lacunaEnd',
  },
  {
    title: 'Bibliography',
    words: 'The parts of a structured reference are parted by commas of ours.',
    elements: 'bibl biblStruct biblFull listBibl analytic monogr series imprint extent relatedItem',
  },
  {
    title: 'Registers and records',
    words:
      'In a register an entry lists its facts with labels, and every mention; in a text they stand where they are, as data beside the reading text.',
    elements:
      'listPerson person listPlace place listOrg org listEvent event listObject object location birth death sex occupation affiliation nationality residence education faith state trait floruit standOff',
  },
  {
    title: 'Manuscripts',
    words: 'The description of a manuscript stands in the record at the end of the page, part by part.',
    elements:
      'msDesc msIdentifier repository collection institution altIdentifier msName msContents msItem physDesc objectDesc supportDesc support layoutDesc layout handDesc handNote history origin origDate origPlace provenance acquisition additional locus material dimensions height width objectType incipit explicit rubric summary textLang',
  },
  {
    title: 'Dictionaries',
    words: 'An entry is one paragraph of text; the style sheet sets its senses apart.',
    elements:
      'entry entryFree superEntry hom sense form orth pron hyph syll gramGrp gram pos gen number case def usg lbl xr etym re colloc lang',
  },
  {
    title: 'Data for machines',
    words: 'These are not shown.',
    elements:
      'link linkGrp interp interpGrp span spanGrp timeline when certainty fs join alt listAnnotation annotation listRelation relation substJoin index xenoData',
  },
];
