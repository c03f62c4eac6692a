<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Notes: the call in the text, the note at the end with its way back. -->

  <!-- One note at the end of its page. -->
  <xsl:mode name="note" on-no-match="fail"/>

  <!-- The call of a note, where the note is what is called. -->
  <xsl:mode name="call" on-no-match="fail"/>

  <!-- A note that is called from elsewhere shows nothing where it stands; one that is its own call shows the call. -->
  <xsl:template match="note[@v:left = 'note' and @v:n != '']" mode="content" priority="9">
    <xsl:apply-templates select="." mode="call">
      <xsl:with-param name="id" select="@v:id || '--call'"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="note[@v:left = 'note' and @v:n != '' and @v:calls != '']" mode="content" priority="10"/>
  <xsl:template match="noteGrp[@v:left = 'note']" mode="content" priority="9">
    <xsl:apply-templates select=".//note[@v:n]" mode="content"/>
  </xsl:template>

  <xsl:key name="note" match="note[@v:n != '']" use="@v:id"/>

  <!-- A call of one note or several. Words that call a note stay words of the text. -->
  <xsl:mode name="calls" on-no-match="fail"/>
  <xsl:template match="*" mode="calls">
    <xsl:choose>
      <xsl:when test="node() and not(@v:left)">
        <xsl:element name="{f:phrase(.)}">
          <xsl:apply-templates select="." mode="inside"/>
          <xsl:apply-templates select="tokenize(@v:note) ! key('note', ., root(current()))" mode="call"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="id" as="xs:string" select="string(@v:id)"/>
        <xsl:for-each select="tokenize(@v:note) ! key('note', ., root(current()))">
          <xsl:apply-templates select="." mode="call">
            <xsl:with-param name="id" select="if (position() = 1) then $id else $id || '--' || position()"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="call">
    <xsl:param name="id" as="xs:string" select="''"/>
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <sup data-left="chrome">
      <xsl:attribute name="class" select="if (@v:series != '') then 'call ' || @v:series else 'call'"/>
      <xsl:if test="$id ne '' and not($secondary)">
        <xsl:attribute name="id" select="$id"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$linked">
          <span>{@v:n}</span>
        </xsl:when>
        <xsl:otherwise>
          <a href="#{@v:id}" role="doc-noteref" aria-label="{if (@v:series = 'editor') then $editors-note else if (@v:series = 'translator') then $translators-note
            else (@v:series ! $voices(.), $voice)[1]} {@v:n}">{@v:n}</a>
        </xsl:otherwise>
      </xsl:choose>
    </sup>
  </xsl:template>

  <!-- Whose voice a note is, in words. -->
  <xsl:variable name="voices" as="map(xs:string, xs:string)"
    select="map:merge(map:keys($words)[starts-with(., 'note-')] ! map:entry(substring-after(., 'note-'), $words(.)))"/>
  <xsl:variable name="voice" as="xs:string" select="f:word('note')"/>
  <!-- The commonest two by themselves: to look a word up in a map costs more than all else of a call. -->
  <xsl:variable name="editors-note" as="xs:string" select="($voices('editor'), $voice)[1]"/>
  <xsl:variable name="translators-note" as="xs:string" select="($voices('translator'), $voice)[1]"/>

  <!-- The words before and behind the number of a note; those of a function are looked for again for each note. -->
  <xsl:variable name="back-to-call" as="xs:string+" select="f:word('back-to-call-n') ! (substring-before(., '{'), substring-after(., '}'))"/>

  <xsl:template match="note" mode="note">
    <xsl:variable name="calls" as="xs:string*" select="if (@v:calls != '') then tokenize(@v:calls) else @v:id || '--call'"/>
    <xsl:variable name="n" as="xs:string" select="@v:n || ''"/>
    <li id="{@v:id}" data-note="{@v:id}">
      <xsl:attribute name="class" select="if (@v:series != '') then 'note ' || @v:series else 'note'"/>
      <xsl:if test="@v:lang != '' or @v:dir != ''">
        <xsl:apply-templates select="@v:lang, @v:dir" mode="attribute"/>
      </xsl:if>
      <span class="note-number">
        <xsl:for-each select="$calls">
          <a class="back" role="doc-backlink" href="#{.}" aria-label="{$back-to-call[1] || $n || $back-to-call[2]}">{if (position() = 1) then $n else '↑'}</a>
        </xsl:for-each>
      </span>
      <div class="note-body">
        <xsl:apply-templates select="." mode="voice"/>
        <xsl:apply-templates select="." mode="inner"/>
        <xsl:if test="@v:responsible != ''">
          <span class="responsible" data-left="chrome">{@v:responsible}</span>
        </xsl:if>
      </div>
    </li>
  </xsl:template>

  <!-- A note says whose voice it is, unless its own label does. -->
  <xsl:mode name="voice" on-no-match="fail"/>
  <xsl:template match="note" mode="voice">
    <xsl:for-each select="@v:series ! $voices(.)">
      <span class="voice" data-left="chrome">{.}: </span>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="note[@v:series = 'editor']" mode="voice">
    <span class="voice" data-left="chrome">{$editors-note}: </span>
  </xsl:template>
  <xsl:template match="note[@v:series = 'translator']" mode="voice">
    <span class="voice" data-left="chrome">{$translators-note}: </span>
  </xsl:template>
  <xsl:template match="note[* and (label or p[1]/label)]" mode="voice" priority="2"/>

  <!-- A remark within a record, not called from a text. -->
  <xsl:template match="note | noteGrp" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
</xsl:stylesheet>
