<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The source as it was written, and what an editor did to it. -->

  <xsl:template match="choice | subst | sic | corr | orig | reg | expan | ex | am | supplied | surplus | secl | unclear | damage | restore | retrace
      | mod | redo | undo | hi[ancestor::sourceDoc] | gap | space | g | fw | handNote | stamp | seal | watermark | locus | material | dim
      | height | width | depth | orgName[ancestor::sourceDoc] | accMat | objectType | origPlace | heraldry" mode="content" priority="-0.1">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <xsl:template match="abbr[not(@v:holds = 'blocks')]" mode="content">
    <abbr>
      <xsl:apply-templates select="." mode="inside"/>
    </abbr>
  </xsl:template>
  <xsl:template match="add" mode="content">
    <ins>
      <xsl:apply-templates select="." mode="inside"/>
    </ins>
  </xsl:template>
  <xsl:template match="del" mode="content">
    <del>
      <xsl:apply-templates select="." mode="inside"/>
    </del>
  </xsl:template>

  <!-- The half of a choice that the reading text does not take waits for whoever asks for it. -->
  <xsl:mode name="alternative" on-no-match="fail"/>
  <xsl:template match="*" mode="alternative">
    <span hidden="">
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
  <xsl:template match="choice[*/@v:left = 'choice']" mode="attributes">
    <xsl:next-match/>
    <xsl:attribute name="title" select="f:word('alternative') || ': ' || string-join(*[@v:left] ! normalize-space(.), ' | ')"/>
  </xsl:template>

  <!-- Running heads, catchwords, signatures: of the page, not of the text. -->
  <xsl:template match="fw[@v:left]" mode="attributes">
    <xsl:next-match/>
    <xsl:attribute name="hidden"/>
  </xsl:template>

  <xsl:template match="add/@place | note/@place" mode="attribute">
    <xsl:attribute name="data-place" select="."/>
  </xsl:template>
  <xsl:template match="gap/@reason | unclear/@reason | supplied/@reason | damage/@agent" mode="attribute">
    <xsl:attribute name="data-reason" select="."/>
  </xsl:template>

  <xsl:template match="handShift" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="mark" data-left="chrome" title="{f:word('hand-change')}">‖</span>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="addSpan | delSpan | damageSpan" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
