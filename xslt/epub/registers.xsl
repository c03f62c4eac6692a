<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The indexes at the end of the book: every mention is in the open. -->

  <xsl:template match="i:page[@kind = 'register']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="entries" as="element()*" select="../../i:register-entries/i:register-entry[@kind = current()/@lists]"/>
    <div class="register">
      <xsl:apply-templates select="$entries[$only = ('', @document, i:mention/@document)]" mode="entry">
        <xsl:with-param name="up" tunnel="yes" select="$up"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template match="i:register-entry" mode="mentions"/>
  <xsl:template match="i:register-entry[i:mention]" mode="mentions">
    <xsl:param name="up" as="xs:string" tunnel="yes"/>
    <xsl:for-each-group select="i:mention[$only = ('', @document)]" group-by="string(@document)">
      <xsl:if test="$only = '' and count($texts) gt 1">
        <p class="mentioned-in">{key('document', current-grouping-key())/@title}</p>
      </xsl:if>
      <ul class="mentions">
        <xsl:for-each select="current-group()">
          <li>
            <a href="{$up}{@route}">
              <span class="before">{i:before}</span>
              <b>{i:form}</b>
              <span class="after">{i:after}</span>
            </a>
            <xsl:if test="@unit ne ''">
              <xsl:text> </xsl:text>
              <span class="unit">{@unit}</span>
            </xsl:if>
            <xsl:if test="@cert ne ''">
              <xsl:text> </xsl:text>
              <span class="certainty {@cert}">{f:word('certainty-' || @cert)}</span>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:for-each-group>
  </xsl:template>
</xsl:stylesheet>
