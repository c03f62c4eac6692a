<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The critical apparatus: in the text the reading that it takes and the call of the entry; the entries themselves come from the index. -->

  <!-- One entry, one reading of it, what it says of its lemma. -->
  <xsl:mode name="apparatus-entry" on-no-match="fail"/>
  <xsl:mode name="lemma" on-no-match="fail"/>
  <xsl:mode name="reading" on-no-match="fail"/>
  <!-- What calls an entry in the text. -->
  <xsl:mode name="entry-call" on-no-match="fail"/>

  <!-- Those of a list stand apart from the text. -->
  <xsl:key name="app" match="app[@v:entry][not(ancestor::listApp)]" use="@v:entry"/>
  <xsl:key name="entry" match="i:entry" use="@id"/>
  <xsl:key name="entry-to" match="i:entry[@method ne 'parallel-segmentation']" use="@to"/>

  <!-- In the text. -->
  <xsl:template match="app" mode="content" priority="1">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="inside"/>
      <xsl:if test="@v:entry">
        <xsl:apply-templates select="key('entry', @v:entry, $index)" mode="entry-call"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>
  <!-- The text around it already shows its lemma. -->
  <xsl:template match="app[@v:left]" mode="content" priority="9">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="key('entry', @v:entry, $index)" mode="entry-call"/>
    </span>
  </xsl:template>

  <!-- An entry that stands elsewhere is called where its span ends: inside a block, behind anything else. -->
  <xsl:variable name="spans" as="xs:boolean" select="exists($index/i:index/i:apparatus/i:entry[@method ne 'parallel-segmentation'][@to ne ''])"/>
  <xsl:template match="*[$spans][@v:id][key('entry-to', @v:id, $index)]" mode="content" priority="20">
    <xsl:variable name="root" as="document-node()" select="root(.)"/>
    <xsl:variable name="calls" as="element()*">
      <xsl:apply-templates select="key('entry-to', @v:id, $index)[not(key('app', @id, $root))]" mode="entry-call"/>
    </xsl:variable>
    <xsl:variable name="shown" as="item()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$calls and $shown[last()][self::*[local-name() = $html-blocks]]">
        <xsl:sequence select="$shown[position() lt last()]"/>
        <xsl:apply-templates select="$shown[last()]" mode="with-calls">
          <xsl:with-param name="calls" select="$calls" tunnel="yes"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$shown, $calls"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:variable name="html-blocks" as="xs:string+" select="tokenize('p div section blockquote ul ol li dl dd table tbody tr td h1 h2 h3 h4 h5 h6')"/>
  <!-- A block with calls at the end of its last line. -->
  <xsl:mode name="with-calls" on-no-match="fail"/>
  <xsl:template match="*" mode="with-calls">
    <xsl:param name="calls" as="element()*" tunnel="yes"/>
    <xsl:variable name="last" as="node()?" select="node()[last()][self::*[local-name() = $html-blocks]]"/>
    <xsl:copy>
      <xsl:copy-of select="@*, node() except $last"/>
      <xsl:apply-templates select="$last" mode="with-calls"/>
      <xsl:if test="not($last)">
        <xsl:copy-of select="$calls"/>
      </xsl:if>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="i:entry" mode="entry-call">
    <xsl:param name="linked" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:param name="secondary" as="xs:boolean" tunnel="yes" select="false()"/>
    <xsl:if test="not($secondary)">
      <sup class="entry-call" data-left="chrome">
        <xsl:element name="{if ($linked) then 'span' else 'a'}">
          <xsl:if test="not($linked)">
            <xsl:attribute name="href" select="'#' || @id || '--entry'"/>
            <xsl:attribute name="role" select="'doc-noteref'"/>
            <xsl:attribute name="aria-label" select="f:word('entry-n', @n)"/>
          </xsl:if>
          <xsl:value-of select="@n"/>
        </xsl:element>
      </sup>
    </xsl:if>
  </xsl:template>

  <xsl:template match="lem | rdg | rdgGrp" mode="content">
    <xsl:apply-templates select="." mode="phrase"/>
  </xsl:template>

  <!-- The other readings stand in the entry. -->
  <xsl:template match="rdg[@v:left] | lem[@v:left] | rdgGrp[@v:left] | app/note | witDetail | wit" mode="content" priority="7"/>
  <xsl:template match="listApp | listWit" mode="content"/>
  <xsl:template match="witness" mode="content">
    <span>
      <xsl:apply-templates select="." mode="inside"/>
    </span>
  </xsl:template>

  <!-- The entry: key, lemma, readings with their sigla, as the index has composed them. `in-text`: its app has its anchor in the text. -->
  <xsl:template match="i:entry" mode="apparatus-entry">
    <xsl:param name="in-text" as="xs:boolean" select="true()"/>
    <xsl:variable name="readings" as="element()*" select="i:reading[@taken ne 'true']"/>
    <li id="{@id}--entry" data-entry="{@id}">
      <xsl:attribute name="class" select="'entry', 'nested'[current()/@parent ne '']"/>
      <xsl:apply-templates select="." mode="entry-number">
        <xsl:with-param name="anchor" select="string(if ($in-text) then @id else @from)"/>
      </xsl:apply-templates>
      <div class="entry-body">
        <xsl:if test="@key-text ne ''">
          <span class="entry-key">{@key-text}</span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="i:lemma" mode="lemma"/>
        <xsl:for-each select="$readings">
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:apply-templates select="." mode="reading"/>
        </xsl:for-each>
        <xsl:if test="$readings and i:remark">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="i:remark" mode="piece"/>
        <xsl:for-each select="i:note">
          <xsl:if test="@text ne '' and ($readings or ../i:remark or preceding-sibling::i:note[@text ne ''])"> — </xsl:if>
          <xsl:apply-templates select="*" mode="entry-note"/>
        </xsl:for-each>
      </div>
    </li>
  </xsl:template>

  <!-- Its number leads back to its call; what names no place in this text has none. -->
  <xsl:mode name="entry-number" on-no-match="fail"/>
  <xsl:template match="i:entry" mode="entry-number">
    <xsl:param name="anchor" as="xs:string"/>
    <a class="entry-number" role="doc-backlink" href="#{$anchor}" aria-label="{f:word('back-to-call-n', @n)}">{@n}</a>
  </xsl:template>
  <xsl:template match="i:entry[@from = '']" mode="entry-number">
    <span class="entry-number">{@n}</span>
  </xsl:template>

  <xsl:mode name="entry-note" on-no-match="fail"/>
  <xsl:template match="*" mode="entry-note">
    <xsl:element name="{f:phrase(.)}">
      <xsl:attribute name="class" select="'entry-note'"/>
      <xsl:apply-templates select="@v:id, @v:lang, @v:dir" mode="attribute"/>
      <xsl:apply-templates mode="content"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="i:lemma[@kind = 'none']" mode="lemma" priority="1"/>
  <xsl:template match="i:lemma" mode="lemma">
    <span class="lemma">
      <xsl:copy-of select="../i:reading[@taken = 'true'][1]/@id ! f:attribute('data-reading', .)"/>
      <xsl:apply-templates select="i:words | i:term | i:siglum | i:remark" mode="piece">
        <!-- In parallel segmentation the text has its anchors. -->
        <xsl:with-param name="secondary" tunnel="yes" select="../@method = 'parallel-segmentation'"/>
      </xsl:apply-templates>
    </span>
    <xsl:if test="../(i:reading[@taken ne 'true'] | i:note[@text ne ''] | i:remark)">] </xsl:if>
  </xsl:template>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <xsl:template match="i:reading" mode="reading">
    <span class="reading {@kind}" data-reading="{@id}">
      <xsl:apply-templates select="rdg/@v:id" mode="attribute"/>
      <xsl:apply-templates select="i:words | i:term | i:siglum | i:remark" mode="piece"/>
    </span>
  </xsl:template>

  <!-- The parts of a lemma or reading, each after a blank but the first. -->
  <xsl:mode name="piece" on-no-match="fail"/>
  <xsl:template match="i:words | i:term | i:siglum | i:remark" mode="piece" priority="2">
    <xsl:if test="position() gt 1 and not(@joined = 'true')">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>
  <xsl:template match="i:words" mode="piece" priority="1">
    <span class="words">
      <xsl:apply-templates select="../(lem | rdg)/(@v:lang, @v:dir)" mode="attribute"/>
      <xsl:value-of select="."/>
    </span>
  </xsl:template>
  <xsl:template match="i:words[@whole = 'true']" mode="piece" priority="1.5">
    <span class="words">
      <xsl:apply-templates select="../(lem | rdg)/(@v:lang, @v:dir)" mode="attribute"/>
      <xsl:apply-templates select="../(lem | rdg)/node()" mode="content"/>
    </span>
  </xsl:template>
  <xsl:template match="i:term" mode="piece" priority="1">
    <i class="term">{.}</i>
  </xsl:template>
  <!-- Each siglum leads to its witness. -->
  <xsl:template match="i:siglum" mode="piece" priority="1">
    <span class="sigla">
      <xsl:apply-templates select="." mode="siglum"/>
    </span>
    <xsl:if test="@marks ne ''">
      <xsl:text> </xsl:text>
      <i class="term">{@marks}</i>
    </xsl:if>
  </xsl:template>
  <xsl:mode name="siglum" on-no-match="fail"/>
  <xsl:variable name="witness-list" as="xs:string?" select="$index/i:index/i:pages/i:page[@kind = 'witnesses']/@route"/>
  <xsl:template match="i:siglum" mode="siglum">{.}</xsl:template>
  <xsl:template match="i:siglum[exists($witness-list)][@witness ne '']" mode="siglum">
    <a href="{$witness-list}#{encode-for-uri(@witness)}">{.}</a>
  </xsl:template>
  <xsl:template match="i:remark" mode="piece" priority="1">
    <xsl:variable name="detail" as="element()?" select="ancestor::i:entry/i:detail[@id = current()/@detail]"/>
    <span class="remark">
      <xsl:apply-templates select="$detail/*/@v:id" mode="attribute"/>
      <xsl:text>(</xsl:text>
      <xsl:value-of select="@sigla[. ne ''] ! concat(., ' ')"/>
      <xsl:apply-templates select="if ($detail/@text = .) then $detail/*/node() else text()" mode="content"/>
      <xsl:text>)</xsl:text>
    </span>
  </xsl:template>
</xsl:stylesheet>
