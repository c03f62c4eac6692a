<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- TEI content as HTML flow content: what every output made of HTML shares (the site, EPUB). Prepared TEI goes in (docs/prepared-tei.md). -->

  <!-- The element as HTML. The catch-all in unsupported.xsl takes every element that no module knows. -->
  <xsl:mode name="content" on-no-match="text-only-copy"/>
  <!-- The attributes of the HTML element that stands for the element. -->
  <xsl:mode name="attributes" on-no-match="fail"/>
  <!-- One attribute; those that HTML has no use for are dropped. -->
  <xsl:mode name="attribute" on-no-match="deep-skip"/>

  <xsl:param name="index" as="document-node()?" select="()"/>

  <xsl:include href="words.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="attributes.xsl"/>
  <xsl:include href="structure.xsl"/>
  <xsl:include href="lists.xsl"/>
  <xsl:include href="tables.xsl"/>
  <xsl:include href="figures.xsl"/>
  <xsl:include href="phrases.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="transcription.xsl"/>
  <xsl:include href="milestones.xsl"/>
  <xsl:include href="verse.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="letters.xsl"/>
  <xsl:include href="minutes.xsl"/>
  <xsl:include href="speech.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="apparatus.xsl"/>
  <xsl:include href="bibliography.xsl"/>
  <xsl:include href="records.xsl"/>
  <xsl:include href="manuscript.xsl"/>
  <xsl:include href="dictionary.xsl"/>
  <xsl:include href="unsupported.xsl"/>
</xsl:stylesheet>
