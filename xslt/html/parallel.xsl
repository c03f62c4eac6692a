<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Two aligned texts side by side, a passage a row: cut from the pages of their documents, so that both read alike. -->

  <!-- An i:parallel element as XML, or ''. -->
  <xsl:param name="parallel" as="xs:string" select="''"/>
  <xsl:variable name="parallel-texts" as="element()?" select="if ($parallel = '') then () else parse-xml($parallel)/i:parallel"/>

  <!-- From a document to the pages where it stands beside another text. -->
  <xsl:mode name="beside" on-no-match="fail"/>
  <xsl:template match="i:parallel" mode="beside">
    <xsl:variable name="other" as="element()?" select="i:side[@document ne $index/i:index/@document]"/>
    <p class="beside">
      <a href="{f:up($record/@route)}{@route}">{f:word('read-beside', string-join(if ($other) then ($other/@name[. ne ''], $other/@title)[1] else i:side/@name[. ne ''], ' · '))}</a>
    </p>
  </xsl:template>

  <xsl:template match="i:parallel" mode="page-title" as="xs:string">
    <xsl:sequence select="string-join((i:side[1]/@title, if (i:side[1]/@document = i:side[2]/@document) then f:word('parallel') else i:side[2]/@title), ' · ')"/>
  </xsl:template>
  <xsl:template match="i:parallel" mode="page-kind" as="xs:string">
    <xsl:sequence select="'parallel'"/>
  </xsl:template>
  <xsl:template match="i:parallel" mode="route" as="xs:string">
    <xsl:sequence select="string(@route)"/>
  </xsl:template>
  <xsl:template match="i:parallel" mode="sources">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:for-each-group select="i:side" group-by="string(@document)">
      <a href="{$up}tei/{@document}.xml" type="application/tei+xml">{f:word('tei-source')}: {@short-title}</a>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="i:parallel" mode="main">
    <article>
      <header class="document-head">
        <h1 dir="auto">{i:side[1]/@title}</h1>
        <fieldset class="which-side">
          <legend>{f:word('show')}</legend>
          <label><input type="radio" name="which-side" value="both" checked="checked"/><xsl:text> {f:word('both-texts')}</xsl:text></label>
          <xsl:for-each select="i:side">
            <label><input type="radio" name="which-side" value="{@side}"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="side-name"/></label>
          </xsl:for-each>
        </fieldset>
      </header>
      <div class="rows" id="-text">
        <div class="row side-heads">
          <xsl:for-each select="i:side">
            <h2 class="side {$places(@side)}">
              <a href="{f:up(../@route)}{@route}">
                <xsl:apply-templates select="." mode="side-name"/>
              </a>
            </h2>
          </xsl:for-each>
        </div>
        <xsl:apply-templates select="i:row" mode="parallel"/>
      </div>
      <xsl:where-populated>
        <div class="row">
          <xsl:apply-templates select="i:below[*]" mode="parallel"/>
        </div>
      </xsl:where-populated>
    </article>
  </xsl:template>

  <!-- What a text is called beside the other: its language where that tells them apart, else its title. -->
  <xsl:mode name="side-name" on-no-match="fail"/>
  <xsl:template match="i:side" mode="side-name">
    <xsl:choose>
      <xsl:when test="count(distinct-values(../i:side/@name[. ne ''])) = 2">{@name}</xsl:when>
      <xsl:when test="../i:side[1]/@document ne ../i:side[2]/@document">
        <span dir="auto">{@short-title}</span>
      </xsl:when>
      <xsl:otherwise>{f:word('text')} {if (@side = 'left') then '1' else '2'}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Classes of their own: left and right are renditions of the source. -->
  <xsl:variable name="places" as="map(xs:string, xs:string)" select="map { 'left': 'first', 'right': 'second' }"/>

  <xsl:mode name="parallel" on-no-match="fail"/>
  <xsl:template match="i:row" mode="parallel">
    <div class="{string-join(('row', 'starts'[current()/@starts]), ' ')}">
      <xsl:apply-templates select="i:cell" mode="parallel"/>
    </div>
  </xsl:template>
  <xsl:template match="i:cell" mode="parallel">
    <xsl:variable name="side" as="element()" select="../../i:side[@side = current()/@side]"/>
    <div data-parallel="{@document}">
      <xsl:attribute name="class" select="'side', if (../@across) then 'both' else $places(@side)"/>
      <xsl:if test="$side/@language ne ''">
        <xsl:attribute name="lang" select="$side/@language"/>
        <xsl:attribute name="dir" select="$side/@dir"/>
      </xsl:if>
      <xsl:copy-of select="node() except i:see" copy-namespaces="no"/>
      <xsl:where-populated>
        <p class="counterparts" lang="{($edition/@interface[. ne ''], 'en')[1]}" dir="ltr">
          <xsl:for-each select="i:see">
            <a data-left="chrome" href="#{@anchor}">{f:word('corresponding-passage')}</a>
          </xsl:for-each>
        </p>
      </xsl:where-populated>
    </div>
  </xsl:template>
  <xsl:template match="i:below" mode="parallel">
    <xsl:variable name="side" as="element()" select="../i:side[@side = current()/@side]"/>
    <div class="below side {$places(@side)}" data-below="{$side/@document}">
      <xsl:if test="../i:below[*][2]">
        <p class="voice">
          <xsl:apply-templates select="$side" mode="side-name"/>
        </p>
      </xsl:if>
      <xsl:copy-of select="*" copy-namespaces="no"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
