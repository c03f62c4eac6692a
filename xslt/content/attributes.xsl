<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Attributes: anchor, classes, safe styles, language, direction. Nothing else of the source reaches an HTML attribute. -->

  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/@v:holds)"/>
  </xsl:function>

  <!-- The HTML element for what may be a phrase or a block. A phrase that holds blocks is an element of our own name: HTML allows both sides. -->
  <xsl:function name="f:phrase" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (empty($element/@*[self::attribute(v:block) or self::attribute(v:holds)])) then 'span' else if ($element/@v:block) then 'div' else 'tei-phrase'"/>
  </xsl:function>

  <xsl:template match="*" mode="attributes" as="attribute()+">
    <xsl:attribute name="class" select="local-name(), @v:class"/>
    <xsl:apply-templates select="@*" mode="attribute"/>
  </xsl:template>

  <!-- `secondary`: a second showing of content that has its anchors elsewhere on the page. -->
  <xsl:template match="@v:id" mode="attribute" as="attribute()?">
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="not($secondary)">
      <xsl:attribute name="id" select="."/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@v:style" mode="attribute" as="attribute()">
    <xsl:attribute name="style" select="."/>
  </xsl:template>
  <xsl:template match="@v:lang" mode="attribute" as="attribute()">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>
  <xsl:template match="@v:dir" mode="attribute" as="attribute()">
    <xsl:attribute name="dir" select="."/>
  </xsl:template>
  <!-- What stands on the page but not in the reading text says so: conservation reads it back. -->
  <xsl:template match="@v:left" mode="attribute" as="attribute()">
    <xsl:attribute name="data-left" select="."/>
  </xsl:template>
  <xsl:template match="@type" mode="attribute" as="attribute()">
    <xsl:attribute name="data-type" select="."/>
  </xsl:template>
  <xsl:template match="@cert" mode="attribute" as="attribute()">
    <xsl:attribute name="data-cert" select="."/>
  </xsl:template>

  <!-- Left out of the reading text, but for the characters that stand for it. -->
  <xsl:template match="*[@v:left][@v:before or @v:after]" mode="content" priority="8">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before" mode="content"/>
      <xsl:where-populated>
        <span data-left="{@v:left}" hidden="">
          <xsl:apply-templates mode="content"/>
        </span>
      </xsl:where-populated>
      <xsl:apply-templates select="@v:after" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="@v:left[../@v:before or ../@v:after]" mode="attribute" as="attribute()?"/>

  <!-- Characters that the reading text has and the source has not. -->
  <xsl:template match="@v:before | @v:after" mode="content" as="text()">
    <xsl:value-of select="."/>
  </xsl:template>
</xsl:stylesheet>
