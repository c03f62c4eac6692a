<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The pages of an e-book: those of the site without its frame, their notes as pop-ups. The program divides them, makes their links and writes them as XHTML (docs/epub.md). -->

  <xsl:import href="html.xsl"/>
  <xsl:output method="xml" omit-xml-declaration="yes" indent="no" encoding="UTF-8"/>

  <!-- The id of the one document that the book holds; '' where it holds them all. -->
  <xsl:param name="only" as="xs:string" select="''"/>

  <xsl:include href="epub/page.xsl"/>
  <xsl:include href="epub/notes.xsl"/>
  <xsl:include href="epub/registers.xsl"/>
  <xsl:include href="epub/about.xsl"/>
  <xsl:include href="epub/math.xsl"/>
</xsl:stylesheet>
