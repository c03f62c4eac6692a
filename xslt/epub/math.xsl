<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns:m="http://www.w3.org/1998/Math/MathML"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Formulas in presentation MathML, which every reading system may show; others keep their words. -->

  <xsl:variable name="presentation" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
    'math mi mn mo mtext mspace ms mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mlabeledtr mtd')
    ! map:entry(., true()))"/>

  <xsl:mode name="math" on-no-match="shallow-copy"/>
  <xsl:template match="@v:* | comment() | processing-instruction() | @*[contains(name(), ':')]" mode="math"/>

  <xsl:template match="m:math[every $each in .//* satisfies ($each/self::m:* and map:contains($presentation, local-name($each)))]" mode="content">
    <xsl:copy copy-namespaces="no">
      <xsl:apply-templates select="@*, node()" mode="math"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
