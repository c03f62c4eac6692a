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

  <xsl:variable name="terms" as="map(xs:string, xs:string)"
    select="map:merge($index/i:index/i:terms/i:term ! map:entry(string(@key), string(.)))"/>
  <xsl:function name="f:term" as="xs:string?">
    <xsl:param name="key" as="xs:string?"/>
    <xsl:sequence select="$key ! $terms(.)"/>
  </xsl:function>

  <xsl:key name="app" match="app[@v:entry]" use="@v:entry"/>
  <xsl:key name="entry" match="i:entry" use="@id"/>
  <xsl:key name="entry-to" match="i:entry[@method ne 'parallel-segmentation']" use="@to"/>

  <!-- In the text. -->
  <xsl:template match="app" mode="content" priority="1">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
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

  <!-- An entry that stands elsewhere is called where its span ends. -->
  <xsl:variable name="spans" as="xs:boolean" select="exists($index/i:index/i:apparatus/i:entry[@method ne 'parallel-segmentation'][@to ne ''])"/>
  <xsl:template match="*[$spans][@v:id][key('entry-to', @v:id, $index)]" mode="content" priority="20">
    <xsl:variable name="root" as="document-node()" select="root(.)"/>
    <xsl:next-match/>
    <xsl:apply-templates select="key('entry-to', @v:id, $index)[not(key('app', @id, $root))]" mode="entry-call"/>
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
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </xsl:element>
  </xsl:template>

  <!-- The other readings stand in the entry. -->
  <xsl:template match="rdg[@v:left] | lem[@v:left] | rdgGrp[@v:left] | app/note | witDetail | wit" mode="content" priority="7"/>
  <xsl:template match="listApp | listWit" mode="content"/>
  <xsl:template match="witness" mode="content">
    <span>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
    </span>
  </xsl:template>

  <!-- The entry: key, lemma, readings with their sigla. `in-text`: its app has its anchor in the text. -->
  <xsl:template match="i:entry" mode="apparatus-entry">
    <xsl:param name="in-text" as="xs:boolean" select="true()"/>
    <li id="{@id}--entry" data-entry="{@id}">
      <xsl:attribute name="class" select="'entry', 'nested'[current()/@parent ne '']"/>
      <a class="entry-number" role="doc-backlink" href="#{if ($in-text) then @id else @from}" aria-label="{f:word('back-to-call-n', @n)}">{@n}</a>
      <div class="entry-body">
        <xsl:if test="@key ne ''">
          <span class="entry-key">{f:term(@key-unit[. = ('line', 'section')])}{if (@key-unit = 'paragraph') then '§ ' else ' '}{@key}</span>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:apply-templates select="i:lemma" mode="lemma"/>
        <xsl:for-each select="i:reading[@taken ne 'true']">
          <xsl:if test="position() gt 1">; </xsl:if>
          <xsl:apply-templates select="." mode="reading"/>
        </xsl:for-each>
        <xsl:for-each select="i:detail[@reading = '']">
          <xsl:text> </xsl:text>
          <span class="detail">{.}{@text}</span>
        </xsl:for-each>
        <xsl:for-each select="i:note">
          <xsl:text> </xsl:text>
          <div class="entry-note">
            <xsl:apply-templates select="note/node()" mode="content"/>
          </div>
        </xsl:for-each>
      </div>
    </li>
  </xsl:template>

  <xsl:template match="i:lemma[@kind = 'none']" mode="lemma" priority="1"/>
  <xsl:template match="i:lemma" mode="lemma">
    <span class="lemma">
      <xsl:copy-of select="../i:reading[@taken = 'true'][1]/@id ! f:attribute('data-reading', .)"/>
      <xsl:apply-templates select="lem/node() | rdg/node()" mode="content">
        <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
      </xsl:apply-templates>
      <xsl:if test="not(*)">{@text}</xsl:if>
      <xsl:if test="@omission = 'true'">
        <i class="term">{f:term('omission')}</i>
      </xsl:if>
    </span>
    <xsl:apply-templates select="@sigla[. ne '']" mode="reading"/>
    <xsl:if test="../(i:reading[@taken ne 'true'] | i:note | i:detail)">] </xsl:if>
  </xsl:template>

  <xsl:function name="f:attribute" as="attribute()">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:attribute name="{$name}" select="$value"/>
  </xsl:function>

  <xsl:template match="i:reading" mode="reading">
    <span class="reading {@kind}" data-reading="{@id}">
      <xsl:apply-templates select="*/@v:id" mode="attribute"/>
      <xsl:if test="@text ne ''">
        <span class="words">
          <xsl:apply-templates select="*/@v:lang, */@v:dir" mode="attribute"/>
          <xsl:apply-templates select="*/node()" mode="content"/>
        </span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="@text = '' or @kind ne 'omission'">
        <xsl:where-populated>
          <i class="term">{(f:term(if (@added-before = 'true') then 'addition-before' else @kind), f:term('omission')[current()/@text = ''])[1]}</i>
        </xsl:where-populated>
      </xsl:if>
      <xsl:apply-templates select="@sigla[. ne '']" mode="reading"/>
      <xsl:for-each select="(@resp, @source)[. ne ''][../@sigla = '']">
        <xsl:text> </xsl:text>
        <span class="sigla">{replace(., '#', '')}</span>
      </xsl:for-each>
      <xsl:for-each select="../i:detail[@reading = current()/@id]">
        <xsl:text> </xsl:text>
        <i class="detail">{(@text[. ne ''], @type)[1]}</i>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- Sigla as printed; each leads to its witness where that is clear. -->
  <xsl:template match="@sigla" mode="reading">
    <xsl:variable name="printed" as="xs:string*" select="tokenize(.)"/>
    <xsl:variable name="witnesses" as="xs:string*" select="tokenize(../@wit)"/>
    <xsl:variable name="page" as="xs:string?" select="$index/i:index/i:pages/i:page[@kind = 'witnesses']/@route"/>
    <xsl:text> </xsl:text>
    <span class="sigla">
      <xsl:choose>
        <xsl:when test="exists($page) and count($printed) = count($witnesses)">
          <xsl:for-each select="$printed">
            <xsl:variable name="at" as="xs:integer" select="position()"/>
            <xsl:if test="$at gt 1">
              <xsl:text> </xsl:text>
            </xsl:if>
            <a href="{$page}#{$witnesses[$at]}">{.}</a>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>{.}</xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>
</xsl:stylesheet>
