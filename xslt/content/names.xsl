<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Names, dates and titles of works; a name that has an entry in a register is a link to it. -->

  <xsl:template match="persName | placeName | orgName | rs | name | date | objectName | eventName | title | country | region | settlement | district
      | bloc | geogName | geogFeat | forename | surname | addName | roleName | genName | nameLink | idno | geo | author | editor | publisher
      | pubPlace | biblScope | citedRange | edition | affiliation | occupation | role | roleDesc | street | postCode | postBox | offset | state
      | trait | terrain | climate | population | socecStatus | sex | gender | faith | nationality | education | age | birth | death | floruit
      | residence | langKnowledge | langKnown | event/label | resp | availability | licence | distributor | authority | sponsor | funder
      | principal | textLang | repository | collection | institution | msName" mode="content" priority="-0.1">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <!-- What becomes a link where it leads somewhere. -->
  <xsl:variable name="linking" as="map(xs:string, xs:boolean)" select="map:merge(tokenize(
    'persName placeName orgName rs name objectName eventName title term country region settlement geogName author editor bibl w idno ref date')
    ! map:entry(., true()))"/>

  <!-- `linked`: inside another link, where HTML allows none. -->
  <xsl:mode name="link" on-no-match="fail"/>
  <xsl:template match="*" mode="link">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:choose>
      <xsl:when test="@v:block = 'yes' or * and (note/@v:n, */@v:note) != ''">
        <xsl:apply-templates select="." mode="links"/>
      </xsl:when>
      <xsl:when test="$linked">
        <xsl:apply-templates select="." mode="phrase"/>
      </xsl:when>
      <xsl:otherwise>
        <a href="{substring-before(@v:href || ' ', ' ')}">
          <xsl:apply-templates select="." mode="attributes"/>
          <!-- Empty: the entry that the link leads to. -->
          <xsl:if test="@v:entries and substring-after(substring-before(@v:href || ' ', ' '), '#') = @v:entries">
            <xsl:attribute name="data-entries"/>
          </xsl:if>
          <xsl:apply-templates select="." mode="inner">
            <xsl:with-param name="linked" tunnel="yes" select="true()"/>
          </xsl:apply-templates>
          <!-- A link without a word shows where it leads, as a pointer does. -->
          <xsl:if test="normalize-space() = ''">
            <xsl:apply-templates select="." mode="where-to"/>
          </xsl:if>
        </a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A block, or a name with a note on it: the link is around each part, the calls stay links of their own. -->
  <xsl:mode name="links" on-no-match="fail"/>
  <xsl:template match="*" mode="links">
    <xsl:variable name="href" as="xs:string" select="f:first-pointer(.)"/>
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before" mode="content"/>
      <xsl:for-each select="node()">
        <xsl:apply-templates select="." mode="part-of-link">
          <xsl:with-param name="href" select="$href"/>
        </xsl:apply-templates>
      </xsl:for-each>
      <xsl:apply-templates select="@v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:mode name="part-of-link" on-no-match="fail"/>
  <xsl:template match="* | text()" mode="part-of-link">
    <xsl:param name="href" as="xs:string"/>
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($linked) then 'span' else 'a'}">
      <xsl:if test="not($linked)">
        <xsl:attribute name="href" select="$href"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="content">
        <xsl:with-param name="linked" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="." mode="where-to"/>
    </xsl:element>
  </xsl:template>
  <xsl:mode name="where-to" on-no-match="deep-skip"/>
  <xsl:template match="*[normalize-space(.) eq ''][not(descendant::graphic[@v:href] or descendant::ptr[@v:href] or descendant-or-self::g)]" mode="where-to">
    <span data-left="chrome">{(@target[matches(., '^https?:')], '→')[1]}</span>
  </xsl:template>
  <xsl:template match="note | *[@v:note] | processing-instruction() | comment() | text()[not(matches(., '[\p{L}\p{N}]'))] | *[@v:block or @v:href or map:contains($blocks, local-name())]" mode="part-of-link">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <!-- HTML reads single days, months and years; an interval stays data. -->
  <xsl:template match="date[not(@v:holds = 'blocks')] | time | origDate" mode="content">
    <xsl:choose>
      <xsl:when test="matches(@v:date, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')">
        <time>
          <xsl:apply-templates select="." mode="attributes"/>
          <xsl:attribute name="datetime" select="@v:date"/>
          <xsl:apply-templates select="." mode="inner"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="@v:date" mode="attribute">
    <xsl:attribute name="data-date" select="."/>
  </xsl:template>
  <xsl:template match="@v:entries" mode="attribute">
    <xsl:attribute name="data-entries" select="."/>
  </xsl:template>

  <xsl:template match="address" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
  <xsl:template match="addrLine" mode="content">
    <div>
      <xsl:apply-templates select="." mode="inside"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
