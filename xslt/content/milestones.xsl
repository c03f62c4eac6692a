<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Breaks of pages, columns and lines, and other points. -->

  <!-- A page: its number, which leads to its image where that is elsewhere, and its images where they are files of the edition. -->
  <xsl:template match="pb" mode="content">
    <span role="doc-pagebreak">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:if test="@n">
        <xsl:attribute name="aria-label" select="f:page-label(.)"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="page-number"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
    <xsl:apply-templates select="@v:image" mode="page-image"/>
  </xsl:template>

  <!-- An inferred number has brackets of its own, and the style sheet puts brackets around the mark. -->
  <xsl:function name="f:page-label" as="xs:string">
    <xsl:param name="page" as="element()"/>
    <xsl:sequence select="f:word('page-n', replace($page/@n, '^\[(.*)\]$', '$1'))"/>
  </xsl:function>

  <xsl:mode name="page-number" on-no-match="fail"/>
  <xsl:template match="pb" mode="page-number">
    <xsl:if test="@n">
      <span class="mark" data-left="chrome">{f:page-label(.)}</span>
    </xsl:if>
  </xsl:template>
  <xsl:template match="pb[@v:href][@n or not(@v:image)]" mode="page-number">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($linked) then 'span' else 'a'}">
      <xsl:attribute name="class" select="'mark'"/>
      <xsl:attribute name="data-left" select="'chrome'"/>
      <xsl:if test="not($linked)">
        <xsl:attribute name="href" select="f:first-pointer(.)"/>
        <xsl:attribute name="title" select="f:word('page-image')"/>
      </xsl:if>
      <xsl:text>{if (@n) then f:page-label(.) else f:word('page-image')}</xsl:text>
    </xsl:element>
  </xsl:template>

  <!-- The image leads to itself in full size. -->
  <xsl:mode name="page-image" on-no-match="fail"/>
  <xsl:template match="@v:image" mode="page-image">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="page" as="element()" select=".."/>
    <xsl:if test="not($secondary)">
      <xsl:for-each select="tokenize(.)">
        <xsl:element name="{if ($linked) then 'span' else 'a'}">
          <xsl:attribute name="class" select="'page-image'"/>
          <xsl:attribute name="data-left" select="'chrome'"/>
          <xsl:if test="not($linked)">
            <xsl:attribute name="href" select="."/>
          </xsl:if>
          <img src="{.}" alt="{string-join((f:word('page-image'), $page/@n ! f:page-label($page)), ', ')}" loading="lazy"/>
        </xsl:element>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- The style sheet of the page decides where lines break as in the source. -->
  <xsl:template match="lb" mode="content">
    <xsl:apply-templates select="@v:before" mode="content"/>
    <br>
      <xsl:apply-templates select="." mode="attributes"/>
    </br>
    <xsl:apply-templates select="node(), @v:after" mode="content"/>
  </xsl:template>

  <xsl:template match="cb | gb | milestone | anchor | witStart | witEnd | lacunaStart | lacunaEnd | shift" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="milestone/@unit" mode="attribute">
    <xsl:attribute name="data-unit" select="."/>
  </xsl:template>
  <xsl:template match="lb/@n | milestone/@n | cb/@n | gb/@n" mode="attribute">
    <xsl:attribute name="data-n" select="."/>
  </xsl:template>
</xsl:stylesheet>
