<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The state of the encoding: what is counted, what is uncertain, what is missing. -->

  <xsl:template match="i:page[@kind = 'encoding']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="all" as="element()" select="../.."/>
    <xsl:variable name="unhandled" as="element()*" select="$all/i:findings/i:unhandled"/>
    <h2>{f:word('counts')}</h2>
    <table class="counts">
      <tbody>
        <xsl:sequence select="
          f:count-row(f:word('documents'), count($texts)),
          f:count-row(f:word('passages'), count($all/i:units/i:unit))"/>
        <xsl:for-each-group select="$all/i:notes/i:note" group-by="string(@series)">
          <xsl:sequence select="f:count-row(f:voices(current-grouping-key()), count(current-group()))"/>
        </xsl:for-each-group>
        <xsl:sequence select="$all/i:pages/i:page[@kind = 'register'] ! f:count-row(@title, xs:integer(@count))"/>
        <xsl:sequence select="
          f:count-row(f:word('mentions'), count($all/i:register-entries/i:register-entry/i:mention)),
          f:count-row(f:word('parallel'), count($all/i:parallels/i:parallel)),
          f:count-row(f:word('witnesses'), count($all/i:witnesses/i:witness)),
          f:count-row(f:word('apparatus-entries'), count($all/i:apparatus/i:entry))"/>
      </tbody>
    </table>

    <xsl:variable name="uncertain" as="element()*" select="$all/i:register-entries/i:register-entry[*[1]/@cert[. ne 'high'] or .//certainty or i:mention/@cert[not(. = ('', 'high'))]]"/>
    <xsl:call-template name="f:state">
      <xsl:with-param name="title" select="f:word('uncertain-identifications')"/>
      <xsl:with-param name="items">
        <xsl:for-each select="$uncertain">
          <li>
            <a href="{$up}{@route}">{@label}</a>
            <xsl:apply-templates select="*[1]/@cert" mode="entry"/>
            <xsl:if test=".//certainty">
              <span class="what-kind"> {f:word('competing')}: {count(.//certainty)}</span>
            </xsl:if>
            <xsl:variable name="doubtful" as="element()*" select="i:mention[not(@cert = ('', 'high'))]"/>
            <xsl:if test="$doubtful">
              <span class="what-kind"> {f:word('mentions-n', string(count($doubtful)))}</span>
            </xsl:if>
          </li>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>

    <xsl:call-template name="f:state">
      <xsl:with-param name="title" select="f:word('undated-events')"/>
      <xsl:with-param name="items">
        <xsl:for-each select="$all/i:register-entries/i:register-entry[@kind = 'event'][not(*[1]/@v:date or *[1]/date/@v:date)]">
          <li>
            <a href="{$up}{@route}">{@label}</a>
          </li>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>

    <xsl:variable name="forms" as="element(i:form)*">
      <xsl:for-each-group select="$all/i:unregistered/i:name" group-by="@element || ' ' || lower-case(@form)">
        <i:form count="{count(current-group())}">
          <xsl:copy-of select="@route, @form, @element"/>
        </i:form>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:call-template name="f:state">
      <xsl:with-param name="title" select="f:word('names-without-entry')"/>
      <xsl:with-param name="items">
        <xsl:variable name="by-count" as="element()*">
          <xsl:perform-sort select="$forms">
            <xsl:sort select="xs:integer(@count)" data-type="number" order="descending"/>
            <xsl:sort select="f:sort-key(@form)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
          </xsl:perform-sort>
        </xsl:variable>
        <xsl:for-each select="$by-count">
          <li>
            <a href="{$up}{@route}">{(normalize-space(@form)[. ne ''], '—')[1]}</a>
            <span class="what-kind"> {@element}{if (@count ne '1') then ' × ' || @count else ''}</span>
          </li>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>

    <xsl:call-template name="f:state">
      <xsl:with-param name="title" select="f:word('entries-not-mentioned')"/>
      <xsl:with-param name="items">
        <xsl:for-each select="$all/i:register-entries/i:register-entry[not(i:mention)][@cited = '0']">
          <li>
            <a href="{$up}{@route}">{@label}</a>
          </li>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>

    <xsl:call-template name="f:state">
      <xsl:with-param name="title" select="f:word('unhandled-markup')"/>
      <xsl:with-param name="items">
        <xsl:for-each select="$unhandled">
          <li>
            <code>{@name}</code>
            <span class="what-kind"> × {@count} </span>
            <a href="{$up}{@route}">{(key('document', @document, root($all))/@title, @document)[1]}</a>
          </li>
        </xsl:for-each>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:function name="f:count-row" as="element()?">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="count" as="xs:integer"/>
    <xsl:if test="$count gt 0">
      <tr>
        <th scope="row">{$title}</th>
        <td>{$count}</td>
      </tr>
    </xsl:if>
  </xsl:function>

  <!-- So many answers stand open; the others are folded. -->
  <xsl:variable name="shown-at-once" as="xs:integer" select="200"/>

  <!-- One question to the encoding, with its number and what answers it. -->
  <xsl:template name="f:state">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="items" as="node()*"/>
    <section class="state">
      <h2>{$title} <span class="count">{count($items/(self::*:li | *:li))}</span></h2>
      <xsl:choose>
        <xsl:when test="$items/(self::*:li | *:li)">
          <xsl:variable name="all" as="element()*" select="$items/(self::*:li | *:li)"/>
          <ul class="state-list">
            <xsl:copy-of select="$all[position() le $shown-at-once]"/>
          </ul>
          <xsl:where-populated>
            <details class="state-rest">
              <xsl:if test="count($all) gt $shown-at-once">
                <summary>{f:word('and-n-more', string(count($all) - $shown-at-once))}</summary>
                <ul class="state-list">
                  <xsl:copy-of select="$all[position() gt $shown-at-once]"/>
                </ul>
              </xsl:if>
            </details>
          </xsl:where-populated>
        </xsl:when>
        <xsl:otherwise>
          <p>{f:word('none')}</p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
