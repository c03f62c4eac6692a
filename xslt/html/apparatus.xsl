<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The apparatus of a page as a whole, and the page of the witnesses. -->

  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="/" mode="apparatus">
    <xsl:variable name="root" as="document-node()" select="."/>
    <xsl:variable name="entries" as="element()*" select="$index/i:index/i:apparatus/i:entry"/>
    <xsl:if test="$entries">
      <section class="apparatus" aria-labelledby="apparatus">
        <h2 id="apparatus">{f:word('apparatus')}</h2>
        <xsl:choose>
          <xsl:when test="$witness-page ne ''">
            <p>
              <a class="compare" href="{$witness-page}">{f:word('compare-witnesses')}</a>
            </p>
          </xsl:when>
          <xsl:when test="$entries/@method = 'location-referenced'">
            <p class="cannot-reconstruct">{f:word('cannot-reconstruct')}</p>
          </xsl:when>
        </xsl:choose>
        <ol class="entries">
          <xsl:for-each select="$entries">
            <xsl:apply-templates select="." mode="apparatus-entry">
              <xsl:with-param name="in-text" select="exists(key('app', @id, $root))"/>
            </xsl:apply-templates>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Conspectus siglorum et notarum. -->
  <xsl:template match="i:page[@kind = 'witnesses']" mode="site-main">
    <xsl:variable name="all" as="element()*" select="../../i:witnesses/i:witness"/>
    <section class="sigla-list" aria-labelledby="sigla">
      <h2 id="sigla">{f:word('sigla')}</h2>
      <dl class="witnesses">
        <xsl:apply-templates select="$all[@parent = '']" mode="witness"/>
      </dl>
    </section>
    <section class="signs" aria-labelledby="signs">
      <h2 id="signs">{f:word('signs-used')}</h2>
      <dl>
        <xsl:for-each select="map:keys($signs)">
          <xsl:sort select="$signs(.)"/>
          <div>
            <dt>{.}</dt>
            <dd>{f:word($signs(.))}</dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:variable name="signs" as="map(xs:string, xs:string)" select="map {
    '[ ]': 'sign-supplied', '⟨ ⟩': 'sign-omitted', '{ }': 'sign-surplus', '[…]': 'sign-gap' }"/>

  <xsl:mode name="witness" on-no-match="fail"/>
  <xsl:key name="part-of-witness" match="i:witness" use="@parent"/>
  <xsl:template match="i:witness" mode="witness">
    <div id="{@id}" class="witness {@kind}">
      <dt>{@siglum}</dt>
      <dd>
        <xsl:apply-templates select="*/node()" mode="content">
          <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
        </xsl:apply-templates>
        <xsl:if test="not(*/node())">{@label}</xsl:if>
        <xsl:where-populated>
          <dl class="witnesses">
            <xsl:apply-templates select="key('part-of-witness', @id)" mode="witness"/>
          </dl>
        </xsl:where-populated>
      </dd>
    </div>
  </xsl:template>
</xsl:stylesheet>
