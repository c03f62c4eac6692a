<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Bibliographical references, loose and structured. -->

  <xsl:template match="listBibl" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="head" mode="content"/>
      <ul>
        <xsl:for-each select="(* except head) | text()[normalize-space()]">
          <li>
            <xsl:apply-templates select="." mode="content"/>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <xsl:template match="bibl" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <!-- The parts of a structured reference have no punctuation of their own: commas between them are ours. -->
  <xsl:template match="biblStruct | biblFull | analytic | monogr | series | imprint | titleStmt | editionStmt | publicationStmt | seriesStmt
      | notesStmt | respStmt | fileDesc | profileDesc[ancestor::biblFull] | sourceDesc | recordingStmt | recording | equipment | broadcast | scriptStmt" mode="content">
    <xsl:element name="{if (.//note[@v:block]) then 'tei-phrase' else 'span'}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:for-each select="(* except note) | text()[normalize-space()]">
        <xsl:if test="position() gt 1">
          <span data-left="chrome">, </span>
        </xsl:if>
        <xsl:apply-templates select="." mode="content"/>
      </xsl:for-each>
      <xsl:apply-templates select="note" mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="extent | relatedItem | listRef | citedRange[ptr]" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
</xsl:stylesheet>
