<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Phrases: renditions, languages, names, calls, references, marks for the index, breaks of the source. -->

  <xsl:variable name="styles" as="xs:string*" select="'italic', 'bold', 'small-caps', 'superscript', 'subscript', 'underline', 'strike', 'spaced'"/>

  <xsl:template match="*" mode="flow" priority="-0.2">
    <xsl:apply-templates select="." mode="styled">
      <xsl:with-param name="styles" select="tokenize(@v:class)[. = $styles], if (@v:lang) then 'language' else ()"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- One wrapper after the other around the content. -->
  <xsl:mode name="styled" on-no-match="fail"/>
  <xsl:template match="*" mode="styled">
    <xsl:param name="styles" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="empty($styles)">
        <xsl:apply-templates select="." mode="named"/>
      </xsl:when>
      <xsl:when test="$styles[1] = 'language'">
        <language language="{@v:lang}" direction="{(@v:dir, 'ltr')[1]}">
          <xsl:apply-templates select="." mode="styled">
            <xsl:with-param name="styles" select="tail($styles)"/>
          </xsl:apply-templates>
        </language>
      </xsl:when>
      <xsl:otherwise>
        <style name="{$styles[1]}">
          <xsl:apply-templates select="." mode="styled">
            <xsl:with-param name="styles" select="tail($styles)"/>
          </xsl:apply-templates>
        </style>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="named" on-no-match="fail"/>
  <xsl:template match="*" mode="named">
    <xsl:apply-templates select="@v:id" mode="anchored"/>
    <xsl:apply-templates select="." mode="inside"/>
  </xsl:template>
  <xsl:template match="*[@v:entries]" mode="named">
    <name id="{(@v:id, concat('i', @v:i))[1]}" entries="{@v:entries}">
      <xsl:apply-templates select="." mode="inside"/>
    </name>
  </xsl:template>

  <xsl:mode name="anchored" on-no-match="fail"/>
  <xsl:template match="@v:id" mode="anchored">
    <anchor id="{.}"/>
  </xsl:template>

  <xsl:template match="emph | title[@level = ('m', 'j', 's')]" mode="flow">
    <xsl:apply-templates select="." mode="styled">
      <xsl:with-param name="styles" select="distinct-values((tokenize(@v:class)[. = $styles], 'italic')), if (@v:lang) then 'language' else ()"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Calls. -->
  <xsl:key name="note" match="note[@v:n]" use="@v:id"/>
  <xsl:template match="note[@v:left = 'note'][@v:n]" mode="flow" priority="10">
    <call note="{@v:id}"/>
  </xsl:template>
  <xsl:template match="note[@v:left = 'note'][@v:n][@v:calls]" mode="flow" priority="11"/>
  <xsl:template match="noteGrp[@v:left = 'note']" mode="flow" priority="10">
    <xsl:apply-templates select=".//note[@v:n]" mode="flow"/>
  </xsl:template>
  <xsl:template match="*[@v:note]" mode="flow" priority="12">
    <xsl:if test="not(@v:left)">
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="flow"/>
    </xsl:if>
    <xsl:for-each select="tokenize(@v:note) ! key('note', ., root(current()))">
      <call note="{@v:id}"/>
    </xsl:for-each>
  </xsl:template>
  <!-- A block that a note is on keeps being a block: the call stands at its end. -->
  <xsl:template match="*[@v:note][@v:block or map:contains($blocks, local-name())]" mode="flow" priority="13">
    <xsl:next-match/>
  </xsl:template>

  <!-- References: a pointer without words prints where its target stands. -->
  <xsl:template match="ptr[@v:href]" mode="flow" priority="1">
    <xsl:variable name="href" as="xs:string" select="tokenize(@v:href)[1]"/>
    <xsl:choose>
      <xsl:when test="matches($href, '^[a-z]+:')">
        <link url="{$href}">{$href}</link>
      </xsl:when>
      <xsl:otherwise>
        <reference target="{substring-after($href, '#')}" shows="{if (@type = ('page', 'line', 'number')) then @type else 'page'}">{if (@type = ('page', 'line', 'number')) then '' else 'p. '}</reference>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="ref[@v:href]" mode="flow" priority="1">
    <xsl:variable name="href" as="xs:string" select="tokenize(@v:href)[1]"/>
    <xsl:choose>
      <xsl:when test="matches($href, '^(https?|mailto):')">
        <link url="{$href}">
          <xsl:apply-templates select="." mode="inside"/>
        </link>
      </xsl:when>
      <xsl:otherwise>
        <reference target="{substring-after($href, '#')}" shows="{if (@type = ('page', 'line', 'number')) then @type else 'content'}">
          <xsl:apply-templates select="." mode="inside"/>
        </reference>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Marks for an index: terms may nest by index or by term. -->
  <xsl:template match="index" mode="flow" priority="10">
    <xsl:variable name="mark" as="element()" select="."/>
    <xsl:for-each select="descendant-or-self::index[not(index)]">
      <index-mark id="{concat('i', @v:i)}" index="{($mark/@indexName, 'index')[1]}" see="{term[@type = 'see'] ! normalize-space(.)}" see-also="{term[@type = 'seeAlso'] ! normalize-space(.)}">
        <xsl:for-each select="ancestor-or-self::index[. is $mark or ancestor::index[. is $mark]]/term[not(@type = ('see', 'seeAlso'))], term/term">
          <term sort="{@sortKey}">{normalize-space(string-join(text()))}</term>
        </xsl:for-each>
      </index-mark>
    </xsl:for-each>
  </xsl:template>

  <!-- Breaks of the source; white space is settled, so that a line's break prints nothing. -->
  <xsl:template match="pb | cb | lb" mode="flow" priority="1">
    <xsl:apply-templates select="@v:id" mode="anchored"/>
    <xsl:apply-templates select="." mode="starts"/>
    <xsl:apply-templates select="@v:before" mode="flow"/>
    <milestone unit="{map { 'pb': 'page', 'cb': 'column', 'lb': 'line' }(local-name())}" n="{@n}"/>
    <xsl:apply-templates select="@v:after" mode="flow"/>
    <xsl:apply-templates select="." mode="ends"/>
  </xsl:template>
  <xsl:template match="text()[contains(., '&#10;')]" mode="flow">
    <xsl:for-each select="tokenize(., '&#10;')">
      <xsl:if test="position() gt 1">
        <break/>
      </xsl:if>
      <xsl:text>{.}</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
