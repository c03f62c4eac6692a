<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Drama: speeches, stage directions, casts. -->

  <xsl:template match="sp | spGrp | set | prologue | epilogue | performance" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </div>
  </xsl:template>

  <xsl:template match="speaker" mode="content">
    <p>
      <xsl:apply-templates select="." mode="inside"/>
    </p>
  </xsl:template>

  <!-- A stage direction within a line stays in it. -->
  <xsl:template match="stage | camera | caption | sound | tech | view | move" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
  <xsl:template match="castList | castGroup | castItem" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>
  <xsl:template match="actor" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
