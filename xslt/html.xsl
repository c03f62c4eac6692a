<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The pages of the site: with a source document its page; without one a page of the whole edition (parameter `page`). -->

  <xsl:output method="html" html-version="5" indent="no" encoding="UTF-8" include-content-type="no"/>
  <xsl:global-context-item use="optional"/>

  <!-- The id of the i:page to make, where there is no source document. -->
  <xsl:param name="page" as="xs:string" select="''"/>
  <!-- What the page says of its document to machines, and how it is cited: an i:metadata element as XML, or ''. -->
  <xsl:param name="metadata" as="xs:string" select="''"/>
  <xsl:variable name="said" as="element()?" select="if ($metadata = '') then () else parse-xml($metadata)/i:metadata"/>

  <!-- The page of the witnesses' texts beside a document; '' where there is none. -->
  <xsl:param name="witness-page" as="xs:string" select="''"/>

  <xsl:include href="content/content.xsl"/>
  <xsl:include href="html/page.xsl"/>
  <xsl:include href="html/document.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/witness-texts.xsl"/>
  <xsl:include href="html/parallel.xsl"/>
  <xsl:include href="html/site.xsl"/>
  <xsl:include href="html/contents.xsl"/>
  <xsl:include href="html/registers.xsl"/>
  <xsl:include href="html/timeline.xsl"/>
  <xsl:include href="html/about.xsl"/>
  <xsl:include href="html/encoding.xsl"/>
  <xsl:include href="html/search.xsl"/>

  <xsl:mode on-no-match="fail"/>
  <xsl:template match="/">
    <xsl:apply-templates select="." mode="page"/>
  </xsl:template>
  <xsl:template name="xsl:initial-template">
    <xsl:apply-templates select="($side-by-side, $parallel-texts, $index/i:index/i:pages/i:page[@id = $page])[1]" mode="page"/>
  </xsl:template>
</xsl:stylesheet>
