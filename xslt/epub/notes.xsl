<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Notes and entries of the apparatus as pop-ups. Each says in data-band under which heading it stands; the program puts it into the file that calls it. -->

  <xsl:template match="/" mode="notes">
    <xsl:variable name="notes" as="element()*" select="//note[@v:n][@v:left = 'note']"/>
    <xsl:variable name="voices" as="xs:string*" select="distinct-values($notes/string(@v:series))"/>
    <xsl:apply-templates select="$notes" mode="note">
      <xsl:with-param name="several" tunnel="yes" select="count($voices) gt 1"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="note" mode="note">
    <xsl:param name="several" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:variable name="item" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <aside role="doc-footnote" data-band="{if ($several) then f:voices(string(@v:series)) else f:word('notes')}">
      <xsl:copy-of select="$item/(@*, node()[1])"/>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="$item/node()[position() gt 1]"/>
    </aside>
  </xsl:template>

  <xsl:template match="/" mode="apparatus">
    <xsl:variable name="root" as="document-node()" select="."/>
    <xsl:for-each select="$index/i:index/i:apparatus/i:entry">
      <xsl:apply-templates select="." mode="apparatus-entry">
        <xsl:with-param name="in-text" select="exists(key('app', @id, $root))"/>
      </xsl:apply-templates>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="i:entry" mode="apparatus-entry">
    <xsl:param name="in-text" as="xs:boolean" select="true()"/>
    <xsl:variable name="item" as="element()">
      <xsl:next-match>
        <xsl:with-param name="in-text" select="$in-text"/>
      </xsl:next-match>
    </xsl:variable>
    <aside role="doc-footnote" data-band="{f:word('apparatus')}">
      <xsl:copy-of select="$item/(@*, node()[1])"/>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="$item/node()[position() gt 1]"/>
    </aside>
  </xsl:template>
</xsl:stylesheet>
