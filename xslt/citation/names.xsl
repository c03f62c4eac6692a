<?xml version="1.0" encoding="UTF-8"?>
<!-- Who is responsible, and for what. Names go out as the header writes them; the program splits those that are not tagged. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:x-variorum:citation"
                xmlns="urn:x-variorum:citation" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all" expand-text="yes">

  <!-- name element → a person or an organisation; parameters: the role, the words that say it -->
  <xsl:mode name="name" on-no-match="fail"/>

  <!-- MARC relator codes and the words of several languages that say what somebody did. -->
  <xsl:variable name="roles" as="map(xs:string, xs:string)" select="map{
    'author': '^aut$|^author|autor|auteur|verfass|автор',
    'translator': '^trl$|translat|übersetz|uebersetz|traduc|tradui|перев',
    'contributor': '^ctb$|assist|with the help|contribut|collaborat|mitarbeit|unter mitwirkung|avec la',
    'series-editor': '^pbd$|series editor|reihenherausgeb|projektleit|project (lead|director)',
    'editor': '^edt$|(^|\W)ed(s|d)?\.|(^|\W)edit|herausg|^hg\.?$|^hrsg|éd\.|édit|curat|a cura|bearb|редак',
    'recipient': '^rcp$|recipient|addressee|adressat',
    'compiler': '^com$|^mtk$|compil|note-?taker|protokollf|minutes? (taken|by)'
  }"/>

  <xsl:function name="c:roles" as="xs:string*">
    <xsl:param name="said" as="xs:string"/>
    <xsl:variable name="text" select="lower-case(normalize-space($said))"/>
    <xsl:variable name="found" as="xs:string*"
      select="('author', 'translator', 'contributor', 'series-editor', 'editor', 'recipient', 'compiler')[matches($text, $roles(.))]"/>
    <xsl:sequence select="
      if ($found = 'contributor') then 'contributor'
      else if ($found = 'series-editor') then 'series-editor'
      else if (exists($found)) then $found else 'other'"/>
  </xsl:function>

  <!-- The people of an author, editor, resp statement …: those tagged inside, else the element itself. -->
  <xsl:function name="c:people" as="element(c:name)*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="roles" as="xs:string*"/>
    <xsl:param name="said" as="xs:string?"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:variable name="tagged" as="element()*"
      select="$element/(persName | orgName | name)[not(. is ../(persName | orgName | name)[@type = ('alternative', 'alt', 'variant')][1])]"/>
    <!-- The same name in several languages is one person. -->
    <xsl:variable name="tagged" as="element()*" select="
      if (count($tagged) gt 1 and count(distinct-values($tagged ! string(@xml:lang))) = count($tagged)) then $tagged[1] else $tagged"/>
    <xsl:variable name="stray" select="normalize-space(string-join($element/text()))"/>
    <xsl:variable name="names" as="element()*" select="if (exists($tagged) and not(matches($stray, '\w{4}'))) then $tagged else $element"/>
    <xsl:for-each select="$names">
      <xsl:variable name="name" select="."/>
      <xsl:for-each select="$roles">
        <xsl:apply-templates select="$name" mode="name">
          <xsl:with-param name="role" select="."/>
          <xsl:with-param name="said" select="$said"/>
          <xsl:with-param name="rank" select="$rank"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="*" mode="name" as="element(c:name)?">
    <xsl:param name="role" as="xs:string"/>
    <xsl:param name="said" as="xs:string?"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:variable name="surname" select=".//surname[1]"/>
    <xsl:variable name="literal" select="c:words(.)"/>
    <xsl:if test="$literal != ''">
      <name role="{$role}" rank="{$rank}">
        <xsl:if test="$said != ''"><xsl:attribute name="said" select="$said"/></xsl:if>
        <xsl:sequence select="c:position(.)"/>
        <xsl:attribute name="kind" select="
          if (self::orgName or orgName or self::name[@type = ('org', 'organisation', 'organization', 'corp')] or self::publisher) then 'organisation'
          else if (self::persName or persName or $surname) then 'person' else 'unknown'"/>
        <xsl:apply-templates select="(@ref, ../(self::author | self::editor | self::persName)/@ref, idno[matches(., '^https?:')])[1]" mode="name-link"/>
        <xsl:choose>
          <xsl:when test="$surname">
            <family>{c:words($surname)}</family>
            <given>{string-join(.//forename ! c:words(.), ' ')}</given>
            <particle>{string-join(.//nameLink ! c:words(.), ' ')}</particle>
            <suffix>{string-join(.//genName ! c:words(.), ' ')}</suffix>
          </xsl:when>
          <xsl:otherwise><literal>{
            if ((persName | orgName) and not(self::persName | self::orgName | self::name)) then c:words((persName | orgName)[1])
            else if (self::persName and roleName) then normalize-space(string-join((node() except roleName) ! string(.)))
            else if (idno or note or affiliation or email or address) then normalize-space(string-join((node() except (idno, note, affiliation, email, address)) ! string(.)))
            else $literal }</literal></xsl:otherwise>
        </xsl:choose>
      </name>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="name-link" on-no-match="fail"/>
  <xsl:template match="@* | idno" mode="name-link">
    <xsl:for-each select="tokenize(.)[matches(., '^https?:')][1]"><xsl:attribute name="link" select="."/></xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
