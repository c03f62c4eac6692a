<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The apparatus: where lemmata begin and end in the text, and the entries themselves from the index, which knows the passages of those keyed by location (app/@loc). -->

  <!-- By keys: a map of thousands of entries is copied for each. -->
  <xsl:variable name="entries" as="document-node()" select="($index, /)[1]"/>
  <xsl:key name="entry" match="i:apparatus/i:entry" use="@id"/>
  <xsl:key name="entry-from" match="i:apparatus/i:entry" use="@from"/>
  <xsl:key name="entry-to" match="i:apparatus/i:entry" use="@to"/>

  <xsl:mode name="starts" on-no-match="fail"/>
  <xsl:mode name="ends" on-no-match="fail"/>
  <xsl:template match="*" mode="starts ends"/>
  <xsl:template match="*[@v:id]" mode="starts">
    <xsl:for-each select="key('entry-from', @v:id, $entries)">
      <start entry="{@id}"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="*[@v:id]" mode="ends">
    <xsl:for-each select="reverse(key('entry-to', @v:id, $entries))">
      <end entry="{@id}"/>
    </xsl:for-each>
    <xsl:for-each select="key('span-end', @xml:id, root())">
      <xsl:apply-templates select="f:index-terms(.)" mode="index-mark">
        <xsl:with-param name="ends" select="true()"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <!-- An entry that names no place in the text stands where its list does. -->
  <xsl:template match="listApp" mode="flow" priority="11">
    <xsl:for-each select=".//app/@v:entry">
      <xsl:for-each select="key('entry', ., $entries)[empty(key('anchor', string(@from), $source)[not(ancestor-or-self::listApp)])]">
        <start entry="{@id}"/>
        <end entry="{@id}"/>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Where the source encodes each entry, so that what is said of it leads there. -->
  <xsl:key name="encoded" match="*[@v:entry]" use="@v:entry"/>
  <xsl:mode name="entry" on-no-match="fail"/>
  <xsl:template match="i:entry" mode="entry">
    <apparatus-entry id="{@id}" i="{key('encoded', @id, $source)[1]/@v:i}" parent="{@parent}" loc="{@key[../@method = 'location-referenced']}">
      <lemma id="{(i:reading[@taken = 'true']/@id, i:lemma/@id)[. ne ''][1]}" text="{i:lemma/@text}" sigla="{i:lemma/@sigla}">
        <xsl:apply-templates select="i:lemma/(i:words | i:term | i:remark)" mode="piece"/>
      </lemma>
      <xsl:for-each select="i:reading[not(@taken = 'true')]">
        <reading id="{@id}" kind="{@kind}" sigla="{string-join(i:siglum ! ((if (@joined = 'true' or position() = 1) then '' else ' ') || string-join((., @marks[. ne '']), ' ')))}">
          <xsl:apply-templates select="i:words | i:term | i:remark" mode="piece"/>
        </reading>
      </xsl:for-each>
      <xsl:apply-templates select="i:remark" mode="piece"/>
      <xsl:for-each select="i:note">
        <entry-note>
          <xsl:apply-templates select="node()" mode="reading"/>
        </entry-note>
      </xsl:for-each>
    </apparatus-entry>
  </xsl:template>

  <!-- The parts of a lemma or reading as the index has composed them; a term before the words of a lemma says where they stand. -->
  <xsl:mode name="piece" on-no-match="fail"/>
  <xsl:template match="i:words" mode="piece">
    <words>{.}</words>
  </xsl:template>
  <xsl:template match="i:words[@whole = 'true']" mode="piece">
    <words>
      <xsl:apply-templates select="../(lem | rdg)" mode="reading"/>
    </words>
  </xsl:template>
  <xsl:template match="i:term" mode="piece">
    <term>{.}</term>
  </xsl:template>
  <xsl:template match="i:term[following-sibling::i:words]" mode="piece">
    <place>{.}</place>
  </xsl:template>
  <xsl:template match="i:remark" mode="piece">
    <xsl:variable name="detail" as="element()?" select="ancestor::i:entry/i:detail[@id = current()/@detail]"/>
    <remark>
      <xsl:text>({@sigla[. ne ''] ! concat(., ' ')}</xsl:text>
      <xsl:apply-templates select="if ($detail/@text = .) then $detail/* else text()" mode="reading"/>
      <xsl:text>)</xsl:text>
    </remark>
  </xsl:template>

  <!-- A reading's own content, though it is not of the reading text. -->
  <xsl:mode name="reading" on-no-match="text-only-copy"/>
  <xsl:template match="lem | rdg | note | rdgGrp | witDetail" mode="reading">
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="flow"/>
  </xsl:template>
  <xsl:template match="*" mode="reading" priority="-0.2">
    <xsl:apply-templates select="." mode="flow"/>
  </xsl:template>
</xsl:stylesheet>
