<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The principles of the edition; in the book of one document its own. -->

  <xsl:template match="i:page[@kind = 'about']" mode="site-main">
    <xsl:variable name="all" as="element()*" select="../../i:principles/i:principle[.//(p | ab | list)][$only = ('', tokenize(@documents))]"/>
    <xsl:for-each select="$all">
      <section class="principles">
        <xsl:if test="$all[2]">
          <h2>{string-join(tokenize(@documents)[position() le 3] ! (key('document', ., root($all[1]))/@title, .)[1], ' · ')}</h2>
        </xsl:if>
        <xsl:apply-templates select="*" mode="principles">
          <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
          <xsl:with-param name="level" tunnel="yes" select="if ($all[2]) then 3 else 2"/>
        </xsl:apply-templates>
      </section>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
