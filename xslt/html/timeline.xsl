<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The timeline: documents, events and the dates that the texts name, by their normalised values. -->

  <xsl:template match="i:page[@kind = 'timeline']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="moments" as="element(i:moment)*">
      <xsl:apply-templates select="$texts[@date ne ''], ../../i:register-entries/i:register-entry[@kind = 'event'], ../../i:dates/i:date" mode="moment"/>
    </xsl:variable>
    <xsl:variable name="in-order" as="element()*">
      <xsl:perform-sort select="$moments[matches(@value, '^(\.\./)?-?[0-9]{4}')]">
        <xsl:sort select="string(@from)" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:for-each-group select="$in-order" group-by="replace(@from, '^(-?[0-9]{4,}).*$', '$1')">
      <section class="timeline-part">
        <h2>{current-grouping-key()}</h2>
        <dl class="timeline">
          <xsl:for-each-group select="current-group()" group-by="string(@value)">
            <div class="moment">
              <dt>{f:date-range(current-grouping-key())}</dt>
              <xsl:for-each-group select="current-group()" group-by="@what || ' ' || @before || @title || @after">
                <dd class="{@what}">
                  <xsl:text>{@before}</xsl:text>
                  <a href="{$up}{@route}">{(@title[normalize-space()], f:date-range(@value))[1]}</a>
                  <xsl:text>{@after}</xsl:text>
                  <xsl:if test="current-group()[2]">
                    <span class="more">
                      <xsl:for-each select="current-group()[position() gt 1][position() le 20]">
                        <xsl:text> </xsl:text>
                        <a href="{$up}{@route}">{position() + 1}</a>
                      </xsl:for-each>
                    </span>
                  </xsl:if>
                  <xsl:where-populated>
                    <span class="context">{@context}</span>
                  </xsl:where-populated>
                </dd>
              </xsl:for-each-group>
            </div>
          </xsl:for-each-group>
        </dl>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:mode name="moment" on-no-match="fail"/>
  <xsl:template match="i:document" mode="moment" as="element()">
    <i:moment what="text" value="{@date}" from="{f:begin(@date)}" route="{@route}" title="{@title}" context="{@place}"/>
  </xsl:template>
  <xsl:template match="i:register-entry" mode="moment" as="element()*">
    <xsl:variable name="date" as="xs:string" select="string((*[1]/@v:date, *[1]/date/@v:date)[1])"/>
    <xsl:if test="$date ne ''">
      <i:moment what="event" value="{$date}" from="{f:begin($date)}" route="{@route}" title="{@label}" context=""/>
    </xsl:if>
  </xsl:template>
  <xsl:template match="i:date" mode="moment" as="element()">
    <i:moment what="named" value="{@value}" from="{f:begin(@value)}" route="{@route}" before="{i:before}" title="{i:form}" after="{i:after}" context="{if (count($texts) gt 1) then key('document', @document)/@title else ''}"/>
  </xsl:template>

  <!-- What an interval is sorted by. -->
  <xsl:function name="f:begin" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="(tokenize($value, '/')[not(. = ('..', ''))], '')[1]"/>
  </xsl:function>
</xsl:stylesheet>
