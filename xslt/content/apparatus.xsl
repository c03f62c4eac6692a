<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The critical apparatus within the text: the reading that the text takes, and where its entry stands. -->

  <xsl:template match="app" mode="content">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="lem | rdg | rdgGrp" mode="content">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <!-- The other readings stand in the entry. -->
  <xsl:template match="rdg[@v:left] | lem[@v:left] | rdgGrp[not(.//*[@v:reading = 'taken'])] | app/note | app/wit | witDetail | wit" mode="content" priority="7"/>

  <xsl:template match="listApp | listWit" mode="content"/>
  <xsl:template match="witness" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
