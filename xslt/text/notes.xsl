<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Calls and notes. A word joiner before a call keeps it on the line of its word, and tells a call from a bracket of the text. -->

  <xsl:mode name="notes" on-no-match="fail"/>

  <xsl:key name="note" match="note[@v:n]" use="@v:id"/>

  <xsl:template match="note[@v:left = 'note'][@v:n]" mode="lines" priority="10">
    <xsl:text>&#x2060;[{@v:n}]</xsl:text>
  </xsl:template>
  <xsl:template match="note[@v:left = 'note'][@v:n][@v:calls]" mode="lines" priority="11"/>
  <xsl:template match="noteGrp[@v:left = 'note']" mode="lines" priority="10">
    <xsl:apply-templates select=".//note[@v:n]" mode="lines"/>
  </xsl:template>

  <xsl:template match="*[@v:note]" mode="lines" priority="12">
    <xsl:variable name="called" as="element()*" select="tokenize(@v:note) ! key('note', ., root(current()))"/>
    <xsl:if test="not(@v:left)">
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
    </xsl:if>
    <xsl:for-each select="$called">
      <xsl:text>&#x2060;[{@v:n}]</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A note that is first called from words left out is called where they would stand. -->
  <xsl:template match="*[@v:left = ('deleted', 'choice')]" mode="lines" priority="9">
    <xsl:apply-templates select="@v:before" mode="lines"/>
    <xsl:for-each select="descendant-or-self::*[@v:note]">
      <xsl:variable name="id" as="xs:string" select="string(@v:id)"/>
      <xsl:for-each select="tokenize(@v:note) ! key('note', ., root(current()))[tokenize(@v:calls)[1] = $id]">
        <xsl:text>&#x2060;[{@v:n}]</xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:apply-templates select="@v:after" mode="lines"/>
  </xsl:template>

  <xsl:template match="/" mode="notes">
    <xsl:variable name="notes" as="element()*" select="//note[@v:n][@v:left = 'note']"/>
    <xsl:if test="$notes">
      <xsl:text>{$paragraph}{$foot-rule}&#10;{f:word('notes')}{$paragraph}</xsl:text>
      <xsl:apply-templates select="$notes" mode="notes"/>
    </xsl:if>
  </xsl:template>

  <!-- A note says whose voice it is and, where that is known, whose name; one with a label of its own says it itself. -->
  <xsl:template match="note" mode="notes">
    <xsl:text>{$paragraph}[{@v:n}] </xsl:text>
    <xsl:apply-templates select="." mode="voice"/>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="note-lines"/>
    <xsl:text>{$paragraph}</xsl:text>
  </xsl:template>

  <xsl:mode name="voice" on-no-match="fail"/>
  <xsl:template match="note" mode="voice">
    <xsl:variable name="key" as="xs:string" select="'note-' || @v:series"/>
    <xsl:if test="map:contains($words, $key)">
      <xsl:text>{$words($key)}{if (@v:responsible != '') then ' (' || @v:responsible || ')' else ''}: </xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="note[label] | note[p[1]/label]" mode="voice"/>

  <!-- The first paragraph of a note stands on the line of its number. -->
  <xsl:mode name="note-lines" on-no-match="text-only-copy"/>
  <xsl:template match="@v:before | @v:after" mode="note-lines">{.}</xsl:template>
  <xsl:template match="*" mode="note-lines">
    <xsl:apply-templates select="." mode="lines"/>
  </xsl:template>
  <xsl:template match="note/*[1][self::p | self::ab][not(preceding-sibling::text()[normalize-space()])]" mode="note-lines">
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="lines"/>
    <xsl:text>{$paragraph}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
