<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Verse: stanzas and lines, every fifth line with its number. -->

  <xsl:template match="lg | l" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <xsl:template match="l[@v:n castable as xs:integer][xs:integer(@v:n) mod 5 = 0]" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="line-number" data-left="chrome" aria-hidden="true">{@v:n}</span>
      <xsl:apply-templates select="." mode="inner"/>
    </div>
  </xsl:template>

  <xsl:template match="l/@part" mode="attribute">
    <xsl:attribute name="data-part" select="."/>
  </xsl:template>
  <xsl:template match="caesura" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, @v:after" mode="content"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
