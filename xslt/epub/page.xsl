<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- A page of the book: no frame, no menus, no scripts. -->

  <xsl:template match="/ | i:page | i:texts" mode="page">
    <html lang="{($edition/@interface[. ne ''], 'en')[1]}">
      <head>
        <title>
          <xsl:apply-templates select="." mode="page-title"/>
        </title>
        <xsl:apply-templates select="." mode="page-date"/>
      </head>
      <body>
        <xsl:attribute name="class">
          <xsl:apply-templates select="." mode="page-kind"/>
        </xsl:attribute>
        <xsl:apply-templates select="." mode="main"/>
      </body>
    </html>
  </xsl:template>

  <!-- The last date that the header gives to the edition of the document. -->
  <xsl:mode name="page-date" on-no-match="deep-skip"/>
  <xsl:template match="/" mode="page-date">
    <xsl:variable name="header" as="element()?" select="*/teiHeader"/>
    <xsl:variable name="dates" as="attribute()*" select="$header/revisionDesc//change/@when, $header/fileDesc/publicationStmt//date/@when"/>
    <meta name="date" content="{$dates[matches(., '^[0-9]{4}')] => sort() => reverse() => head()}"/>
  </xsl:template>

  <!-- Contents and neighbours are the book's own. -->
  <xsl:template match="i:document" mode="neighbours"/>

  <!-- The side-by-side pages are the site's. -->
  <xsl:template match="i:parallel" mode="beside"/>

  <!-- Images of pages stand on pages of their own, which the number of the page leads to. -->
  <xsl:template match="@v:image" mode="page-image"/>
  <xsl:template match="pb[@v:image]" mode="page-number">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="label" as="xs:string" select="if (@n) then f:page-label(.) else f:word('page-image')"/>
    <xsl:for-each select="tokenize(@v:image)[not($secondary)]">
      <xsl:if test="position() gt 1">
        <span data-left="chrome">, </span>
      </xsl:if>
      <xsl:element name="{if ($linked) then 'span' else 'a'}">
        <xsl:attribute name="class" select="'mark'"/>
        <xsl:attribute name="data-left" select="'chrome'"/>
        <xsl:if test="not($linked)">
          <xsl:attribute name="href" select="."/>
        </xsl:if>
        <xsl:text>{$label}{if (position() gt 1) then ' (' || position() || ')' else ''}</xsl:text>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- How to cite: one wording. -->
  <xsl:template match="i:metadata" mode="cite">
    <xsl:if test="i:citation">
      <section class="cite">
        <h2>{f:word('how-to-cite')}</h2>
        <xsl:apply-templates select="i:citation[1]" mode="cite"/>
      </section>
    </xsl:if>
  </xsl:template>
  <!-- A reading system may leave out the style sheet: the kind of a wording is no word of it. -->
  <xsl:template match="i:citation" mode="cite">
    <div class="citation">
      <h3>{string-join(i:style/@title, ' · ')}</h3>
      <dl>
        <xsl:apply-templates select="i:wording" mode="cite"/>
      </dl>
    </div>
  </xsl:template>
  <xsl:template match="i:wording" mode="cite">
    <xsl:for-each select="$form-words(@form)">
      <dt>{f:word(.)}</dt>
    </xsl:for-each>
    <dd class="{@form}">
      <xsl:copy-of select="node()" copy-namespaces="no"/>
    </dd>
  </xsl:template>
</xsl:stylesheet>
