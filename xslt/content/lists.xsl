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
        <xsl:apply-templates select="*[not(self::head)] | text()[normalize-space()]" mode="in-list"/>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="list[contains-token(@v:class, 'numbered') or @type = ('ordered', 'numbered')]" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <ol>
        <xsl:apply-templates select="*[not(self::head)] | text()[normalize-space()]" mode="in-list"/>
      </ol>
    </div>
  </xsl:template>

  <!-- Labels make a list a list of descriptions. -->
  <xsl:template match="list[label]" mode="content" priority="2">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <dl>
        <xsl:apply-templates select="*[not(self::head)] | text()[normalize-space()]" mode="in-list"/>
      </dl>
    </div>
  </xsl:template>

  <!-- What stands in a list beside its heading; other things than items, such as a page break or words that no item holds, get an item around them. -->
  <xsl:mode name="in-list" on-no-match="fail"/>
  <xsl:template match="item" mode="in-list">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="*" mode="in-list">
    <li class="among">
      <xsl:apply-templates select="." mode="content"/>
    </li>
  </xsl:template>

  <xsl:template match="text()" mode="in-list">
    <li class="among">{.}</li>
  </xsl:template>
  <xsl:template match="list[label]/text()" mode="in-list" priority="1">
    <dd class="among">{.}</dd>
  </xsl:template>

  <xsl:template match="list/head" mode="content" priority="2">
    <p>
      <xsl:apply-templates select="." mode="inside"/>
    </p>
  </xsl:template>

  <xsl:template match="list/item" mode="content" priority="2">
    <li>
      <xsl:apply-templates select="." mode="inside"/>
    </li>
  </xsl:template>

  <xsl:template match="list[label]/item" mode="content" priority="3">
    <dd>
      <xsl:apply-templates select="." mode="inside"/>
    </dd>
  </xsl:template>

  <xsl:template match="list/label | list/headLabel" mode="content" priority="3">
    <dt>
      <xsl:apply-templates select="." mode="inside"/>
    </dt>
  </xsl:template>

  <xsl:template match="label | headLabel" mode="in-list">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="list[label]/*[not(self::label | self::item | self::headLabel)]" mode="in-list" priority="1">
    <dd class="among">
      <xsl:apply-templates select="." mode="content"/>
    </dd>
  </xsl:template>

  <xsl:template match="item | headItem" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
