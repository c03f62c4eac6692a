<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The page of the search: a form that a script fills; without the script it says so and leads to the indexes. -->

  <xsl:template match="i:page[@kind = 'search']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <noscript>
      <p>{f:word('search-needs-script')}</p>
    </noscript>
    <xsl:variable name="said" as="xs:string*" select="('results-n', 'no-results', 'names-found', 'any', 'show-more', 'mentions-n', 'person', 'place', 'org', 'event', 'object', 'document', 'codename', 'work', 'other',
      'kind-heading', 'kind-paragraph', 'kind-verse', 'kind-speech', 'kind-stage', 'kind-item', 'kind-note')"/>
    <form class="search" role="search" hidden="" action="search.html" data-up="{$up}">
      <xsl:for-each select="$said">
        <xsl:attribute name="data-{.}" select="f:word(.)"/>
      </xsl:for-each>
      <p>
        <label for="q">{f:word('search-label')}</label>
        <span class="query">
          <input id="q" name="q" type="search" autocomplete="off" spellcheck="false" aria-describedby="search-hint"/>
          <button type="submit">{f:word('search')}</button>
        </span>
      </p>
      <p class="hint" id="search-hint">{f:word('search-hint')}</p>
      <div class="facets">
        <xsl:for-each select="'person', 'place', 'text-kind', 'language'">
          <p>
            <label for="{.}">{f:word(.)}</label>
            <select id="{.}" name="{.}">
              <option value="">{f:word('any')}</option>
            </select>
          </p>
        </xsl:for-each>
      </div>
    </form>
    <p class="found" role="status"/>
    <div class="names-found"/>
    <ol class="results"/>
    <button type="button" class="more-results" hidden="">{f:word('show-more')}</button>
    <script src="{$up}assets/minisearch.js"/>
    <script src="{$up}assets/search.js"/>
    <script src="{$up}assets/search-index.js"/>
  </xsl:template>
</xsl:stylesheet>
