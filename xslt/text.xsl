<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Plain text: title, reading text with one paragraph a line, numbered notes at the end. The program lays the lines out (docs/stylesheets.md). -->

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:param name="index" as="document-node()?" select="()"/>

  <xsl:include href="content/words.xsl"/>
  <xsl:include href="content/blocks.xsl"/>
  <xsl:include href="text/document.xsl"/>
  <xsl:include href="text/lines.xsl"/>
  <xsl:include href="text/notes.xsl"/>
  <xsl:include href="text/apparatus.xsl"/>
</xsl:stylesheet>
