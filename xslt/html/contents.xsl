<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The documents of the edition: by date (as they stand), by title, by place. -->

  <xsl:variable name="texts" as="element()*" select="$index/i:index/i:documents/i:document[@kind = 'text']"/>
  <!-- So many documents and more are parted by year, initial or place. -->
  <xsl:variable name="parted-from" as="xs:integer" select="24"/>

  <xsl:template match="i:page[@kind = 'contents']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:apply-templates select="." mode="orders"/>
    <xsl:variable name="by-date" as="element()*">
      <xsl:perform-sort select="$texts">
        <xsl:sort select="string(@date)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:variable name="all" as="element()*" select="$by-date[@date ne ''], $by-date[@date = '']"/>
    <xsl:choose>
      <xsl:when test="count($texts) lt $parted-from">
        <xsl:sequence select="f:contents($all, $up)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each-group select="$all" group-adjacent="replace(@date, '^(-?[0-9]+).*$', '$1')">
          <xsl:sequence select="f:contents-part((current-grouping-key()[. ne ''], f:word('undated'))[1], current-group(), $up)"/>
        </xsl:for-each-group>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:where-populated>
      <ul class="page-list">
        <xsl:for-each select="../i:page[@kind = ('register', 'witnesses')]">
          <li>
            <a href="{$up}{@route}">{@title}</a>
            <xsl:text> </xsl:text>
            <span class="count">{@count}</span>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="i:page[@kind = 'contents-by-title']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:apply-templates select="." mode="orders"/>
    <xsl:variable name="by-title" as="element()*">
      <xsl:perform-sort select="$texts">
        <xsl:sort select="f:sort-key(@title)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:for-each-group select="$by-title" group-adjacent="substring(f:sort-key(@title), 1, 1)">
      <xsl:sequence select="f:contents-part(upper-case(current-grouping-key()), current-group(), $up)"/>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="i:page[@kind = 'contents-by-place']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:apply-templates select="." mode="orders"/>
    <xsl:variable name="by-place" as="element()*">
      <xsl:perform-sort select="$texts[@place ne '']">
        <xsl:sort select="f:sort-key(@place)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
        <xsl:sort select="string(@date)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:for-each-group select="$by-place" group-adjacent="string(@place)">
      <xsl:sequence select="f:contents-part(current-grouping-key(), current-group(), $up)"/>
    </xsl:for-each-group>
    <xsl:if test="$texts[@place = '']">
      <xsl:sequence select="f:contents-part(f:word('without-place'), $texts[@place = ''], $up)"/>
    </xsl:if>
  </xsl:template>

  <!-- The same documents in another order. -->
  <xsl:mode name="orders" on-no-match="fail"/>
  <xsl:template match="i:page" mode="orders">
    <xsl:variable name="here" as="element()" select="."/>
    <xsl:if test="../i:page[starts-with(@kind, 'contents-by')]">
      <nav class="orders" aria-label="{f:word('contents')}">
        <ul>
          <xsl:for-each select="../i:page[starts-with(@kind, 'contents')]">
            <li>
              <a href="{f:up($here/@route)}{@route}">
                <xsl:if test=". is $here">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:text>{if (@kind = 'contents') then f:word('by-date') else @title}</xsl:text>
              </a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:contents-part" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="documents" as="element()*"/>
    <xsl:param name="up" as="xs:string"/>
    <section class="contents-part">
      <h2>{$title}</h2>
      <xsl:sequence select="f:contents($documents, $up)"/>
    </section>
  </xsl:function>

  <xsl:function name="f:contents" as="element()">
    <xsl:param name="documents" as="element()*"/>
    <xsl:param name="up" as="xs:string"/>
    <ol class="contents">
      <xsl:for-each select="$documents">
        <li>
          <a href="{$up}{@route}">{@title}</a>
          <xsl:where-populated>
            <span class="when">{string-join((@date-text, @place)[. ne ''], ', ')}</span>
          </xsl:where-populated>
        </li>
      </xsl:for-each>
    </ol>
  </xsl:function>

  <!-- Letters without marks or case. -->
  <xsl:function name="f:sort-key" as="xs:string">
    <xsl:param name="text" as="xs:string?"/>
    <xsl:sequence select="replace(lower-case(replace(normalize-unicode($text, 'NFKD'), '\p{M}', '')), '^[^\p{L}\p{N}]+', '')"/>
  </xsl:function>
</xsl:stylesheet>
