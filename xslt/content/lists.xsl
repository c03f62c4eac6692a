<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Lists of items, and of labels with items. -->

  <xsl:template match="list" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <ul>
        <xsl:apply-templates select="* except head" mode="content"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="list[contains-token(@v:class, 'numbered') or @type = ('ordered', 'numbered')]" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <ol>
        <xsl:apply-templates select="* except head" mode="content"/>
      </ol>
    </div>
  </xsl:template>

  <!-- Labels make a list a list of descriptions. -->
  <xsl:template match="list[label]" mode="content" priority="2">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <dl>
        <xsl:apply-templates select="* except head" mode="content"/>
      </dl>
    </div>
  </xsl:template>

  <!-- What stands among the items of a list, such as a page break. -->
  <xsl:template match="list/*" mode="content" priority="1">
    <li class="among">
      <xsl:next-match/>
    </li>
  </xsl:template>

  <xsl:template match="list/head" mode="content" priority="2">
    <p>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </p>
  </xsl:template>

  <xsl:template match="list/item" mode="content" priority="2">
    <li>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </li>
  </xsl:template>

  <xsl:template match="list[label]/item" mode="content" priority="3">
    <dd>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </dd>
  </xsl:template>

  <xsl:template match="list/label | list/headLabel" mode="content" priority="3">
    <dt>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </dt>
  </xsl:template>

  <xsl:template match="list[label]/headItem | list[label]/*[not(self::label | self::item | self::headLabel | self::head)]" mode="content" priority="3">
    <dd class="among">
      <xsl:next-match/>
    </dd>
  </xsl:template>

  <xsl:template match="item | headItem" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
