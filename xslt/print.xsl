<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The print document as XML (docs/print.md); the program makes the JSON of it. Blocks may nest in inlines and the other way round as in the source: the program sorts them. -->

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <xsl:param name="index" as="document-node()?" select="()"/>

  <xsl:include href="content/words.xsl"/>
  <xsl:include href="content/blocks.xsl"/>
  <xsl:include href="print/document.xsl"/>
  <xsl:include href="print/flow.xsl"/>
  <xsl:include href="print/phrases.xsl"/>
  <xsl:include href="print/apparatus.xsl"/>
</xsl:stylesheet>
