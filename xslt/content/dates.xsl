<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Normalised dates in the words of the interface. -->

  <!-- A normalised date or interval in words: 27 October 1962, 16 October 1962 – 28 October 1962. -->
  <xsl:function name="f:date-range" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="normalize-space(string-join(tokenize($value, '/') ! (if (. = '..') then '' else f:date-words(.)), ' – '))"/>
  </xsl:function>
  <!-- A year alone, one before our era and what is no date stay as they are. -->
  <xsl:function name="f:date-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(substring-before($value || 'T', 'T'), '-')"/>
    <xsl:variable name="time" as="xs:string" select="replace(substring-after($value, 'T'), '^([0-9:]+).*$', ' $1')"/>
    <xsl:choose>
      <xsl:when test="matches($value, '^[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}(T.*)?$')">
        <xsl:sequence select="(f:word('date-day')
          => replace('\{day\}', if ($parts[3] = '01') then f:word('date-first') else replace($parts[3], '^0', ''))
          => replace('\{month\}', tokenize(f:word('months-in-dates'))[xs:integer($parts[2])])
          => replace('\{year\}', $parts[1])) || $time"/>
      </xsl:when>
      <xsl:when test="matches($value, '^[0-9]{4}-(0[1-9]|1[0-2])$')">
        <xsl:sequence select="f:word('date-month')
          => replace('\{month\}', tokenize(f:word('months-alone'))[xs:integer($parts[2])])
          => replace('\{year\}', $parts[1])"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="replace($value, 'T([0-9:]+).*$', ' $1')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
