<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Texts, divisions, headings, paragraphs. -->

  <xsl:template match="teiHeader" mode="content"/>

  <xsl:template match="TEI | TEI.2 | teiCorpus" mode="content">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <!-- Beside a text these are data of it. -->
  <xsl:template match="TEI[text]/standOff | TEI[text]/sourceDoc | TEI[sourceDoc]/standOff" mode="content" priority="2">
    <div data-left="data">
      <xsl:next-match/>
    </div>
  </xsl:template>

  <xsl:template match="text | front | body | back | group | floatingText | standOff" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </div>
  </xsl:template>

  <!-- `level` is the level of the next heading. A division without a heading does not count. -->
  <xsl:template match="div | div1 | div2 | div3 | div4 | div5 | div6 | div7" mode="content">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="2"/>
    <section>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content">
        <xsl:with-param name="level" tunnel="yes" select="if (head) then $level + 1 else $level"/>
      </xsl:apply-templates>
    </section>
  </xsl:template>

  <xsl:template match="div/head | div1/head | div2/head | div3/head | div4/head | div5/head | div6/head | div7/head" mode="content">
    <xsl:param name="level" as="xs:integer" tunnel="yes" select="3"/>
    <xsl:element name="h{min(($level - 1, 6))}">
      <xsl:apply-templates select="." mode="inside"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="text/head | front/head | body/head | back/head | group/head" mode="content">
    <h2>
      <xsl:apply-templates select="." mode="inside"/>
    </h2>
  </xsl:template>

  <!-- A heading of something smaller: a list, a stanza, a cast. -->
  <xsl:template match="head | trailer | byline | imprimatur | meeting | argument | epigraph | titlePage | titlePart | docImprint | ab" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <xsl:template match="p" mode="content">
    <xsl:choose>
      <xsl:when test="@v:holds = 'blocks'">
        <div>
          <xsl:apply-templates select="." mode="inside"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <p>
          <xsl:apply-templates select="." mode="inside"/>
        </p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The number of a paragraph or section that is cited by it and does not print it itself. -->
  <xsl:template match="ab[@v:n != ''] | p[@v:n != '']" mode="content" priority="0.6">
    <xsl:element name="{if (self::p and not(@v:holds = 'blocks')) then 'p' else 'div'}">
      <xsl:apply-templates select="." mode="attributes"/>
      <span class="unit-number" data-left="chrome">{@v:n}</span>
      <xsl:apply-templates select="." mode="inner"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="docTitle | docEdition | docDate | docAuthor | eg" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <xsl:template match="eg[@v:block]" mode="content">
    <pre>
      <xsl:apply-templates select="." mode="inside"/>
    </pre>
  </xsl:template>
</xsl:stylesheet>
