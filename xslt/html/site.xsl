<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The pages of the whole edition, made from the index alone. -->

  <xsl:template match="i:page" mode="page-title" as="xs:string">
    <xsl:sequence select="string(@title)"/>
  </xsl:template>
  <xsl:template match="i:page" mode="page-kind" as="xs:string">
    <xsl:sequence select="string(@kind)"/>
  </xsl:template>
  <xsl:template match="i:page" mode="route" as="xs:string">
    <xsl:sequence select="string(@route)"/>
  </xsl:template>

  <xsl:template match="i:page" mode="main">
    <article>
      <header class="document-head">
        <h1>{@title}</h1>
      </header>
      <xsl:apply-templates select="." mode="site-main"/>
    </article>
  </xsl:template>

  <!-- What the page is about, by its kind. -->
  <xsl:mode name="site-main" on-no-match="fail"/>

</xsl:stylesheet>
