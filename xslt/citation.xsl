<?xml version="1.0" encoding="UTF-8"?>
<!-- Makes the citation records of a TEI document: one of its header, one of each bibliographic reference in its text.
     The result is element-only XML in the namespace urn:x-variorum:citation (docs/cite.md lists its fields). Each field says in @rank
     how good a witness its header element is (1 the best); the program takes the best and reports conflicts and leftovers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:x-variorum:citation"
                xmlns:v="urn:x-variorum:prepared" xmlns="urn:x-variorum:citation"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="citation/names.xsl"/>
  <xsl:include href="citation/header.xsl"/>
  <xsl:include href="citation/reference.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The id of the document in its edition; `document` where nobody says. -->
  <xsl:param name="document" as="xs:string" select="'document'"/>
  <!-- `no`: beside its header the document has neither another header nor a reference, and a long text need not be looked through for them. -->
  <xsl:param name="beside-header" as="xs:string" select="'yes'"/>

  <!-- header of a text inside a corpus → its record -->
  <xsl:mode name="part" on-no-match="fail"/>
  <!-- element → its words: one line, notes and page breaks left out, the regularised of two forms -->
  <xsl:mode name="words" on-no-match="shallow-skip"/>

  <xsl:template match="/" as="element(c:citation)">
    <xsl:variable name="header" select="(*/teiHeader, descendant::teiHeader)[1]"/>
    <citation version="1">
      <record kind="document" id="{$document}">
        <xsl:sequence select="($header, *)[1] ! c:position(.)"/>
        <xsl:apply-templates select="$header/*" mode="header"/>
        <xsl:apply-templates select="($header/../text/@xml:lang, $header/../@xml:lang)" mode="header"/>
      </record>
      <xsl:if test="$beside-header != 'no'">
        <xsl:apply-templates select="descendant::teiHeader[not(. is $header)]" mode="part"/>
        <xsl:apply-templates select="(descendant::bibl | descendant::biblStruct | descendant::biblFull)[not(ancestor::teiHeader)][not(ancestor::bibl | ancestor::biblStruct | ancestor::biblFull | ancestor::msDesc)]" mode="reference"/>
      </xsl:if>
    </citation>
  </xsl:template>

  <!-- A text inside a corpus. -->
  <xsl:template match="teiHeader" mode="part" as="element(c:record)">
    <record kind="part" id="{(../@xml:id, $document || '-' || count(../preceding-sibling::*))[1]}">
      <xsl:sequence select="c:position(.)"/>
      <xsl:apply-templates select="*" mode="header"/>
      <xsl:apply-templates select="../text/@xml:lang, ../@xml:lang" mode="header"/>
    </record>
  </xsl:template>

  <xsl:template match="text()" mode="words" as="xs:string"><xsl:sequence select="string(.)"/></xsl:template>
  <xsl:template match="note | figure | fw | index | desc" mode="words" as="xs:string*"/>
  <xsl:template match="lb | pb | cb | milestone | p | ab | head | list | item | label | lg | l | div | row | cell" mode="words" as="xs:string*">
    <xsl:sequence select="' '"/>
    <xsl:apply-templates mode="words"/>
  </xsl:template>
  <xsl:template match="choice" mode="words" as="xs:string*">
    <xsl:apply-templates select="(reg, corr, expan, *)[1]" mode="words"/>
  </xsl:template>
  <xsl:template match="app" mode="words" as="xs:string*">
    <xsl:apply-templates select="(lem, rdg)[1]" mode="words"/>
  </xsl:template>
  <xsl:template match="del | surplus" mode="words" as="xs:string*"/>
  <xsl:template match="q | quote[not(p)]" mode="words" as="xs:string*">
    <xsl:sequence select="'‘'"/><xsl:apply-templates mode="words"/><xsl:sequence select="'’'"/>
  </xsl:template>

  <xsl:function name="c:words" as="xs:string">
    <xsl:param name="element" as="element()?"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$element/node()" mode="words"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($parts))"/>
  </xsl:function>

  <!-- Where a field comes from: the number of its element in prepared TEI, and its path in the header. -->
  <xsl:function name="c:position" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:attribute name="at" select="string-join(($element/ancestor-or-self::*[ancestor-or-self::teiHeader], $element[not(ancestor-or-self::teiHeader)]/(.., .))/local-name(), '/')"/>
    <xsl:if test="$element/@v:i"><xsl:attribute name="i" select="$element/@v:i"/></xsl:if>
  </xsl:function>

  <!-- A field of the record; nothing where the header says nothing. -->
  <xsl:function name="c:field" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:sequence select="c:field($name, $element, $rank, c:words($element))"/>
  </xsl:function>
  <xsl:function name="c:field" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="normalize-space($value) != ''">
      <xsl:element name="{$name}" namespace="urn:x-variorum:citation">
        <xsl:attribute name="rank" select="$rank"/>
        <xsl:sequence select="c:position($element)"/>
        <xsl:if test="$element/@xml:lang"><xsl:attribute name="lang" select="$element/@xml:lang"/></xsl:if>
        <xsl:if test="$element/@type"><xsl:attribute name="type" select="$element/@type"/></xsl:if>
        <xsl:if test="$element/(hi | title | emph | foreign | term | q | quote)"><xsl:attribute name="markup" select="$element/(hi | title | emph | foreign | term | q | quote)[1]/local-name()"/></xsl:if>
        <xsl:value-of select="normalize-space($value)"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>

  <!-- A date with what the encoder normalised; the words stand for what a machine cannot read. -->
  <xsl:function name="c:date" as="element()?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:variable name="words" select="c:words($element)"/>
    <xsl:variable name="when" select="($element/@when, $element/@when-iso, $element/@when-custom)[1]"/>
    <xsl:variable name="from" select="($element/@from, $element/@from-iso, $element/@from-custom)[1]"/>
    <xsl:variable name="to" select="($element/@to, $element/@to-iso, $element/@to-custom)[1]"/>
    <xsl:variable name="not-before" select="($element/@notBefore, $element/@notBefore-iso, $element/@notBefore-custom)[1]"/>
    <xsl:variable name="not-after" select="($element/@notAfter, $element/@notAfter-iso, $element/@notAfter-custom)[1]"/>
    <xsl:if test="$words != '' or exists(($when, $from, $to, $not-before, $not-after))">
      <xsl:element name="{$name}" namespace="urn:x-variorum:citation">
        <xsl:attribute name="rank" select="$rank"/>
        <xsl:sequence select="c:position($element)"/>
        <xsl:if test="$when"><xsl:attribute name="when" select="$when"/></xsl:if>
        <xsl:if test="$from"><xsl:attribute name="from" select="$from"/></xsl:if>
        <xsl:if test="$to"><xsl:attribute name="to" select="$to"/></xsl:if>
        <xsl:if test="$not-before"><xsl:attribute name="not-before" select="$not-before"/></xsl:if>
        <xsl:if test="$not-after"><xsl:attribute name="not-after" select="$not-after"/></xsl:if>
        <xsl:if test="$element/@cert = ('low', 'medium') or $element/precision or $element/certainty"><xsl:attribute name="circa" select="'yes'"/></xsl:if>
        <xsl:value-of select="$words"/>
      </xsl:element>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
