<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Minutes of meetings: who was present, the items, the names listed beside them, the decisions. -->

  <!-- A roster shows who was listed and not who spoke, and says so. -->
  <xsl:template match="list[@type = 'roster']" mode="content" priority="3">
    <div role="note" aria-label="{f:word('roster-listed')}">
      <xsl:apply-templates select="." mode="attributes"/>
      <p class="what" data-left="chrome" title="{f:word('roster-explained')}">{f:word('roster-listed')}</p>
      <xsl:apply-templates select="head" mode="content"/>
      <ul>
        <xsl:apply-templates select="*[not(self::head)]" mode="in-list"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="ab[@type = 'decision']" mode="content" priority="1">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="what" data-left="chrome">{f:word('decision')}</span>
      <xsl:apply-templates select="." mode="inner"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
