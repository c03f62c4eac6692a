<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Which elements are lines of the text. -->

  <!-- Elements that begin and end a line wherever they stand (docs/reading-text.md); others do where they carry v:block. -->
  <xsl:variable name="blocks" as="map(xs:string, xs:boolean)" select="map:merge(tokenize('
    TEI TEI.2 teiCorpus teiHeader text front body back group floatingText standOff sourceDoc facsimile
    div div0 div1 div2 div3 div4 div5 div6 div7 p ab l lg head trailer opener closer salute signed dateline byline
    argument epigraph postscript meeting titlePage titlePart docImprint imprimatur sp speaker u annotationBlock
    list item headLabel headItem table row castList castGroup castItem set performance prologue epilogue
    listApp listAnnotation listBibl listChange listEvent listNym listObject listOrg listPerson listPlace
    listRelation listWit person personGrp persona place org event object nym witness
    entry entryFree superEntry addrLine surface surfaceGrp zone line egXML')
    ! map:entry(., true()))"/>
</xsl:stylesheet>
