/** The TEI elements whose content model has no text: they hold only elements, or nothing (TEI P5 4.9.0; the test derives the list again from the ODD source). */
export const elementsWithoutText: ReadonlySet<string> = words(`
  TEI abstract addSpan additional address adminInfo alt altGrp altIdentifier alternate analytic anchor
  annotation annotationBlock anyElement app appInfo application arc argument attDef attList attRef
  availability back biblFull biblStruct bicond binary binding bindingDesc body broadcast cRefPattern caesura
  calendar calendarDesc castGroup castList catRef category cb certainty char charDecl choice cit citeData
  citeStructure classDecl classRef classSpec classes climate cond constraintSpec conversion correction
  correspAction correspContext correspDesc custodialHist damageSpan dataFacet dataRef dataSpec decoDesc
  default delSpan dimensions div div1 div2 div3 div4 div5 div6 div7 divGen docTitle eLeaf eTree editionStmt
  editorialDecl elementRef elementSpec ellipsis empty encodingDesc entry epigraph epilogue equipment equiv
  event exemplum fDecl fLib facsimile figure fileDesc floatingText forest front fs fsConstraints fsDecl
  fsdDecl fsdLink fvLib gap gb glyph graph graphic group handDesc handNotes handShift history hom
  hyphenation iNode if iff imprint incident index interpGrp interpretation join joinGrp keywords kinesic
  lacunaEnd lacunaStart langKnowledge langUsage layoutDesc lb leaf lg link linkGrp list listAnnotation
  listApp listBibl listChange listEvent listForest listNym listObject listOrg listPerson listPlace
  listPrefixDef listRef listRelation listTranspose listWit localProp location locusGrp macroRef macroSpec
  media metDecl milestone model modelGrp modelSequence moduleRef moduleSpec monogr move msContents msDesc
  msFrag msIdentifier msItem msItemStruct msPart namespace node normalization notatedMusic noteGrp notesStmt
  numeric nym object objectDesc objectIdentifier org param paramList paramSpec particDesc path pause pb
  performance person personGrp persona physDesc place population postscript precision prefixDef profileDesc
  projectDesc prologue ptr publicationStmt punctuation quotation rdgGrp recordHist recording recordingStmt
  redo refState refsDecl relatedItem relation remarks respStmt respons revisionDesc root row ruby
  samplingDecl schemaRef schemaSpec scriptDesc scriptStmt seal sealDesc segmentation sequence seriesStmt set
  setting settingDesc shift sourceDesc sourceDoc sp spGrp space spanGrp specDesc specGrp specGrpRef specList
  standOff state stdVals styleDefDecl subst substJoin superEntry supportDesc surface surfaceGrp symbol table
  tagsDecl taxonomy teiCorpus teiHeader terrain text textClass textDesc textNode then timeline titlePage
  titleStmt trait transcriptionDesc transpose tree triangle typeDesc undo unicodeProp unihanProp unitDecl
  unitDef vAlt vColl vDefault vLabel vMerge vNot vRange valItem valList variantEncoding vocal when witEnd
  witStart
`);

/** The names that older files still use for such elements (TEI P4). */
const formerly = words('TEI.2 div0 xptr xref');

/** Begins and ends a line of running text wherever it stands. */
export const alwaysBlocks: ReadonlySet<string> = words(`
  TEI TEI.2 teiCorpus teiHeader text front body back group floatingText standOff sourceDoc facsimile
  div div0 div1 div2 div3 div4 div5 div6 div7 p ab l lg head trailer opener closer salute signed dateline byline
  argument epigraph postscript meeting titlePage titlePart docImprint imprimatur sp speaker u annotationBlock
  list item headLabel headItem table row castList castGroup castItem set performance prologue epilogue
  listApp listAnnotation listBibl listChange listEvent listNym listObject listOrg listPerson listPlace
  listRelation listWit person personGrp persona place org event object nym witness
  entry entryFree superEntry addrLine surface surfaceGrp zone line egXML
`);

/** A block or a phrase, by where it stands and what it holds (TEI P5, model.inter and its like). */
export const sometimesBlocks: ReadonlySet<string> = words(`
  quote q said stage note noteGrp label cit figure figDesc bibl biblStruct biblFull msDesc docAuthor docDate
  docTitle docEdition address desc camera caption sound tech view move eg gloss listRef
`);

/** Holds alternatives or parts of one passage, so that nothing stands between its children. */
export const passageParts: ReadonlySet<string> = words(
  'choice app rdgGrp subst ruby gap ellipsis space media',
);

/** Whether white space alone, directly inside this TEI element, is only layout of the file. */
export function holdsOnlyElements(local: string): boolean {
  return elementsWithoutText.has(local) || formerly.has(local);
}

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
