<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The words that we add, in the language of the interface (the index carries them). -->

  <xsl:variable name="words" as="map(xs:string, xs:string)"
    select="map:merge($index/i:index/i:words/i:word ! map:entry(string(@key), string(.)))"/>

  <!-- The word; the key itself where the index has none. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="($words($key), $key)[1]"/>
  </xsl:function>

  <!-- The word with its hole filled. -->
  <xsl:function name="f:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="filling" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="f:word($key)"/>
    <xsl:sequence select="substring-before($word, '{') || $filling || substring-after($word, '}')"/>
  </xsl:function>
</xsl:stylesheet>
