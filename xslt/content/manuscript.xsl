<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Descriptions of manuscripts: each part with its heading. -->

  <xsl:template match="msDesc | msPart | msFrag | msContents | physDesc | history | additional | msItem | msItemStruct | objectDesc | supportDesc
      | layoutDesc | handDesc | scriptDesc | decoDesc | bindingDesc | additions | adminInfo | surrogates | recordHist | custodialHist
      | sealDesc | typeDesc | musicNotation | provenance | acquisition | origin | summary | binding | decoNote | layout | support | foliation
      | condition | collation | custEvent | scriptNote | typeNote | availability[ancestor::msDesc] | handNote[ancestor::msDesc]
      | source[ancestor::msDesc]" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <!-- Parts without a word are forms that were not filled in. -->
  <xsl:template match="msIdentifier | altIdentifier" mode="content">
    <xsl:element name="{if (parent::msIdentifier) then 'span' else 'div'}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:for-each select="*[normalize-space()] | text()[normalize-space()]">
        <xsl:if test="position() gt 1">
          <span data-left="chrome">, </span>
        </xsl:if>
        <xsl:apply-templates select="." mode="content"/>
      </xsl:for-each>
    </xsl:element>
  </xsl:template>
  <xsl:template match="incipit | explicit | rubric | finalRubric | colophon | locusGrp | signatures | secFol | dimensions | msItem/title" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
