<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions" xmlns="urn:x-variorum:print"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The order of a printed document: title page, summary, text, and the data of notes, entries and indexes. -->

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="record" as="element()?" select="$index/i:index/i:documents/i:document[@id = $index/i:index/@document]"/>

  <xsl:template match="/">
    <xsl:variable name="header" as="element()?" select="*/teiHeader"/>
    <xsl:variable name="statement" as="element()?" select="$header/fileDesc/titleStmt"/>
    <xsl:variable name="title" as="xs:string"
      select="string(($record/@title[. ne ''], $statement/title[1] ! normalize-space(.), '')[1])"/>
    <document id="{($record/@id, 'document')[1]}" language="{($record/@language[. ne ''], 'en')[1]}"
      date="{($header/revisionDesc//change/@when, $header/fileDesc/publicationStmt//date/@when)[matches(., '^[0-9][0-9][0-9][0-9]')] => sort() => reverse() => head()}"
      left="{($record/@short-title[. ne ''], $title)[1]}" right="{$title}" contents="{f:word('contents')}" notes-title="{f:word('notes')}"
      see="{f:word('see-entry')}" see-also="{f:word('see-also-entry')}">
      <title>
        <main>{$title}</main>
        <xsl:for-each select="$statement/title[@type = 'sub'][1]">
          <subtitle>{normalize-space(.)}</subtitle>
        </xsl:for-each>
        <xsl:for-each select="$statement/author[normalize-space()]">
          <author>{f:people(.)}</author>
        </xsl:for-each>
        <xsl:for-each select="string-join(($record/@date-text, $record/@place)[. ne ''], ', ')[. ne '']">
          <line>{.}</line>
        </xsl:for-each>
        <xsl:for-each select="$statement/respStmt[normalize-space()]">
          <line>{string-join(* ! f:people(.)[. ne ''], ', ')}</line>
        </xsl:for-each>
        <xsl:for-each select="$statement/editor[normalize-space()]">
          <line>{f:word('editor')}: {f:people(.)}</line>
        </xsl:for-each>
      </title>
      <front>
        <xsl:for-each select="$header/profileDesc/abstract[normalize-space()]">
          <heading level="1" id="{(@v:id, 'summary')[1]}">{f:word('summary')}</heading>
          <xsl:apply-templates mode="flow"/>
        </xsl:for-each>
        <xsl:apply-templates select="*/text/front" mode="flow"/>
      </front>
      <body>
        <xsl:apply-templates select="*/text/(node() except (front, back)), *[not(text)]/*[not(self::teiHeader | self::standOff | self::facsimile)]" mode="flow"/>
      </body>
      <back>
        <xsl:apply-templates select="*/text/back" mode="flow"/>
      </back>
      <xsl:for-each select="//note[@v:n][@v:left = 'note']">
        <note id="{@v:id}" i="{@v:i}" n="{@v:n}" series="{@v:series}" title="{f:series-title(string(@v:series))}">
          <xsl:copy-of select="@v:lang"/>
          <xsl:apply-templates select="@v:before, node(), @v:after" mode="flow"/>
        </note>
      </xsl:for-each>
      <xsl:apply-templates select="$index/i:index/i:apparatus/i:entry" mode="entry"/>
      <xsl:for-each-group select="$index/i:index/i:register-entries/i:register-entry" group-by="@kind">
        <index id="{current-grouping-key()}" title="{f:register-title(current-grouping-key())}">
          <xsl:for-each select="current-group()">
            <entry id="{@id}" sort="{(@sort, @label)[1]}">{@label}</entry>
          </xsl:for-each>
        </index>
      </xsl:for-each-group>
      <xsl:for-each-group select="//index[term][not(ancestor::index)]" group-by="(@indexName, 'index')[1]">
        <index id="{current-grouping-key()}" title="{if (current-grouping-key() = 'index') then f:word('index-of-terms') else current-grouping-key()}"/>
      </xsl:for-each-group>
    </document>
  </xsl:template>

  <!-- Who is named, without numbers of authority files and addresses; of a name in several languages, the first. -->
  <xsl:function name="f:people" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="names" as="element()*" select="$element/(persName | orgName | name)[normalize-space()]"/>
    <xsl:variable name="is-list" as="xs:boolean" select="exists($names) and not($element/text()[normalize-space()])"/>
    <xsl:variable name="shown" as="xs:string*" select="(if ($is-list) then $names[string(@xml:lang) = string($names[1]/@xml:lang)] else $element)
      ! normalize-space(string-join(descendant::text()[not(ancestor::idno | ancestor::email | ancestor::address)]))"/>
    <xsl:sequence select="string-join($shown, if (contains($shown[1], ',')) then '; ' else ', ')"/>
  </xsl:function>

  <xsl:function name="f:series-title" as="xs:string">
    <xsl:param name="series" as="xs:string"/>
    <xsl:sequence select="if (map:contains($words, 'notes-' || $series)) then f:word('notes-' || $series) else $series"/>
  </xsl:function>

  <xsl:variable name="register-words" as="map(xs:string, xs:string)" select="map { 'person': 'persons', 'place': 'places', 'org': 'organisations',
    'event': 'events', 'object': 'objects', 'document': 'documents-mentioned', 'codename': 'codenames', 'work': 'works' }"/>
  <xsl:function name="f:register-title" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="key" as="xs:string" select="string(($register-words($kind), $kind)[1])"/>
    <xsl:sequence select="if (map:contains($words, $key)) then f:word($key) else $kind"/>
  </xsl:function>
</xsl:stylesheet>
