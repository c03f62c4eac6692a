<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Transcribed speech. -->

  <xsl:template match="u | annotationBlock" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <!-- Who speaks, where the text does not say it itself. -->
  <xsl:template match="u[@who]" mode="content" priority="1">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="who" data-left="chrome">{replace(@who, '^#', '')}</span>
      <xsl:apply-templates select="." mode="inner"/>
    </div>
  </xsl:template>

  <xsl:template match="incident | kinesic | vocal | pause | writing" mode="content" priority="-0.1">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
</xsl:stylesheet>
