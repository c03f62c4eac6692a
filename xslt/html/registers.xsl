<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The registers: what is known of each entry, how surely, and every mention in its line of text. -->

  <xsl:template match="i:page[@kind = 'register']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="entries" as="element()*" select="../../i:register-entries/i:register-entry[@kind = current()/@lists]"/>
    <xsl:if test="count($entries) ge 20">
      <nav class="initials" aria-label="{@title}">
        <xsl:for-each-group select="$entries" group-by="substring(f:sort-key((@sort[. ne ''], @label)[1]), 1, 1)">
          <a href="#{current-group()[1]/@id}">{upper-case(current-grouping-key())}</a>
        </xsl:for-each-group>
      </nav>
    </xsl:if>
    <div class="register">
      <xsl:apply-templates select="$entries" mode="entry">
        <xsl:with-param name="up" tunnel="yes" select="$up"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:mode name="entry" on-no-match="fail"/>
  <xsl:template match="i:register-entry" mode="entry">
    <xsl:param name="up" as="xs:string" tunnel="yes"/>
    <section class="register-entry {@kind}" id="{@id}" data-entry="{@id}">
      <h2>
        <xsl:text>{@label}</xsl:text>
        <xsl:apply-templates select="*[1]/@cert" mode="entry"/>
      </h2>
      <xsl:apply-templates select="* except i:mention" mode="facts">
        <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
        <xsl:with-param name="heading" tunnel="yes" select="string(@label)"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="." mode="mentions"/>
    </section>
  </xsl:template>
  <!-- A bibliography gives references, not facts. -->
  <xsl:template match="i:register-entry[@kind = 'work'][bibl | biblStruct | biblFull]" mode="entry">
    <section class="register-entry {@kind}" id="{@id}" data-entry="{@id}" aria-label="{@label}">
      <div class="reference">
        <xsl:apply-templates select="* except i:mention" mode="content">
          <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="*[1]/@cert" mode="entry"/>
      </div>
      <xsl:apply-templates select="." mode="mentions"/>
    </section>
  </xsl:template>
  <xsl:template match="@cert" mode="entry">
    <xsl:text> </xsl:text>
    <span class="certainty {.}">{f:word('certainty-' || .)}</span>
  </xsl:template>

  <xsl:mode name="mentions" on-no-match="fail"/>
  <xsl:template match="i:register-entry" mode="mentions">
    <p class="no-mention">{if (@cited = '0') then f:word('no-mention') else f:word('cited-n', @cited)}</p>
  </xsl:template>
  <xsl:template match="i:register-entry[i:mention]" mode="mentions">
    <xsl:param name="up" as="xs:string" tunnel="yes"/>
    <details class="mentions">
      <summary>{f:word('mentions-n', string(count(i:mention)))}</summary>
      <xsl:for-each-group select="i:mention" group-by="string(@document)">
        <xsl:variable name="document" as="element()?" select="key('document', current-grouping-key())"/>
        <xsl:if test="count($texts) gt 1">
          <p class="mentioned-in"><a href="{$up}{$document/@route}">{$document/@title}</a></p>
        </xsl:if>
        <ul>
          <xsl:for-each select="current-group()">
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
                <xsl:text> </xsl:text>
                <span class="certainty {@cert}">{f:word('certainty-' || @cert)}</span>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:for-each-group>
    </details>
    <xsl:if test="@cited ne '0'">
      <p class="no-mention">{f:word('cited-n', @cited)}</p>
    </xsl:if>
  </xsl:template>
  <xsl:key name="document" match="i:document" use="@id"/>
</xsl:stylesheet>
