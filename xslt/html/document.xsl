<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The page of a document: its head, the text, the notes, the apparatus, what is known about it. -->

  <xsl:variable name="record" as="element()?" select="$index/i:index/i:documents/i:document[@id = $index/i:index/@document]"/>

  <xsl:template match="/" mode="page-title" as="xs:string">
    <xsl:sequence select="($record/@title[. ne ''], */teiHeader/fileDesc/titleStmt/title[1] ! normalize-space(.), $index/i:index/@document, '')[1] ! string(.)"/>
  </xsl:template>
  <xsl:template match="/" mode="page-kind" as="xs:string">
    <xsl:sequence select="'document'"/>
  </xsl:template>
  <xsl:template match="/" mode="route" as="xs:string">
    <xsl:sequence select="string($record/@route)"/>
  </xsl:template>

  <xsl:template match="/" mode="main">
    <article>
      <header class="document-head">
        <h1 dir="auto">
          <xsl:apply-templates select="." mode="page-title"/>
        </h1>
        <xsl:where-populated>
          <p class="document-date{if ((*/@v:dir, */text/@v:dir)[1] = 'rtl') then ' from-right' else ''}">{string-join(($record/@date-text, $record/@place)[. ne ''], ', ')}</p>
        </xsl:where-populated>
        <xsl:apply-templates select="$index/i:index/i:parallels/i:parallel" mode="beside"/>
        <xsl:apply-templates select="*/teiHeader" mode="letter-head"/>
        <xsl:apply-templates select="*/teiHeader" mode="summary"/>
      </header>
      <div class="text" id="-text" data-document="{$index/i:index/@document}">
        <xsl:attribute name="lang" select="($record/@language[. ne ''], */@v:lang, */text/@v:lang, 'und')[1]"/>
        <xsl:apply-templates select="(*/@v:dir, */text/@v:dir)[1]" mode="attribute"/>
        <xsl:apply-templates select="*" mode="content"/>
      </div>
      <xsl:apply-templates select="." mode="apparatus"/>
      <xsl:apply-templates select="." mode="notes"/>
      <xsl:apply-templates select="*/teiHeader" mode="metadata"/>
      <xsl:apply-templates select="$said" mode="cite"/>
    </article>
    <xsl:apply-templates select="$record" mode="neighbours"/>
  </xsl:template>

  <!-- All notes of the document, in text order; several voices each under its own heading. -->
  <xsl:mode name="notes" on-no-match="fail"/>
  <xsl:template match="/" mode="notes">
    <xsl:variable name="notes" as="element()*" select="descendant::note[@v:left = 'note' and @v:n != '']"/>
    <xsl:if test="$notes">
      <section class="notes" role="doc-endnotes" aria-labelledby="-notes">
        <h2 id="-notes">{f:word('notes')}</h2>
        <xsl:for-each-group select="$notes" group-by="string(@v:series)">
          <xsl:if test="last() gt 1">
            <h3>{f:voices(current-grouping-key())}</h3>
          </xsl:if>
          <ol class="note-list">
            <xsl:apply-templates select="current-group()" mode="note"/>
          </ol>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:voices" as="xs:string">
    <xsl:param name="series" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="'notes-' || $series"/>
    <xsl:sequence select="if (map:contains($words, $key)) then $words($key) else ($series[. ne ''], f:word('notes'))[1]"/>
  </xsl:function>

  <!-- How to cite: the first style in the open, the others folded behind it; a script makes a chooser of them. Then the files for programs. -->
  <xsl:mode name="cite" on-no-match="fail"/>
  <xsl:template match="i:metadata" mode="cite">
    <xsl:if test="i:citation">
      <section class="cite" aria-labelledby="-how-to-cite">
        <h2 id="-how-to-cite">{f:word('how-to-cite')}</h2>
        <xsl:apply-templates select="i:citation[1]" mode="cite"/>
        <xsl:if test="i:citation[2]">
          <details class="styles">
            <summary>{string-join(i:citation[position() gt 1]/i:style/@title, ' · ')}</summary>
            <xsl:apply-templates select="i:citation[position() gt 1]" mode="cite"/>
          </details>
        </xsl:if>
        <xsl:where-populated>
          <ul class="formats">
            <xsl:apply-templates select="i:link[@rel = 'alternate']" mode="cite"/>
          </ul>
        </xsl:where-populated>
      </section>
    </xsl:if>
  </xsl:template>
  <!-- One wording may be that of several styles. -->
  <xsl:template match="i:citation" mode="cite">
    <div class="citation">
      <h3>
        <xsl:for-each select="i:style">
          <xsl:if test="position() gt 1"> · </xsl:if>
          <span data-style="{@name}">{@title}</span>
        </xsl:for-each>
      </h3>
      <xsl:apply-templates select="i:wording" mode="cite"/>
    </div>
  </xsl:template>
  <xsl:variable name="form-words" as="map(xs:string, xs:string)"
    select="map { 'note': 'note', 'in-text': 'cite-in-text', 'short-note': 'cite-short-note', 'bibliography': 'bibliography' }"/>
  <xsl:template match="i:wording" mode="cite">
    <p class="{@form}">
      <xsl:for-each select="$form-words(@form)">
        <span>{f:word(.)}</span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:copy-of select="node()" copy-namespaces="no"/>
    </p>
  </xsl:template>
  <xsl:template match="i:link" mode="cite">
    <li>
      <a href="{@href}">{@title}</a>
    </li>
  </xsl:template>

  <xsl:mode name="neighbours" on-no-match="fail"/>
  <xsl:template match="i:document" mode="neighbours">
    <xsl:variable name="here" as="xs:string" select="@route"/>
    <xsl:variable name="previous" as="element()?" select="../i:document[@id = current()/@previous]"/>
    <xsl:variable name="next" as="element()?" select="../i:document[@id = current()/@next]"/>
    <xsl:if test="$previous or $next">
      <nav class="neighbours" aria-label="{f:word('documents')}">
        <xsl:for-each select="$previous">
          <a rel="prev" href="{f:up($here)}{@route}"><span>{f:word('previous')}</span> <cite>{@title}</cite></a>
        </xsl:for-each>
        <xsl:for-each select="$next">
          <a rel="next" href="{f:up($here)}{@route}"><span>{f:word('next')}</span> <cite>{@title}</cite></a>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
