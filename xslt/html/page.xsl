<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- What every page has: head, the edition and its pages, foot. A page is a document (its root) or an i:page. -->

  <!-- The whole page. Its templates declare no type: a typed one is built in memory before it is written. -->
  <xsl:mode name="page" on-no-match="fail"/>
  <!-- What it is called, what kind it is, where it stands. -->
  <xsl:mode name="page-title" on-no-match="fail"/>
  <xsl:mode name="page-kind" on-no-match="fail"/>
  <xsl:mode name="route" on-no-match="fail"/>
  <!-- What stands in its main part. -->
  <xsl:mode name="main" on-no-match="fail"/>

  <xsl:variable name="edition" as="element()?" select="$index/i:index/i:edition"/>

  <xsl:template match="/ | i:page | i:texts | i:parallel" mode="page">
    <xsl:variable name="title" as="xs:string">
      <xsl:apply-templates select="." mode="page-title"/>
    </xsl:variable>
    <xsl:variable name="kind" as="xs:string">
      <xsl:apply-templates select="." mode="page-kind"/>
    </xsl:variable>
    <xsl:variable name="route" as="xs:string">
      <xsl:apply-templates select="." mode="route"/>
    </xsl:variable>
    <xsl:variable name="up" as="xs:string" select="f:up($route)"/>
    <xsl:variable name="has-apparatus" as="xs:boolean" select="$kind = ('witnesses', 'witness-texts', 'parallel') or $kind = 'document' and exists($index/i:index/i:apparatus/i:entry)"/>
    <xsl:variable name="has-images" as="xs:boolean" select="$kind = 'parallel' or $kind = 'document' and exists(descendant::pb/@v:image)"/>
    <html lang="{($edition/@interface[. ne ''], 'en')[1]}">
      <head>
        <meta charset="utf-8"/>
        <title>{string-join(distinct-values(($title, $edition/@short-title[. ne ''])), ' · ')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <!-- None: or a browser asks the server for one. -->
        <link rel="icon" href="data:,"/>
        <!-- What only some pages need stands first: the style sheet for paper has the last word. -->
        <xsl:for-each select="('indexes'[not($kind = ('document', 'parallel', 'witness-texts'))], 'apparatus'[$has-apparatus], 'images'[$has-images], $kind[. = ('search', 'parallel')], 'site')">
          <link rel="stylesheet" href="{$up}assets/{.}.css"/>
        </xsl:for-each>
        <script src="{$up}assets/site.js"/>
        <xsl:if test="$has-apparatus">
          <script src="{$up}assets/entries.js"/>
        </xsl:if>
        <xsl:apply-templates select="self::document-node() ! $said/*" mode="machine"/>
      </head>
      <body class="{$kind}">
        <a class="skip" href="#-main">{f:word('skip-to-text')}</a>
        <header class="site-head">
          <p class="edition-title">
            <a href="{$up}index.html">{($edition/@title[. ne ''], $title)[1]}</a>
          </p>
          <xsl:apply-templates select="$index/i:index/i:pages" mode="menu">
            <xsl:with-param name="route" select="$route"/>
          </xsl:apply-templates>
          <button type="button" class="theme" hidden="" title="{f:word('theme-switch')}" aria-label="{f:word('theme-switch')}">◐</button>
        </header>
        <main id="-main">
          <xsl:apply-templates select="." mode="main"/>
        </main>
        <footer class="site-foot">
          <p>{$edition/@title}</p>
          <xsl:where-populated>
            <p class="sources">
              <xsl:apply-templates select="." mode="sources"/>
            </p>
          </xsl:where-populated>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- What machines read in the head of a page. -->
  <xsl:mode name="machine" on-no-match="deep-skip"/>
  <xsl:template match="i:meta" mode="machine">
    <meta name="{@name}" content="{@content}"/>
  </xsl:template>
  <xsl:template match="i:link" mode="machine">
    <link rel="{@rel}" href="{@href}">
      <xsl:copy-of select="@type[. ne ''], @title[. ne '']"/>
    </link>
  </xsl:template>
  <!-- What the script needs to cite a passage. -->
  <xsl:template match="i:passages" mode="machine">
    <script type="application/json" id="-cite-passages">
      <xsl:sequence select="string()"/>
    </script>
  </xsl:template>
  <xsl:template match="i:json-ld" mode="machine">
    <script type="application/ld+json">
      <xsl:value-of select="."/>
    </script>
  </xsl:template>

  <!-- The menu: the indexes and the orders of the contents are folded into one entry each. -->
  <xsl:mode name="menu" on-no-match="fail"/>
  <xsl:template match="i:pages" mode="menu">
    <xsl:param name="route" as="xs:string"/>
    <nav class="site-menu" aria-label="{f:word('site-menu')}">
      <ul>
        <xsl:for-each-group select="i:page[not(starts-with(@kind, 'contents-by'))]" group-by="if (@kind = 'register') then 'registers' else string(@id)">
          <xsl:choose>
            <xsl:when test="current-group()[2]">
              <li>
                <details class="fold">
                  <summary>{f:word('registers')}</summary>
                  <ul>
                    <xsl:apply-templates select="current-group()" mode="menu">
                      <xsl:with-param name="route" select="$route"/>
                    </xsl:apply-templates>
                  </ul>
                </details>
              </li>
            </xsl:when>
            <xsl:otherwise>
              <xsl:apply-templates select="current-group()" mode="menu">
                <xsl:with-param name="route" select="$route"/>
              </xsl:apply-templates>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
      </ul>
    </nav>
  </xsl:template>
  <!-- For those who edit, not for those who read: linked from the foot of the page. -->
  <xsl:template match="i:page[@kind = 'encoding']" mode="menu" priority="1"/>
  <xsl:template match="i:page" mode="menu">
    <xsl:param name="route" as="xs:string"/>
    <li>
      <a href="{f:up($route)}{@route}">
        <xsl:if test="@route = $route">
          <xsl:attribute name="aria-current" select="'page'"/>
        </xsl:if>
        <xsl:text>{@title}</xsl:text>
      </a>
    </li>
  </xsl:template>

  <!-- The sources that a page is made from, at its foot, and the state of the encoding. -->
  <xsl:mode name="sources" on-no-match="fail"/>
  <!-- Nothing for a document that the index does not list. -->
  <xsl:template match="/" mode="sources">
    <xsl:if test="$record">
      <a href="{f:up($record/@route)}tei/{$record/@id}.xml" type="application/tei+xml">{f:word('tei-source')}</a>
      <xsl:apply-templates select="$index/i:index/i:pages/i:page[@kind = 'encoding']" mode="source-link">
        <xsl:with-param name="up" select="f:up($record/@route)"/>
      </xsl:apply-templates>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:page | i:texts" mode="sources">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="listed" as="xs:string*" select="
      if (@kind = 'register') then distinct-values(../../i:register-entries/i:register-entry[@kind = current()/@lists]/@document)
      else if (count(../../i:documents/i:document) le 12) then ../../i:documents/i:document/@id ! string(.)
      else ()"/>
    <xsl:for-each select="../../i:documents/i:document[@id = $listed][position() le 12]">
      <a href="{$up}tei/{@id}.xml" type="application/tei+xml">{f:word('tei-source')}: {(@short-title[. ne ''], @id)[1]}</a>
    </xsl:for-each>
    <xsl:apply-templates select="../i:page[@kind = 'encoding']" mode="source-link">
      <xsl:with-param name="up" select="$up"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:mode name="source-link" on-no-match="fail"/>
  <xsl:template match="i:page" mode="source-link">
    <xsl:param name="up" as="xs:string"/>
    <a href="{$up}{@route}">{@title}</a>
  </xsl:template>

  <!-- From a page to the folder of all pages. -->
  <xsl:function name="f:up" as="xs:string">
    <xsl:param name="route" as="xs:string"/>
    <xsl:sequence select="string-join(tokenize($route, '/')[position() gt 1] ! '../')"/>
  </xsl:function>
</xsl:stylesheet>
