<?xml version="1.0" encoding="UTF-8"?>
<!-- bibl, biblStruct, biblFull → a record each, whether in a note, in a bibliography or in the source description. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:x-variorum:citation"
                xmlns="urn:x-variorum:citation" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all" expand-text="yes">

  <!-- reference → record -->
  <xsl:mode name="reference" on-no-match="fail"/>
  <!-- element of a reference → fields -->
  <xsl:mode name="reference-field" on-no-match="fail"/>

  <xsl:template match="*" mode="reference" as="element(c:record)">
    <record kind="{if (ancestor::teiHeader) then 'source' else 'reference'}" id="{@xml:id}" element="{local-name()}">
      <xsl:sequence select="c:position(.)"/>
      <xsl:if test="@type"><xsl:attribute name="type" select="@type"/></xsl:if>
      <xsl:variable name="level" select="c:level(.)"/>
      <xsl:if test="$level"><xsl:attribute name="level" select="$level"/></xsl:if>
      <xsl:for-each select="@target[matches(., '^https?://')]"><xsl:sequence select="c:field('url', .., 3, string(.))"/></xsl:for-each>
      <xsl:apply-templates select="*" mode="reference-field"/>
      <!-- A reference without words of its own between the fields has no form of its own. -->
      <xsl:sequence select="if (text()[normalize-space()]) then c:field('words', ., 1) else ()"/>
    </record>
  </xsl:template>

  <!-- The level of what contains it, which tells an article from a chapter: j, m, s, u or nothing. -->
  <xsl:function name="c:level" as="xs:string?">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="host" select="$reference/(monogr[../analytic]/title/@level, title[@level = ('j', 'm')][../title/@level = 'a']/@level, title/@level[. = 'j'], monogr[not(../analytic)]/title/@level, title/@level)[1]"/>
    <xsl:sequence select="if ($reference/analytic or $reference/title/@level = 'a') then 'a' || $host[. != 'a'] else string($host)[. != '']"/>
  </xsl:function>

  <!-- Containers are gone through; words nobody takes are left over. -->
  <xsl:template match="*" mode="reference-field" as="element()*">
    <xsl:choose>
      <xsl:when test="* and not(text()[normalize-space()])"><xsl:apply-templates select="*" mode="reference-field"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="c:field('left-over', ., 1)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="lb | pb | hi | q | quote | foreign | abbr | w | pc | num | lang" mode="reference-field" as="element()*"/>

  <xsl:template match="title" mode="reference-field" as="element()*">
    <xsl:sequence select="
      if (parent::series) then c:field('series', ., if (@type) then 2 else 1)
      else if (@type = 'short') then c:field('title-short', ., 1)
      else if (@type = ('sub', 'subordinate')) then c:field(if (c:is-host(.)) then 'container-subtitle' else 'subtitle', ., 1)
      else if (@level = 's') then c:field('series', ., 1)
      else if (c:is-host(.)) then c:field('container', ., 1)
      else if (@type = ('alt', 'alternative', 'parallel', 'translated', 'original')) then c:field('title-other', ., 1)
      else c:field('title', ., if (@type = 'main' or @level) then 1 else 2)"/>
  </xsl:template>
  <!-- Whether a title is that of the journal or book that holds the thing cited. -->
  <xsl:function name="c:is-host" as="xs:boolean">
    <xsl:param name="title" as="element()"/>
    <xsl:sequence select="
      exists($title/parent::monogr[../analytic]) or $title/@level = 'j'
      or exists($title[not(@level = 'a')][not(ancestor::monogr)]/../title[@level = 'a'])"/>
  </xsl:function>

  <xsl:template match="author" mode="reference-field" as="element()*">
    <xsl:sequence select="c:people(., if (parent::monogr/../analytic/author) then 'container-author' else 'author', (), if (parent::monogr) then 2 else 1)"/>
  </xsl:template>
  <xsl:template match="editor" mode="reference-field" as="element()*">
    <xsl:variable name="roles" select="if (parent::series) then 'series-editor' else if (@role) then c:roles(@role)[. != 'other'] else 'editor'"/>
    <xsl:sequence select="c:people(., if (exists($roles)) then $roles else 'editor', @role, 1)"/>
  </xsl:template>
  <xsl:template match="respStmt" mode="reference-field" as="element()*"><xsl:apply-templates select="." mode="header"/></xsl:template>
  <xsl:template match="meeting" mode="reference-field" as="element()*"><xsl:sequence select="c:field('event', ., 1)"/></xsl:template>

  <xsl:template match="publisher | distributor" mode="reference-field" as="element()*">
    <xsl:sequence select="c:field(if (self::distributor) then 'distributor' else 'publisher', ., 1, c:words(.) => replace('\s*,$', ''))"/>
  </xsl:template>
  <xsl:template match="bibl/name | bibl/orgName" mode="reference-field" as="element()*"><xsl:sequence select="c:field('publisher', ., 4)"/></xsl:template>
  <xsl:template match="authority | sponsor | funder" mode="reference-field" as="element()*"><xsl:sequence select="c:field('publisher', ., 3)"/></xsl:template>
  <xsl:template match="orgName[@role = 'archive'] | name[@type = ('archive', 'org', 'digitalArchive')]" mode="reference-field" as="element()*" priority="2"><xsl:sequence select="c:field('archive', ., 1)"/></xsl:template>
  <xsl:template match="pubPlace" mode="reference-field" as="element()*">
    <xsl:sequence select="c:field('publisher-place', ., 1, c:words(.) => replace('\s*[:,]$', ''))"/>
  </xsl:template>
  <xsl:template match="date" mode="reference-field" as="element()*">
    <xsl:sequence select="if (@type = ('accessed', 'access')) then c:date('accessed', ., 1) else if (@type = ('original', 'first', 'firstEdition')) then c:date('original-date', ., 1) else c:date('issued', ., if (ancestor::imprint) then 1 else 2)"/>
  </xsl:template>
  <xsl:template match="origDate" mode="reference-field" as="element()*"><xsl:sequence select="c:date('issued', ., 2)"/></xsl:template>
  <xsl:template match="edition" mode="reference-field" as="element()*"><xsl:sequence select="c:field('edition', ., 1, (c:words(.)[. != ''], @n)[1])"/></xsl:template>
  <xsl:template match="extent" mode="reference-field" as="element()*"><xsl:sequence select="c:field('extent', ., 1)"/></xsl:template>

  <xsl:template match="biblScope" mode="reference-field" as="element()*">
    <xsl:variable name="unit" select="lower-case((@unit, @type)[1])"/>
    <xsl:variable name="value" select="if (@from and @to[. != ../@from]) then @from || '–' || @to else (@from, @n, c:words(.)[. != ''])[1]"/>
    <xsl:sequence select="c:field(
      if (parent::series) then 'series-number'
      else if ($unit = ('volume', 'vol', 'vols', 'band', 'bd')) then 'volume'
      else if ($unit = ('issue', 'number', 'nr', 'no', 'heft', 'fasc')) then 'issue'
      else if ($unit = ('page', 'pages', 'pp', 'p', 's', 'seite')) then 'page'
      else if ($unit = ('chapter', 'chap')) then 'chapter'
      else if ($unit = ('volumes', 'number-of-volumes')) then 'number-of-volumes'
      else if ($unit = ('column', 'col', 'leaf', 'folio', 'fol', 'line', 'section', 'entry', 'part')) then 'part'
      else if (empty($unit) and matches($value, '^(pp?\.|S\.)?\s*\d+([-–]\d+)?$')) then 'page'
      else 'scope', ., 1, $value)"/>
  </xsl:template>
  <xsl:template match="citedRange" mode="reference-field" as="element()*">
    <xsl:sequence select="c:field('locator', ., 1, if (@from and @to) then @from || '–' || @to else (@from, c:words(.)[. != ''], @n)[1])"/>
  </xsl:template>

  <xsl:template match="idno" mode="reference-field" as="element()*"><xsl:sequence select="c:identifier(.)"/></xsl:template>
  <xsl:template match="ptr | ref" mode="reference-field" as="element()*">
    <xsl:sequence select="if (matches(@target, '^https?://')) then c:link(., 1) else ()"/>
  </xsl:template>
  <xsl:template match="msIdentifier" mode="reference-field" as="element()*">
    <xsl:apply-templates select="." mode="manuscript"><xsl:with-param name="rank" select="1" tunnel="yes"/></xsl:apply-templates>
  </xsl:template>
  <xsl:template match="repository" mode="reference-field" as="element()*"><xsl:sequence select="c:field('repository', ., 1)"/></xsl:template>
  <xsl:template match="textLang" mode="reference-field" as="element()*"><xsl:sequence select="c:field('language', ., 1, (@mainLang, c:words(.))[1])"/></xsl:template>
  <xsl:template match="availability" mode="reference-field" as="element()*"><xsl:apply-templates select="." mode="header"/></xsl:template>
  <xsl:template match="note" mode="reference-field" as="element()*">
    <xsl:sequence select="if (@type = ('thesisType', 'genre')) then c:field('genre', ., 1, string(.)) else c:field('note', ., 2, string(.))"/>
  </xsl:template>
  <xsl:template match="relatedItem | bibl | biblStruct | biblFull" mode="reference-field" as="element()*">
    <xsl:for-each select="if (self::relatedItem) then (bibl | biblStruct | biblFull) else ."><xsl:apply-templates select="." mode="reference"/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
