<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Figures and images. An image elsewhere on the web is linked, never loaded. -->

  <xsl:template match="figure" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
  <xsl:template match="figure[@v:block]" mode="content">
    <figure>
      <xsl:apply-templates select="." mode="inside"/>
    </figure>
  </xsl:template>

  <xsl:template match="graphic | media" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="binaryObject" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
    </span>
  </xsl:template>

  <xsl:template match="graphic[@v:href]" mode="content">
    <a href="{f:first-pointer(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <span data-left="chrome">{f:word('page-image')}</span>
    </a>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
  </xsl:template>

  <xsl:template match="graphic[@v:href][not(contains(f:first-pointer(.), ':'))]" mode="content">
    <img src="{f:first-pointer(.)}" alt="{../figDesc ! normalize-space(.)}" loading="lazy">
      <xsl:apply-templates select="." mode="attributes"/>
    </img>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
  </xsl:template>

  <!-- Said by the image's alternative text where there is an image. -->
  <xsl:template match="figDesc" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <xsl:template match="facsimile | sourceDoc | surfaceGrp | surface | zone | line" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <!-- A facsimile without a text to show is a list of images: data of the pages that name them. -->
  <xsl:template match="facsimile[not(.//line | .//p | .//ab)]" mode="content"/>

  <xsl:template match="svg:* | notatedMusic" mode="content" xmlns:svg="http://www.w3.org/2000/svg">
    <span class="drawing">
      <xsl:apply-templates select="@v:id" mode="attribute"/>
      <xsl:apply-templates mode="content"/>
    </span>
  </xsl:template>

  <xsl:function name="f:first-pointer" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="substring-before($element/@v:href || ' ', ' ')"/>
  </xsl:function>
</xsl:stylesheet>
