<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Names, dates and titles of works; a name that has an entry in a register is a link to it. -->

  <xsl:template match="persName | placeName | orgName | rs | name | objectName | eventName | title | country | region | settlement | district
      | bloc | geogName | geogFeat | forename | surname | addName | roleName | genName | nameLink | idno | geo | author | editor | publisher
      | pubPlace | biblScope | citedRange | edition | affiliation | occupation | role | roleDesc | street | postCode | postBox | offset | state
      | trait | terrain | climate | population | socecStatus | sex | gender | faith | nationality | education | age | birth | death | floruit
      | residence | langKnowledge | langKnown | event/label | resp | availability | licence | distributor | authority | sponsor | funder
      | principal | textLang | repository | collection | institution | msName" mode="content" priority="-0.1">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="persName[@v:href] | placeName[@v:href] | orgName[@v:href] | rs[@v:href] | name[@v:href] | objectName[@v:href]
      | eventName[@v:href] | title[@v:href] | term[@v:href] | country[@v:href] | region[@v:href] | settlement[@v:href]
      | geogName[@v:href] | author[@v:href] | editor[@v:href] | bibl[@v:href][not(f:holds-blocks(.))] | w[@v:entries][@v:href] | idno[@v:href]" mode="content" priority="1">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($linked) then 'span' else 'a'}">
      <xsl:if test="not($linked)">
        <xsl:attribute name="href" select="f:first-pointer(.)"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content">
        <xsl:with-param name="linked" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
    </xsl:element>
  </xsl:template>

  <xsl:template match="date | time | origDate" mode="content" priority="-0.1">
    <time>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </time>
  </xsl:template>
  <xsl:template match="date[f:holds-blocks(.)]" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </div>
  </xsl:template>
  <!-- HTML reads single days, months, years and moments; an interval stays data. -->
  <xsl:template match="@v:date" mode="attribute" as="attribute()">
    <xsl:attribute name="data-date" select="."/>
  </xsl:template>
  <xsl:template match="@v:date[matches(., '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')]" mode="attribute" as="attribute()">
    <xsl:attribute name="datetime" select="."/>
  </xsl:template>
  <xsl:template match="@v:entries" mode="attribute" as="attribute()">
    <xsl:attribute name="data-entries" select="."/>
  </xsl:template>

  <xsl:template match="address" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </div>
  </xsl:template>
  <xsl:template match="addrLine" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </div>
  </xsl:template>
</xsl:stylesheet>
