<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Breaks of pages, columns and lines, and other points. -->

  <xsl:template match="pb" mode="content">
    <span role="doc-pagebreak">
      <xsl:apply-templates select="." mode="attributes"/>
    </span>
  </xsl:template>
  <xsl:template match="pb[@n]" mode="content">
    <span role="doc-pagebreak" aria-label="{f:word('page-n', @n)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="mark" data-left="chrome">{f:word('page-n', @n)}</span>
    </span>
  </xsl:template>
  <xsl:template match="pb[@n][@v:href]" mode="content">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <span role="doc-pagebreak" aria-label="{f:word('page-n', @n)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:element name="{if ($linked) then 'span' else 'a'}">
        <xsl:attribute name="class" select="'mark'"/>
        <xsl:attribute name="data-left" select="'chrome'"/>
        <xsl:if test="not($linked)">
          <xsl:attribute name="href" select="f:first-pointer(.)"/>
          <xsl:attribute name="title" select="f:word('page-image')"/>
        </xsl:if>
        <xsl:text>{f:word('page-n', @n)}</xsl:text>
      </xsl:element>
    </span>
  </xsl:template>

  <!-- The style sheet of the page decides where lines break as in the source. -->
  <xsl:template match="lb" mode="content">
    <xsl:apply-templates select="@v:before" mode="content"/>
    <br>
      <xsl:apply-templates select="." mode="attributes"/>
    </br>
    <xsl:apply-templates select="@v:after" mode="content"/>
  </xsl:template>

  <xsl:template match="cb | gb | milestone | anchor | witStart | witEnd | lacunaStart | lacunaEnd | shift" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, @v:after" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="milestone/@unit" mode="attribute" as="attribute()">
    <xsl:attribute name="data-unit" select="."/>
  </xsl:template>
  <xsl:template match="lb/@n | milestone/@n | cb/@n | gb/@n" mode="attribute" as="attribute()">
    <xsl:attribute name="data-n" select="."/>
  </xsl:template>
</xsl:stylesheet>
