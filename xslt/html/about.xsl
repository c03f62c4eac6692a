<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The edition's principles: what the headers say of the project and the encoding. -->

  <xsl:template match="i:page[@kind = 'about']" mode="site-main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <xsl:variable name="all" as="element()*" select="../../i:principles/i:principle"/>
    <xsl:choose>
      <xsl:when test="$all">
        <xsl:for-each select="$all">
          <section class="principles">
            <xsl:if test="$all[2]">
              <h2>{string-join(tokenize(@documents)[position() le 3] ! (key('document', ., root($all[1]))/@title, .)[1], ' · ')}{if (contains(@documents, ' ')) then ' (' || count(tokenize(@documents)) || ')' else ''}</h2>
            </xsl:if>
            <xsl:apply-templates select="*" mode="principles">
              <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
              <xsl:with-param name="level" tunnel="yes" select="if ($all[2]) then 3 else 2"/>
            </xsl:apply-templates>
          </section>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:word('no-introduction')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part of the description: its heading, then its prose; data for machines is left to the TEI source. -->
  <xsl:mode name="principles" on-no-match="fail"/>
  <xsl:template match="encodingDesc" mode="principles">
    <xsl:apply-templates select="*" mode="principles"/>
  </xsl:template>
  <xsl:template match="*" mode="principles">
    <xsl:apply-templates select="p, ab, list" mode="content"/>
    <xsl:apply-templates select="* except (p, ab, list)" mode="principles"/>
  </xsl:template>
  <xsl:template match="p | ab | list" mode="principles">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="editorialDecl/p | editorialDecl/ab | editorialDecl/list | stdVals/p | stdVals/ab | stdVals/list" mode="principles" priority="1">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="editorialDecl | projectDesc | samplingDecl | editorialDecl/* | stdVals/* | variantEncoding | metDecl | refsDecl[p]" mode="principles">
    <xsl:param name="level" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="key" as="xs:string" select="'principle-' || local-name()"/>
    <xsl:if test=".//p | .//ab | .//list">
      <section>
        <xsl:if test="map:contains($words, $key)">
          <xsl:element name="h{$level}">{f:word($key)}</xsl:element>
        </xsl:if>
        <xsl:apply-templates select="p, ab, list" mode="content"/>
        <xsl:apply-templates select="* except (p, ab, list)" mode="principles">
          <xsl:with-param name="level" tunnel="yes" select="$level + 1"/>
        </xsl:apply-templates>
      </section>
    </xsl:if>
  </xsl:template>
  <xsl:template match="classDecl | tagsDecl | listPrefixDef | charDecl | appInfo | fsdDecl | schemaSpec | schemaRef | geoDecl | unitDecl | listChange" mode="principles"/>
</xsl:stylesheet>
