<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The pages of the whole edition, made from the index alone. -->

  <xsl:template match="i:page" mode="page-title" as="xs:string">
    <xsl:sequence select="string(@title)"/>
  </xsl:template>
  <xsl:template match="i:page" mode="page-kind" as="xs:string">
    <xsl:sequence select="string(@kind)"/>
  </xsl:template>
  <xsl:template match="i:page" mode="route" as="xs:string">
    <xsl:sequence select="string(@route)"/>
  </xsl:template>

  <xsl:template match="i:page" mode="main">
    <article>
      <header class="document-head">
        <h1>{@title}</h1>
      </header>
      <xsl:apply-templates select="." mode="site-main"/>
    </article>
  </xsl:template>

  <!-- What the page is about, by its kind. -->
  <xsl:mode name="site-main" on-no-match="fail"/>

  <xsl:template match="i:page[@kind = 'contents']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <ol class="contents">
      <xsl:for-each select="../../i:documents/i:document[@kind = 'text']">
        <li>
          <a href="{$up}{@route}">{@title}</a>
          <xsl:where-populated>
            <span class="when">{string-join((@date-text, @place)[. ne ''], ', ')}</span>
          </xsl:where-populated>
        </li>
      </xsl:for-each>
    </ol>
    <xsl:where-populated>
      <ul class="pages">
        <xsl:for-each select="../i:page[@kind ne 'contents']">
          <li>
            <a href="{$up}{@route}">{@title}</a>
            <xsl:if test="@count ne ''"> <span class="count">{@count}</span></xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:where-populated>
  </xsl:template>

  <xsl:template match="i:page[@kind = 'register']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <div class="register">
      <xsl:apply-templates select="../../i:register-entries/i:register-entry[@kind = current()/@lists]" mode="entry">
        <xsl:with-param name="up" tunnel="yes" select="$up"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <!-- An entry of a register: what is known, then every mention in its line of text. -->
  <xsl:mode name="entry" on-no-match="fail"/>
  <xsl:template match="i:register-entry" mode="entry">
    <section class="register-entry {@kind}" id="{@id}" data-entry="{@id}">
      <h2>{@label}</h2>
      <xsl:apply-templates select="* except i:mention" mode="facts">
        <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="." mode="mentions"/>
    </section>
  </xsl:template>

  <xsl:mode name="mentions" on-no-match="fail"/>
  <xsl:template match="i:register-entry" mode="mentions">
    <p class="no-mention">{f:word('no-mention')}</p>
  </xsl:template>
  <xsl:template match="i:register-entry[i:mention]" mode="mentions">
    <xsl:param name="up" as="xs:string" tunnel="yes"/>
    <details class="mentions">
      <summary>{f:word('mentions-n', string(count(i:mention)))}</summary>
      <ul>
        <xsl:for-each select="i:mention">
          <li>
            <a href="{$up}{@route}">
              <span class="before">{i:before}</span>
              <mark>{i:form}</mark>
              <span class="after">{i:after}</span>
            </a>
            <xsl:where-populated>
              <span class="unit">{@unit}</span>
            </xsl:where-populated>
            <xsl:if test="@cert ne ''">
              <span class="certainty {@cert}">{f:word('certainty-' || @cert)}</span>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </details>
  </xsl:template>
</xsl:stylesheet>
