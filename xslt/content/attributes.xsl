<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Attributes: anchor, classes, safe styles, language, direction. Nothing else of the source reaches an HTML attribute. -->

  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@v:holds = 'blocks'"/>
  </xsl:function>

  <!-- The HTML element for what may be a phrase or a block. A phrase that holds blocks is an element of our own name: HTML allows both sides. -->
  <xsl:function name="f:phrase" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@v:block = 'yes') then 'div' else if ($element/@v:holds = 'blocks') then 'tei-phrase' else 'span'"/>
  </xsl:function>

  <!-- What every element of a text runs through stands here once and is cheap: no type to check, no attribute looked for by a path, no element named by an expression. -->
  <xsl:mode name="phrase" on-no-match="fail"/>
  <xsl:template match="*" mode="phrase">
    <xsl:choose>
      <xsl:when test="@v:block = 'yes'">
        <div>
          <xsl:apply-templates select="." mode="inside"/>
        </div>
      </xsl:when>
      <xsl:when test="@v:holds = 'blocks'">
        <tei-phrase>
          <xsl:apply-templates select="." mode="inside"/>
        </tei-phrase>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:apply-templates select="." mode="inside"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The attributes and the content of the HTML element that stands for the element. (Rules and not named templates, in which the compiler does not know that there is a node, so that each path is sorted.) -->
  <xsl:mode name="inside" on-no-match="fail"/>
  <xsl:template match="*" mode="inside">
    <xsl:apply-templates select="." mode="attributes"/>
    <xsl:choose>
      <xsl:when test="@v:before != '' or @v:after != ''">
        <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Its content, with the characters that the reading text has and the source has not. -->
  <xsl:mode name="inner" on-no-match="fail"/>
  <xsl:template match="*" mode="inner">
    <xsl:choose>
      <xsl:when test="@v:before != '' or @v:after != ''">
        <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What most elements have stands here, in its order in prepared TEI; the rest, of which some elements have one, goes through rules. -->
  <xsl:template match="*" mode="attributes">
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:attribute name="class" select="if (@v:class != '') then local-name() || ' ' || @v:class else local-name()"/>
    <xsl:choose>
      <xsl:when test="not(@v:more)">
        <xsl:if test="@v:id != '' and not($secondary)">
          <xsl:attribute name="id" select="@v:id"/>
        </xsl:if>
      </xsl:when>
      <xsl:when test="@type or @cert or map:contains($with-own-attributes, local-name())">
        <xsl:apply-templates select="@*" mode="attribute"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="@v:id != '' and not($secondary)">
          <xsl:attribute name="id" select="@v:id"/>
        </xsl:if>
        <xsl:if test="@v:left != '' and not(@v:before or @v:after)">
          <xsl:attribute name="data-left" select="@v:left"/>
        </xsl:if>
        <xsl:if test="@v:entries != ''">
          <xsl:attribute name="data-entries" select="@v:entries"/>
        </xsl:if>
        <xsl:if test="@v:lang">
          <xsl:attribute name="lang" select="@v:lang"/>
          <xsl:if test="@v:dir">
            <xsl:attribute name="dir" select="@v:dir"/>
          </xsl:if>
        </xsl:if>
        <xsl:if test="@v:date != ''">
          <xsl:attribute name="data-date" select="@v:date"/>
        </xsl:if>
        <xsl:if test="@v:style != ''">
          <xsl:attribute name="style" select="@v:style"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:variable name="with-own-attributes" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
    'add cb cell damage gap gb l lb milestone note supplied unclear') ! map:entry(., true()))"/>

  <!-- `secondary`: a second showing of content that has its anchors elsewhere on the page. -->
  <xsl:template match="@v:id" mode="attribute">
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="not($secondary)">
      <xsl:attribute name="id" select="."/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="@v:style" mode="attribute">
    <xsl:attribute name="style" select="."/>
  </xsl:template>
  <xsl:template match="@v:lang" mode="attribute">
    <xsl:attribute name="lang" select="."/>
  </xsl:template>
  <xsl:template match="@v:dir" mode="attribute">
    <xsl:attribute name="dir" select="."/>
  </xsl:template>
  <!-- What stands on the page but not in the reading text says so: conservation reads it back. -->
  <xsl:template match="@v:left" mode="attribute">
    <xsl:attribute name="data-left" select="."/>
  </xsl:template>
  <xsl:template match="@type" mode="attribute">
    <xsl:attribute name="data-type" select="."/>
  </xsl:template>
  <xsl:template match="@cert" mode="attribute">
    <xsl:attribute name="data-cert" select="."/>
  </xsl:template>

  <!-- What the attributes of prepared TEI make of an element, whatever its name. One rule, and one test that is cheap: it is tried on every element. -->
  <xsl:template mode="content" priority="8" match="*[@v:note != ''
      or @v:href != '' and map:contains($linking, local-name())
      or @v:left != '' and (@v:left = 'choice' or @v:before != '' or @v:after != '')]">
    <xsl:choose>
      <xsl:when test="@v:left != '' and (@v:before != '' or @v:after != '')">
        <xsl:apply-templates select="." mode="left-out"/>
      </xsl:when>
      <xsl:when test="@v:note != ''">
        <xsl:apply-templates select="." mode="calls"/>
      </xsl:when>
      <xsl:when test="@v:left = 'choice'">
        <xsl:apply-templates select="." mode="alternative"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="link"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Left out of the reading text, but for the characters that stand for it. -->
  <xsl:mode name="left-out" on-no-match="fail"/>
  <xsl:template match="*" mode="left-out">
    <xsl:variable name="element" as="xs:string" select="if (f:holds-blocks(.)) then 'tei-phrase' else 'span'"/>
    <xsl:element name="{$element}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before" mode="content"/>
      <xsl:where-populated>
        <xsl:element name="{$element}">
          <xsl:attribute name="data-left" select="@v:left"/>
          <xsl:attribute name="hidden"/>
          <xsl:apply-templates mode="content"/>
        </xsl:element>
      </xsl:where-populated>
      <xsl:apply-templates select="@v:after" mode="content"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="@v:left[../@v:before or ../@v:after]" mode="attribute"/>

  <!-- Characters that the reading text has and the source has not. -->
  <xsl:template match="@v:before | @v:after" mode="content">
    <xsl:value-of select="."/>
  </xsl:template>
</xsl:stylesheet>
