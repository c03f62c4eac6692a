<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The reading text: a paragraph stands between paragraph separators (U+2029), a line of a group between line separators (U+2028). -->
  <xsl:variable name="paragraph" as="xs:string" select="'&#x2029;'"/>
  <xsl:variable name="line" as="xs:string" select="'&#x2028;'"/>

  <!-- The element as running text. Text and the characters of v:before and v:after are all there is. -->
  <xsl:mode name="lines" on-no-match="text-only-copy"/>
  <xsl:template match="*" mode="lines">
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
  </xsl:template>
  <xsl:template match="@v:before | @v:after" mode="lines">{.}</xsl:template>

  <!-- A paragraph, and a line of a group. -->
  <xsl:template match="*[@v:block or map:contains($blocks, local-name())]" mode="lines" priority="1">
    <xsl:text>{$paragraph}</xsl:text>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
    <xsl:text>{$paragraph}</xsl:text>
  </xsl:template>
  <xsl:template match="l | item | row | castItem | addrLine | line" mode="lines" priority="2">
    <xsl:text>{$line}</xsl:text>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
    <xsl:text>{$line}</xsl:text>
  </xsl:template>
  <!-- Where white space is kept, a line feed is a line. -->
  <xsl:template match="text()[contains(., '&#10;')]" mode="lines">{translate(., '&#10;', $line)}</xsl:template>

  <!-- Cells are parted by a tab. -->
  <xsl:template match="cell" mode="lines" priority="2">
    <xsl:if test="preceding-sibling::*[1]">
      <xsl:text>&#9;</xsl:text>
    </xsl:if>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
  </xsl:template>

  <!-- What is not of the reading text. -->
  <xsl:template match="teiHeader | TEI[text]/standOff | TEI[text]/sourceDoc | TEI[text]/facsimile | TEI[sourceDoc]/standOff
      | TEI[sourceDoc]/facsimile" mode="lines" priority="9"/>
  <xsl:template match="*[@v:left]" mode="lines" priority="8">
    <xsl:apply-templates select="@v:before, @v:after" mode="lines"/>
  </xsl:template>
</xsl:stylesheet>
