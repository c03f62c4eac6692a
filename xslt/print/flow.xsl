<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Blocks. What no template knows is a block with its content where it begins and ends a line, else its content. -->

  <xsl:mode name="flow" on-no-match="text-only-copy"/>
  <!-- What every block carries: anchor, number in the source, language. -->
  <xsl:mode name="placed" on-no-match="fail"/>

  <xsl:template match="*" mode="placed" as="attribute()*">
    <xsl:for-each select="@v:id">
      <xsl:attribute name="id" select="."/>
    </xsl:for-each>
    <xsl:attribute name="i" select="@v:i"/>
    <xsl:for-each select="@v:lang">
      <xsl:attribute name="language" select="."/>
    </xsl:for-each>
    <xsl:for-each select="@v:dir">
      <xsl:attribute name="direction" select="."/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="@v:before | @v:after" mode="flow">{.}</xsl:template>

  <!-- The content of an element, between the starts and ends of the lemmata that it bounds. -->
  <xsl:mode name="inside" on-no-match="fail"/>
  <xsl:template match="*" mode="inside">
    <xsl:apply-templates select="." mode="starts"/>
    <xsl:apply-templates select="@v:before, node(), @v:after" mode="flow"/>
    <xsl:apply-templates select="." mode="ends"/>
  </xsl:template>

  <xsl:template match="*[map:contains($blocks, local-name())] | *[@v:block]" mode="flow">
    <paragraph role="body">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </paragraph>
  </xsl:template>
  <xsl:template match="text | front | body | back | group | div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7 | opener | closer | postscript
      | titlePage | argument | epigraph | castList | castGroup | sp | set | performance | prologue | epilogue | meeting | listBibl | floatingText
      | TEI | standOff | sourceDoc | surface | surfaceGrp | zone | annotationBlock | entry | superEntry" mode="flow" priority="1">
    <block>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </block>
  </xsl:template>

  <xsl:template match="head" mode="flow" priority="2">
    <paragraph role="label">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </paragraph>
  </xsl:template>
  <xsl:template match="(div | div0 | div1 | div2 | div3 | div4 | div5 | div6 | div7 | body | front | back | group | text)/head" mode="flow" priority="3">
    <heading level="{max((1, count(ancestor::*[self::div | self::div0 | self::div1 | self::div2 | self::div3 | self::div4 | self::div5 | self::div6 | self::div7])))}"
      text="{f:plain(.)}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </heading>
  </xsl:template>
  <xsl:template match="table/head | figure/head" mode="flow" priority="3">
    <caption>
      <xsl:apply-templates select="." mode="inside"/>
    </caption>
  </xsl:template>

  <!-- The reading text of an element on one line. -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:value-of>
      <xsl:apply-templates select="$element/node()" mode="plain"/>
    </xsl:value-of>
  </xsl:function>
  <xsl:mode name="plain" on-no-match="text-only-copy"/>
  <xsl:template match="*" mode="plain">
    <xsl:text>{@v:before}</xsl:text>
    <xsl:apply-templates mode="plain"/>
    <xsl:text>{@v:after}</xsl:text>
  </xsl:template>
  <xsl:template match="*[@v:left]" mode="plain" priority="1">{@v:before}{@v:after}</xsl:template>

  <xsl:variable name="roles" as="map(xs:string, xs:string)" select="map { 'speaker': 'speaker', 'dateline': 'dateline', 'signed': 'signed',
    'salute': 'salute', 'stage': 'stage', 'byline': 'centered', 'titlePart': 'centered', 'docImprint': 'centered', 'trailer': 'centered', 'addrLine': 'unindented', 'bibl': 'unindented',
    'castItem': 'unindented', 'line': 'unindented', 'witness': 'unindented' }"/>
  <xsl:template match="speaker | dateline | signed | salute | stage[@v:block] | byline | titlePart | docImprint | trailer | addrLine | castItem | line" mode="flow" priority="2">
    <paragraph role="{$roles(local-name())}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </paragraph>
  </xsl:template>
  <xsl:template match="p | ab" mode="flow" priority="2">
    <paragraph role="{if (@type = 'decision') then 'decision' else if (contains-token(@v:class, 'center')) then 'centered' else 'body'}" n="{@v:n}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </paragraph>
  </xsl:template>

  <xsl:template match="lg" mode="flow" priority="2">
    <verse>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </verse>
  </xsl:template>
  <xsl:template match="l" mode="flow" priority="2">
    <verse-line n="{(@v:n, @n)[1]}" indent="{if (contains-token(@v:class, 'indent') or @part = ('M', 'F')) then 1 else 0}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </verse-line>
  </xsl:template>

  <xsl:template match="list" mode="flow" priority="2">
    <list style="{if (@type = ('ordered', 'numbered') or contains-token(@v:class, 'numbered')) then 'numbered' else if (label) then 'labelled' else if (@type = ('bulleted', 'unordered', 'bullet')) then 'bulleted' else 'plain'}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </list>
  </xsl:template>
  <xsl:template match="list/item" mode="flow" priority="2">
    <item>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </item>
  </xsl:template>
  <xsl:template match="list/label" mode="flow" priority="2">
    <label>
      <xsl:apply-templates select="." mode="inside"/>
    </label>
  </xsl:template>

  <!-- Words that no item, row or cell holds. -->
  <xsl:template match="list/text()[normalize-space()]" mode="flow" priority="3">
    <item>{.}</item>
  </xsl:template>
  <xsl:template match="table/text()[normalize-space()]" mode="flow" priority="3">
    <row label="false">
      <cell columns="1" rows="1" label="false">{.}</cell>
    </row>
  </xsl:template>
  <xsl:template match="row/text()[normalize-space()]" mode="flow" priority="3">
    <cell columns="1" rows="1" label="false">{.}</cell>
  </xsl:template>

  <!-- Lists of names in minutes run on; a roster stands beside what was said. -->
  <xsl:template match="list[@type = 'attendance']" mode="flow" priority="3">
    <paragraph role="unindented">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="names"/>
    </paragraph>
  </xsl:template>
  <xsl:mode name="names" on-no-match="fail"/>
  <xsl:template match="list" mode="names">
    <xsl:apply-templates select="." mode="starts"/>
    <xsl:for-each select="* | text()[normalize-space()]">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:value-of select="self::text()"/>
      <xsl:apply-templates select="self::*" mode="inside"/>
    </xsl:for-each>
    <xsl:apply-templates select="." mode="ends"/>
  </xsl:template>
  <xsl:template match="div[list[@type = 'roster']]" mode="flow" priority="3">
    <block>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="starts"/>
      <xsl:variable name="roster" as="element()" select="list[@type = 'roster'][1]"/>
      <xsl:apply-templates select="node()[. &lt;&lt; $roster]" mode="flow"/>
      <minutes>
        <xsl:apply-templates select="$roster" mode="placed"/>
        <roster>
          <xsl:apply-templates select="$roster" mode="names"/>
        </roster>
        <xsl:apply-templates select="node()[. &gt;&gt; $roster][not(ancestor::node() intersect $roster)]" mode="flow"/>
      </minutes>
      <xsl:apply-templates select="." mode="ends"/>
    </block>
  </xsl:template>

  <xsl:template match="table" mode="flow" priority="2">
    <table>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </table>
  </xsl:template>
  <xsl:template match="row" mode="flow" priority="2">
    <row label="{@role = 'label'}">
      <xsl:apply-templates select="." mode="inside"/>
    </row>
  </xsl:template>
  <xsl:template match="cell" mode="flow" priority="2">
    <cell columns="{(@cols, 1)[1]}" rows="{(@rows, 1)[1]}" label="{@role = 'label'}">
      <xsl:apply-templates select="." mode="inside"/>
    </cell>
  </xsl:template>

  <xsl:template match="quote[@v:block] | cit[@v:block] | q[@v:block]" mode="flow" priority="2">
    <quotation>
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </quotation>
  </xsl:template>
  <xsl:template match="figure[@v:block]" mode="flow" priority="2">
    <figure description="{figDesc ! normalize-space(.)}">
      <xsl:apply-templates select="." mode="placed"/>
      <xsl:apply-templates select="." mode="inside"/>
    </figure>
  </xsl:template>

  <!-- Not of the text. -->
  <xsl:template match="teiHeader | TEI[text]/standOff | TEI[text]/sourceDoc | TEI[text]/facsimile | TEI[sourceDoc]/standOff | TEI[sourceDoc]/facsimile" mode="flow" priority="9"/>
  <xsl:template match="*[@v:left]" mode="flow" priority="8">
    <xsl:apply-templates select="." mode="starts"/>
    <xsl:apply-templates select="@v:before, @v:after" mode="flow"/>
    <xsl:apply-templates select="." mode="ends"/>
  </xsl:template>
</xsl:stylesheet>
