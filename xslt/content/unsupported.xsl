<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The one catch-all: an element that no module knows is reported with its number, and its content goes on. -->

  <xsl:template match="*" mode="content">
    <xsl:message>
      <v:message code="unsupported-element" i="{@v:i}" name="{name()}"/>
    </xsl:message>
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:attribute name="class" select="'unsupported', local-name(), @v:class"/>
      <xsl:apply-templates select="." mode="inner"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
