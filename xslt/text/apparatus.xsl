<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The apparatus as numbered entries keyed to line, verse, paragraph or section. -->

  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:variable name="terms" as="map(xs:string, xs:string)"
    select="map:merge($index/i:index/i:terms/i:term ! map:entry(string(@key), string(.)))"/>

  <xsl:template match="i:apparatus" mode="apparatus">
    <xsl:if test="i:entry">
      <xsl:text>{$paragraph}{$foot-rule}&#10;{f:word('apparatus')}{$paragraph}</xsl:text>
      <xsl:apply-templates select="i:entry" mode="apparatus"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:entry" mode="apparatus">
    <xsl:variable name="key" as="xs:string" select="
      if (@key = '') then ''
      else if (@key-unit = 'paragraph') then '§ ' || @key || ' '
      else string-join(($terms(@key-unit), @key), ' ') || ' '"/>
    <xsl:text>{$paragraph}{@n}. {$key}</xsl:text>
    <xsl:apply-templates select="i:lemma" mode="apparatus"/>
    <xsl:for-each select="i:reading[@taken ne 'true']">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:apply-templates select="." mode="apparatus"/>
    </xsl:for-each>
    <xsl:text>{(i:detail[@reading = '']/@text, i:note/@text) ! concat(' ', .)}{$paragraph}</xsl:text>
  </xsl:template>

  <xsl:template match="i:lemma[@kind = 'none']" mode="apparatus" priority="1"/>
  <xsl:template match="i:lemma" mode="apparatus">
    <xsl:value-of select="(@text[. ne ''], $terms('omission')[current()/@omission = 'true'])[1], @sigla[. ne '']"/>
    <xsl:if test="../(i:reading[@taken ne 'true'] | i:note | i:detail)">] </xsl:if>
  </xsl:template>

  <!-- Text, term, sigla, what is known beside them. -->
  <xsl:template match="i:reading" mode="apparatus">
    <xsl:variable name="term" as="xs:string?" select="
      if (@kind = 'omission') then $terms('omission')[current()/@text = '']
      else ($terms(if (@added-before = 'true') then 'addition-before' else @kind), $terms('omission')[current()/@text = ''])[1]"/>
    <xsl:value-of select="
      @text[. ne ''], $term, @sigla[. ne ''],
      (@resp, @source)[. ne ''][../@sigla = ''] ! replace(., '#', ''),
      ../i:detail[@reading = current()/@id] ! (@text[. ne ''], @type)[1]"/>
  </xsl:template>
</xsl:stylesheet>
