<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Phrases: renditions, languages, names, calls, references, marks for the index, breaks of the source. -->

  <xsl:variable name="styles" as="xs:string*" select="'italic', 'bold', 'small-caps', 'superscript', 'subscript', 'underline', 'strike', 'spaced'"/>

  <xsl:template match="*" mode="flow" priority="-0.2">
    <xsl:apply-templates select="." mode="styled">
      <xsl:with-param name="styles" select="tokenize(@v:class)[. = $styles], if (@v:lang) then 'language' else ()"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- One wrapper after the other around the content. -->
  <xsl:mode name="styled" on-no-match="fail"/>
  <xsl:template match="*" mode="styled">
    <xsl:param name="styles" as="xs:string*"/>
    <xsl:choose>
      <xsl:when test="empty($styles)">
        <xsl:apply-templates select="." mode="named"/>
      </xsl:when>
      <xsl:when test="$styles[1] = 'language'">
        <language language="{@v:lang}" direction="{(@v:dir, 'ltr')[1]}">
          <xsl:apply-templates select="." mode="styled">
            <xsl:with-param name="styles" select="tail($styles)"/>
          </xsl:apply-templates>
        </language>
      </xsl:when>
      <xsl:otherwise>
        <style name="{$styles[1]}">
          <xsl:apply-templates select="." mode="styled">
            <xsl:with-param name="styles" select="tail($styles)"/>
          </xsl:apply-templates>
        </style>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:mode name="named" on-no-match="fail"/>
  <xsl:template match="*" mode="named">
    <xsl:apply-templates select="@v:id" mode="anchored"/>
    <xsl:apply-templates select="." mode="inside"/>
  </xsl:template>
  <xsl:template match="*[@v:entries]" mode="named">
    <name id="{(@v:id, concat('i', @v:i))[1]}" entries="{@v:entries}">
      <xsl:apply-templates select="." mode="inside"/>
    </name>
  </xsl:template>

  <xsl:mode name="anchored" on-no-match="fail"/>
  <xsl:template match="@v:id" mode="anchored">
    <anchor id="{.}"/>
  </xsl:template>

  <xsl:template match="emph | stage | title[@level = ('m', 'j', 's')]" mode="flow">
    <xsl:apply-templates select="." mode="styled">
      <xsl:with-param name="styles" select="distinct-values((tokenize(@v:class)[. = $styles], 'italic')), if (@v:lang) then 'language' else ()"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Calls. -->
  <xsl:key name="note" match="note[@v:n]" use="@v:id"/>
  <xsl:template match="note[@v:left = 'note'][@v:n]" mode="flow" priority="10">
    <call note="{@v:id}"/>
  </xsl:template>
  <xsl:template match="note[@v:left = 'note'][@v:n][@v:calls]" mode="flow" priority="11"/>
  <xsl:template match="noteGrp[@v:left = 'note']" mode="flow" priority="10">
    <xsl:apply-templates select=".//note[@v:n]" mode="flow"/>
  </xsl:template>
  <xsl:template match="*[@v:note]" mode="flow" priority="12">
    <xsl:if test="not(@v:left)">
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="flow"/>
    </xsl:if>
    <xsl:for-each select="tokenize(@v:note) ! key('note', ., root(current()))">
      <call note="{@v:id}"/>
    </xsl:for-each>
  </xsl:template>
  <!-- A block that a note is on keeps being a block: the call stands at its end. -->
  <xsl:template match="*[@v:note][@v:block or map:contains($blocks, local-name())]" mode="flow" priority="13">
    <xsl:next-match/>
  </xsl:template>

  <!-- References: a pointer prints where its target stands, by its type: page, line, number. One without words and type prints the page, of an entry of the apparatus the line too. -->
  <xsl:mode name="referring" on-no-match="fail"/>
  <xsl:template match="ptr[@v:href] | ref[@v:href][not(node())]" mode="flow" priority="2">
    <xsl:variable name="pointer" as="element()" select="."/>
    <xsl:for-each select="tokenize(@v:href)">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:choose>
        <xsl:when test="matches(., '^[a-z]+:')">
          <link url="{.}">{.}</link>
        </xsl:when>
        <xsl:when test="$pointer/@type = ('page', 'line', 'number')">
          <reference shows="{$pointer/@type}" words="none">
            <xsl:sequence select="f:leads($pointer, .)"/>
          </reference>
        </xsl:when>
        <xsl:otherwise>
          <reference shows="page" words="ours">
            <xsl:sequence select="f:leads($pointer, .), substring-before(f:word('page-n'), '{')"/>
          </reference>
          <xsl:if test="f:target(.)[self::app | self::lem | self::rdg | self::rdgGrp | self::witDetail]">
            <reference shows="line" words="ours">
              <xsl:sequence select="f:leads($pointer, .)[name() ne 'elsewhere'], ', ' || substring-before(f:word('line-n'), '{')"/>
            </reference>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:if test="following-sibling::node()[1][self::ptr[not(@v:note)] or self::ref[not(@v:note)] or self::text()[matches(., '^[\p{L}\p{N}]')]]">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>
  <xsl:template match="ref[@v:href]" mode="flow" priority="1">
    <xsl:variable name="pointer" as="element()" select="."/>
    <xsl:variable name="href" as="xs:string" select="tokenize(@v:href)[1]"/>
    <xsl:choose>
      <xsl:when test="matches($href, '^(https?|mailto):')">
        <link url="{$href}">
          <xsl:apply-templates select="." mode="inside"/>
        </link>
      </xsl:when>
      <xsl:otherwise>
        <reference shows="{if (@type = ('page', 'line', 'number')) then @type else 'content'}">
          <xsl:sequence select="f:leads(., $href)"/>
          <xsl:apply-templates select="." mode="inside"/>
        </reference>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The element of this document that an address leads to. -->
  <xsl:variable name="source" as="document-node()" select="/"/>
  <xsl:key name="anchor" match="*[@v:id]" use="@v:id"/>
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="file" as="xs:string" select="replace($href, '#.*$', '')"/>
    <xsl:sequence select="if ($file = ('', tokenize($record/@route, '/')[last()])) then key('anchor', substring-after($href, '#'), $source)[1] else ()"/>
  </xsl:function>

  <!-- Where a reference leads: an anchor here, those around it where it is not printed itself; and words for what is not here: a register entry, a witness, another document. -->
  <xsl:function name="f:leads" as="attribute()*">
    <xsl:param name="pointer" as="element()"/>
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="target" as="element()?" select="f:target($href)"/>
    <xsl:variable name="anchors" as="xs:string*" select="$target/ancestor-or-self::*[@v:id][not(descendant-or-self::text)] ! (if (self::app) then @v:entry else (), @v:id) ! string()"/>
    <xsl:attribute name="target" select="$anchors[last()]"/>
    <xsl:attribute name="within" select="reverse($anchors)[position() gt 1]"/>
    <xsl:variable name="id" as="xs:string" select="(substring-after($href, '#')[. ne ''], substring-after(tokenize($pointer/@target)[1], '#'))[1]"/>
    <xsl:variable name="route" as="xs:string" select="tokenize(replace($href, '#.*$', ''), '/')[last()]"/>
    <xsl:variable name="documents" as="element()*" select="$index/i:index/i:documents/i:document"/>
    <xsl:attribute name="elsewhere" select="($index/i:index/i:register-entries/i:register-entry[@id = $id]/@label,
      $index/i:index/i:witnesses/i:witness[@id = $id][not(contains($href, '#'))]/@siglum,
      $documents[tokenize(@route, '/')[last()] = $route]/(@short-title, @title)[. ne ''],
      key('anchor', $id, $source)[1]/(persName | placeName | orgName | objectName | eventName | name | title | label | head)[normalize-space()][1]/normalize-space(),
      $index/i:index/i:pages/i:page[tokenize(@route, '/')[last()] = $route]/@title[. ne ''],
      $pointer/@target)[1]"/>
  </xsl:function>

  <!-- Marks for an index. A term is an entry, below the term that its own index follows (TEI P5 §3.9.2) or that it stands in; one of the type see or seeAlso goes with the entry before it. -->
  <xsl:template match="index" mode="flow" priority="10">
    <xsl:apply-templates select="f:index-terms(.)" mode="index-mark"/>
  </xsl:template>
  <xsl:mode name="index-mark" on-no-match="fail"/>
  <xsl:template match="term" mode="index-mark">
    <xsl:param name="ends" as="xs:boolean" select="false()"/>
    <xsl:variable name="mark" as="element()" select="ancestor::index[not(ancestor::index)]"/>
    <xsl:variable name="id" as="xs:string" select="'i' || @v:i"/>
    <xsl:variable name="said" as="element()*" select="following-sibling::term[f:is-see(.)][preceding-sibling::term[not(f:is-see(.))][1] is current()]"/>
    <xsl:variable name="has-end" as="xs:boolean" select="exists($mark/@spanTo) and exists(key('xml-id', substring-after($mark/@spanTo, '#'), root()))"/>
    <index-mark id="{$id}{'.end'[$ends]}" index="{($mark/@indexName, 'index')[1]}" see="{$said[@type = 'see'] ! normalize-space(.) => string-join('; ')}"
      see-also="{$said[@type = 'seeAlso'] ! normalize-space(.) => string-join('; ')}">
      <xsl:if test="f:is-above(.)">
        <xsl:attribute name="is-placed" select="false()"/>
      </xsl:if>
      <xsl:if test="$has-end">
        <xsl:attribute name="{if ($ends) then 'span-from' else 'span-to'}" select="if ($ends) then $id else $id || '.end'"/>
      </xsl:if>
      <xsl:for-each select="f:index-path(.)">
        <term sort="{@sortKey}">{normalize-space(string-join(text()))}</term>
      </xsl:for-each>
    </index-mark>
  </xsl:template>
  <xsl:function name="f:is-see" as="xs:boolean">
    <xsl:param name="term" as="element()"/>
    <xsl:sequence select="$term/@type = ('see', 'seeAlso')"/>
  </xsl:function>
  <!-- The entries of an index: terms with none below them; others only where they lead on to an entry. -->
  <xsl:function name="f:index-terms" as="element()*">
    <xsl:param name="index" as="element()"/>
    <xsl:sequence select="$index//term[not(f:is-see(.))][not(f:is-above(.)) or following-sibling::*[1][self::term[f:is-see(.)]]]"/>
  </xsl:function>
  <xsl:function name="f:is-above" as="xs:boolean">
    <xsl:param name="term" as="element()"/>
    <xsl:sequence select="exists($term/term) or exists($term/following-sibling::*[not(self::term[f:is-see(.)])][1][self::index[term]])"/>
  </xsl:function>
  <xsl:function name="f:index-path" as="element()*">
    <xsl:param name="term" as="element()"/>
    <xsl:variable name="above" as="element()?" select="($term/parent::term, $term/parent::index/preceding-sibling::term[not(f:is-see(.))][1])[1]"/>
    <xsl:sequence select="$above ! f:index-path(.), $term"/>
  </xsl:function>
  <!-- Where an index mark with @spanTo ends. -->
  <xsl:key name="xml-id" match="*[@xml:id]" use="@xml:id"/>
  <xsl:key name="span-end" match="index[@spanTo][not(ancestor::index)]" use="substring-after(@spanTo, '#')"/>

  <!-- Breaks of the source; white space is settled, so that a line's break prints nothing. -->
  <xsl:template match="pb | cb | lb" mode="flow" priority="1">
    <xsl:apply-templates select="@v:id" mode="anchored"/>
    <xsl:apply-templates select="." mode="starts"/>
    <xsl:apply-templates select="@v:before" mode="flow"/>
    <milestone unit="{map { 'pb': 'page', 'cb': 'column', 'lb': 'line' }(local-name())}" n="{@n}"/>
    <xsl:apply-templates select="@v:after" mode="flow"/>
    <xsl:apply-templates select="." mode="ends"/>
  </xsl:template>
  <!-- What makes such a file's elements readable is no line of the text where only elements may stand. -->
  <xsl:template match="(app | rdgGrp | choice | subst)/text()[not(normalize-space())]" mode="flow" priority="2">
    <xsl:text> </xsl:text>
  </xsl:template>
  <xsl:template match="text()[contains(., '&#10;')]" mode="flow">
    <xsl:for-each select="tokenize(., '&#10;')">
      <xsl:if test="position() gt 1">
        <break/>
      </xsl:if>
      <xsl:text>{.}</xsl:text>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
