<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The apparatus as numbered entries keyed to line, verse, paragraph or section. -->

  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="i:apparatus" mode="apparatus">
    <xsl:if test="i:entry">
      <xsl:text>{$paragraph}{$foot-rule}&#10;{f:word('apparatus')}{$paragraph}</xsl:text>
      <xsl:apply-templates select="i:entry" mode="apparatus"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="i:entry" mode="apparatus">
    <xsl:text>{$paragraph}{string-join((@n || '.', (@key-text, @said)[. ne '']), ' ')}{$paragraph}</xsl:text>
  </xsl:template>
</xsl:stylesheet>
