<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Dictionaries: entries, forms, senses. -->

  <xsl:template match="entry | entryFree | superEntry" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>

  <!-- Parts of an entry: it is one paragraph of text, whatever the style sheet makes of it. -->
  <xsl:template match="hom | sense | re | etym | dictScrap | form | orth | pron | hyph | syll | stress | gramGrp | gram | pos | gen | number | case | per | tns | mood | iType | subc
      | colloc | def | usg | xr | lbl | oRef | pRef | mentioned[ancestor::etym] | valency | oVar | pVar | citedRange[ancestor::entry]" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
</xsl:stylesheet>
