<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The order of the plain text: head, summary, rule, reading text, and what follows it after rules of another kind. -->

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="record" as="element()?" select="$index/i:index/i:documents/i:document[@id = $index/i:index/@document]"/>
  <xsl:variable name="head-rule" as="xs:string" select="'===================='"/>
  <xsl:variable name="foot-rule" as="xs:string" select="'--------------------'"/>

  <xsl:template match="/">
    <xsl:variable name="title" as="xs:string?"
      select="($record/@title[. ne ''], */teiHeader/fileDesc/titleStmt/title[1] ! normalize-space(.))[1]"/>
    <xsl:text>{$title}&#10;</xsl:text>
    <xsl:text>{string-join(($record/@date-text, $record/@place)[. ne ''], ', ')}&#10;</xsl:text>
    <xsl:apply-templates select="*/teiHeader" mode="summary"/>
    <xsl:text>{$head-rule}{$paragraph}</xsl:text>
    <xsl:apply-templates select="*" mode="lines"/>
    <xsl:apply-templates select="." mode="notes"/>
    <xsl:apply-templates select="$index/i:index/i:apparatus" mode="apparatus"/>
  </xsl:template>

  <!-- The summary of the header: notes may be called from it. -->
  <xsl:mode name="summary" on-no-match="fail"/>
  <xsl:template match="teiHeader" mode="summary">
    <xsl:if test="profileDesc/abstract[normalize-space()]">
      <xsl:text>{$paragraph}{f:word('summary')}{$paragraph}</xsl:text>
      <xsl:apply-templates select="profileDesc/abstract/node()" mode="lines"/>
      <xsl:text>{$paragraph}</xsl:text>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
