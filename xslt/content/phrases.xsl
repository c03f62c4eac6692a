<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Phrases: highlighting, quotation, terms, links. -->

  <xsl:template match="hi | seg | emph | foreign | term | gloss | mentioned | soCalled | distinct | q | quote | said | cit | label | rhyme | metamark
      | formula | w | pc | s | c | m | cl | phr | num | measure | measureGrp | unit | ident | interp | interpGrp | altIdentifier | abstract
      | span | spanGrp | lang | email | desc | ellipsis" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <!-- The renditions that HTML has an element for. (Written out: an element whose name is computed costs twice as much.) -->
  <xsl:template match="hi[@v:class != '' and not(@v:holds = 'blocks')]" mode="content">
    <xsl:choose>
      <xsl:when test="@v:class = 'italic'">
        <i>
          <xsl:apply-templates select="." mode="inside"/>
        </i>
      </xsl:when>
      <xsl:when test="@v:class = 'bold'">
        <b>
          <xsl:apply-templates select="." mode="inside"/>
        </b>
      </xsl:when>
      <xsl:when test="@v:class = 'superscript'">
        <sup>
          <xsl:apply-templates select="." mode="inside"/>
        </sup>
      </xsl:when>
      <xsl:when test="@v:class = 'subscript'">
        <sub>
          <xsl:apply-templates select="." mode="inside"/>
        </sub>
      </xsl:when>
      <xsl:when test="@v:class = 'strike'">
        <s>
          <xsl:apply-templates select="." mode="inside"/>
        </s>
      </xsl:when>
      <xsl:when test="@v:class = 'underline'">
        <u>
          <xsl:apply-templates select="." mode="inside"/>
        </u>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="phrase"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="emph[not(@v:holds = 'blocks')]" mode="content">
    <em>
      <xsl:apply-templates select="." mode="inside"/>
    </em>
  </xsl:template>

  <!-- A quotation that stands by itself. -->
  <xsl:template match="quote[@v:block]" mode="content">
    <blockquote>
      <xsl:apply-templates select="." mode="inside"/>
    </blockquote>
  </xsl:template>

  <xsl:template match="code | gi | att | val | tag | scheme | specDesc | moduleRef" mode="content">
    <code>
      <xsl:apply-templates select="." mode="inside"/>
    </code>
  </xsl:template>

  <!-- Markup shown as an example. -->
  <xsl:template match="eg:egXML" mode="content" xmlns:eg="http://www.tei-c.org/ns/Examples">
    <pre>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </pre>
  </xsl:template>
  <xsl:template match="eg:*" mode="content" priority="-0.4" xmlns:eg="http://www.tei-c.org/ns/Examples">
    <xsl:apply-templates mode="content"/>
  </xsl:template>

  <xsl:template match="ruby" mode="content">
    <ruby>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </ruby>
  </xsl:template>
  <xsl:template match="rb" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>
  <!-- Its brackets show only where ruby cannot. -->
  <xsl:template match="rt" mode="content">
    <rp>{@v:before}</rp>
    <rt>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </rt>
    <rp>{@v:after}</rp>
  </xsl:template>

  <xsl:template match="ref | ptr" mode="content" priority="-0.1">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>
  <!-- One that asks for the number of a note has it behind its words. -->
  <xsl:template match="ref[@type = 'number'][@v:href]" mode="content" priority="9">
    <xsl:next-match/>
    <xsl:for-each select="f:note-number(.)">
      <span data-left="chrome">{.}</span>
    </xsl:for-each>
  </xsl:template>
  <xsl:function name="f:note-number" as="xs:string?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="$pointer[@type = 'number'] ! key('note', substring-after(f:first-pointer(.), '#'), root(.))[1]/@v:n ! string()"/>
  </xsl:function>

  <!-- A pointer has no words of its own: it shows where it leads. -->
  <xsl:template match="ptr[@v:href]" mode="content">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:element name="{if ($linked) then 'span' else 'a'}">
      <xsl:if test="not($linked)">
        <xsl:attribute name="href" select="f:first-pointer(.)"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before" mode="content"/>
      <span data-left="chrome">{(f:note-number(.), @target[matches(., '^https?:')], '→')[1]}</span>
      <xsl:apply-templates select="node(), @v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <!-- Data for machines. -->
  <xsl:template match="link | linkGrp | join | joinGrp | alt | altGrp | timeline | when | fs | fLib | fvLib | certainty | precision | respons
      | spanGrp[not(.//text())] | substJoin | transpose | listTranspose | listRelation[not(ancestor::listPerson)] | listChange | catchwords
      | listAnnotation | annotation | xenoData" mode="content" priority="1"/>

  <xsl:template match="index" mode="content"/>
</xsl:stylesheet>
