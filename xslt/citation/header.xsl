<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI header → fields. Each template says which field an element is; what no template takes is reported as left over. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:c="urn:x-variorum:citation"
                xmlns="urn:x-variorum:citation" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all" expand-text="yes">

  <!-- header element → fields -->
  <xsl:mode name="header" on-no-match="fail"/>

  <!-- The catch-all: a container is gone through, words that no field takes are left over. -->
  <xsl:template match="*" mode="header" as="element()*">
    <xsl:choose>
      <xsl:when test="* and not(text()[normalize-space()])"><xsl:apply-templates select="*" mode="header"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="c:field('left-over', ., 1)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Parts that describe the encoding or the world of the text, not the work: one line each. -->
  <xsl:template match="encodingDesc | revisionDesc | particDesc | settingDesc | textDesc | calendarDesc | handNotes | listTranspose | xenoData | correspContext | physDesc | additional"
                mode="header" as="element()*">
    <xsl:sequence select="c:field('left-over', ., 1, if (normalize-space()) then 'described, not cited' else '')"/>
    <xsl:apply-templates select="self::revisionDesc" mode="version"/>
  </xsl:template>
  <xsl:mode name="version" on-no-match="fail"/>
  <xsl:template match="revisionDesc" mode="version" as="element()*">
    <xsl:variable name="dates" select=".//change/(@when, @when-iso)[matches(., '^\d{4}')]/string()"/>
    <xsl:sequence select="c:field('version-date', ., 2, sort($dates)[last()])"/>
    <xsl:sequence select="c:field('version', ., 2, (.//change/@n)[1])"/>
  </xsl:template>

  <!-- titleStmt -->
  <xsl:template match="titleStmt/title" mode="header" as="element()*">
    <xsl:sequence select="
      if (@type = ('short', 'abbreviated')) then c:field('title-short', ., 1)
      else if (@type = ('sub', 'subordinate')) then c:field('subtitle', ., 1)
      else if (@level = ('s', 'j') and ../title[not(@level = ('s', 'j'))]) then c:field('series', ., 2)
      else if (@type = ('alt', 'alternative', 'parallel', 'translated', 'uniform', 'original')) then c:field('title-other', ., 1)
      else if (@type = 'main') then c:field('title', ., 1)
      else if (@level = 'a') then c:field('title', ., 2)
      else if (not(@type)) then c:field('title', ., 3)
      else if (@type = ('complete', 'full', 'editorial', 'label', 'desc', 'marc245a', 'normalized')) then c:field('title', ., 4)
      else if (matches(@type, 'date|^(when|n|num|number|id|sort|filename|gmd)$')) then c:field('left-over', ., 1)
      else c:field('title', ., 6)"/>
  </xsl:template>
  <xsl:template match="titleStmt/author" mode="header" as="element()*">
    <xsl:sequence select="c:people(., if (@role) then c:roles(@role)[. != 'other'] else 'author', @role, 1)"/>
  </xsl:template>
  <xsl:template match="titleStmt/editor | editionStmt/editor" mode="header" as="element()*">
    <xsl:variable name="roles" select="if (@role) then c:roles(@role)[. != 'other'] else 'editor'"/>
    <xsl:sequence select="c:people(., if (exists($roles)) then $roles else 'editor', @role, 1)"/>
  </xsl:template>
  <xsl:template match="respStmt" mode="header" as="element()*">
    <xsl:param name="rank" as="xs:integer" select="1" tunnel="yes"/>
    <xsl:variable name="said" select="string-join(resp ! c:words(.), '; ')"/>
    <xsl:variable name="codes" select="resp/(@key, @ref, @ana) ! replace(., '^.*[/#:]', '')[matches(., '^[a-z]{3}$')]"/>
    <xsl:variable name="roles" select="distinct-values((if (exists($codes)) then $codes ! c:roles(.) else resp ! c:roles(c:words(.))))"/>
    <!-- Who transcribed, encoded or checked an edition did not edit it, and whoever wrote of it is not the text's author. -->
    <xsl:variable name="known" select="
      if (empty($codes) and matches(lower-case($said), 'encod|mark-?up|transcri|conver[ts]|proof|check|correct|annotat|lemmati|model|programm|scan') and not(matches(lower-case($said), '^\W*(edit|translat)'))) then ()
      else if (../author and $roles = 'author') then (if (matches(lower-case($said), 'edition')) then 'editor' else $roles[. != ('author', 'other')])
      else $roles[. != 'other']"/>
    <xsl:for-each select="persName | orgName | name">
      <xsl:sequence select="c:people(., if (exists($known)) then $known else 'other', $said, $rank)"/>
    </xsl:for-each>
    <xsl:for-each select="note"><xsl:sequence select="c:field('left-over', ., 1)"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="titleStmt/funder | titleStmt/sponsor | titleStmt/principal" mode="header" as="element()*">
    <xsl:sequence select="c:people(., local-name(), (), 1)"/>
  </xsl:template>
  <xsl:template match="titleStmt/meeting" mode="header" as="element()*">
    <xsl:sequence select="c:field('event', ., 1)"/>
  </xsl:template>

  <!-- editionStmt, extent -->
  <xsl:template match="editionStmt/edition | editionStmt/p" mode="header" as="element()*">
    <xsl:variable name="is-date" select="date and not(matches(string-join(text()), '\w'))"/>
    <xsl:sequence select="if ($is-date) then () else c:field('version', ., 1, (@n, c:words(.))[1])"/>
    <xsl:for-each select="date"><xsl:sequence select="c:date(if ($is-date) then 'original-date' else 'version-date', ., 1)"/></xsl:for-each>
  </xsl:template>
  <xsl:template match="editionStmt/respStmt" mode="header" as="element()*" priority="2">
    <xsl:next-match><xsl:with-param name="rank" select="2" tunnel="yes"/></xsl:next-match>
  </xsl:template>
  <xsl:template match="fileDesc/extent" mode="header" as="element()*">
    <xsl:sequence select="c:field('extent', ., 1, if (measure) then string-join(measure ! string-join((normalize-space(), @unit[not(contains(.., .))]), ' '), ', ') else c:words(.))"/>
  </xsl:template>

  <!-- publicationStmt -->
  <xsl:template match="publicationStmt/publisher | publicationStmt/distributor | publicationStmt/authority" mode="header" as="element()*">
    <xsl:sequence select="c:field(if (self::distributor) then 'distributor' else 'publisher', ., if (self::authority) then 2 else 1,
      if (orgName | persName | name) then c:words((orgName | persName | name)[1]) else c:words(.) => replace(',$', ''))"/>
  </xsl:template>
  <xsl:template match="publicationStmt/pubPlace" mode="header" as="element()*">
    <xsl:sequence select="c:field('publisher-place', ., 1, c:words(.) => replace('\s*[:,]$', ''))"/>
  </xsl:template>
  <xsl:template match="publicationStmt/date" mode="header" as="element()*">
    <xsl:sequence select="if (@type = ('created', 'creation', 'written')) then c:date('issued', ., 4) else c:date('published', ., 1)"/>
  </xsl:template>
  <xsl:template match="publicationStmt/idno" mode="header" as="element()*">
    <xsl:choose>
      <xsl:when test="idno"><xsl:apply-templates select="idno" mode="header"/></xsl:when>
      <xsl:otherwise><xsl:sequence select="c:identifier(.)"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="publicationStmt//idno/idno" mode="header" as="element()*"><xsl:sequence select="c:identifier(.)"/></xsl:template>
  <xsl:template match="publicationStmt/ptr | publicationStmt/ref" mode="header" as="element()*">
    <xsl:sequence select="c:link(., 2)"/>
  </xsl:template>
  <xsl:template match="availability" mode="header" as="element()*">
    <rights scope="{c:scope(.)}" rank="1">
      <xsl:sequence select="c:position(.)"/>
      <xsl:if test="@status"><xsl:attribute name="status" select="@status"/></xsl:if>
      <xsl:for-each select="(licence/@target, .//ref/@target[contains(., 'licen') or contains(., 'creativecommons') or contains(., 'publicdomain')])[1]">
        <xsl:attribute name="target" select="."/>
      </xsl:for-each>
      <xsl:text>{c:words(.)}</xsl:text>
    </rights>
  </xsl:template>
  <!-- What the source's description grants, or what is said to be unknown, concerns the text; the file's own licence is the encoding's. -->
  <xsl:function name="c:scope" as="xs:string">
    <xsl:param name="availability" as="element()"/>
    <xsl:variable name="said" select="lower-case(string-join($availability/(@n, @ana, @corresp, @decls, @xml:id, licence/@n, licence/@ana), ' '))"/>
    <xsl:sequence select="
      if ($availability/ancestor::sourceDesc) then 'text'
      else if (matches($said, 'encod|markup|edition|notes')) then 'encoding'
      else if (matches($said, 'text|transl|source|content')) then 'text'
      else if ($availability/@status = 'unknown' and $availability/../availability[licence]) then 'text'
      else 'encoding'"/>
  </xsl:function>

  <!-- seriesStmt, notesStmt -->
  <xsl:template match="seriesStmt/title" mode="header" as="element()*">
    <xsl:sequence select="if (@level = 'j') then c:field('container', ., 1) else c:field('series', ., 1)"/>
  </xsl:template>
  <xsl:template match="seriesStmt/p" mode="header" as="element()*"><xsl:sequence select="c:field('series', ., 3)"/></xsl:template>
  <xsl:template match="seriesStmt/biblScope" mode="header" as="element()*"><xsl:sequence select="c:field('series-number', ., 1, (c:words(.)[. != ''], @n)[1])"/></xsl:template>
  <xsl:template match="seriesStmt/editor" mode="header" as="element()*"><xsl:sequence select="c:people(., 'series-editor', @role, 1)"/></xsl:template>
  <xsl:template match="seriesStmt/respStmt" mode="header" as="element()*" priority="2">
    <xsl:variable name="said" select="string-join(resp ! c:words(.), '; ')"/>
    <xsl:for-each select="persName | orgName | name">
      <xsl:sequence select="c:people(., if (c:roles($said) = ('editor', 'series-editor')) then 'series-editor' else 'other', $said, 2)"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="seriesStmt/idno" mode="header" as="element()*"><xsl:sequence select="c:identifier(.)"/></xsl:template>
  <xsl:template match="notesStmt/note" mode="header" as="element()*"><xsl:sequence select="c:field('note', ., 1, string(.))"/></xsl:template>

  <!-- sourceDesc: the first manuscript described is the one cited; every other source is a record of its own. -->
  <xsl:template match="sourceDesc//(bibl | biblStruct | biblFull)[not(ancestor::bibl | ancestor::biblStruct | ancestor::biblFull | ancestor::msDesc)]" mode="header" as="element()*">
    <xsl:choose>
      <xsl:when test="@type = ('citation', 'citedAs', 'preferredCitation', 'sourceCitation')">
        <xsl:sequence select="c:field('preferred', ., 1)"/>
      </xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="reference"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="sourceDesc//(p | ab)" mode="header" as="element()*"><xsl:sequence select="c:field('source-note', ., 1)"/></xsl:template>
  <xsl:template match="sourceDesc//msDesc" mode="header" as="element()*">
    <xsl:variable name="rank" select="if (. is (ancestor::sourceDesc//msDesc)[1]) then 1 else 9"/>
    <xsl:apply-templates select="*" mode="manuscript"><xsl:with-param name="rank" select="$rank" tunnel="yes"/></xsl:apply-templates>
  </xsl:template>

  <!-- manuscript description → fields; parameter: the rank, 9 for a second manuscript -->
  <xsl:mode name="manuscript" on-no-match="shallow-skip"/>
  <xsl:template match="msIdentifier" mode="manuscript" as="element()*">
    <xsl:param name="rank" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="(repository, institution)[normalize-space()][1] ! c:field('repository', ., $rank)"/>
    <xsl:sequence select="if (repository[normalize-space()]) then institution ! c:field('repository-parent', ., $rank) else ()"/>
    <xsl:sequence select="settlement ! c:field('repository-place', ., $rank)"/>
    <xsl:sequence select="(region | country) ! c:field('repository-region', ., $rank)"/>
    <xsl:sequence select="collection ! c:field('archive-collection', ., $rank)"/>
    <xsl:for-each select="idno[not(@type = ('URI', 'URL', 'url', 'uri', 'DOI', 'doi'))]">
      <xsl:sequence select="c:field('shelfmark', ., if (@type = 'shelfmark' or count(../idno) = 1) then $rank else $rank + 1, c:shelfmark(.))"/>
    </xsl:for-each>
    <xsl:sequence select="idno[@type = ('URI', 'URL', 'url', 'uri')] ! c:field('source-url', ., $rank)"/>
    <xsl:sequence select="msName ! c:field('title-other', ., $rank), altIdentifier[normalize-space()] ! c:field('identifier', ., 5)"/>
  </xsl:template>
  <xsl:function name="c:shelfmark" as="xs:string">
    <xsl:param name="idno" as="element()"/>
    <xsl:sequence select="if ($idno/idno) then string-join($idno//idno[not(idno)] ! normalize-space(), ', ') else c:words($idno)"/>
  </xsl:function>
  <xsl:template match="origDate" mode="manuscript" as="element()*">
    <xsl:param name="rank" as="xs:integer" tunnel="yes"/>
    <xsl:sequence select="c:date('issued', ., if ($rank = 1) then 2 else 9)"/>
  </xsl:template>
  <xsl:template match="origPlace" mode="manuscript" as="element()*"><xsl:sequence select="c:field('written-place', ., 2)"/></xsl:template>
  <xsl:template match="textLang" mode="manuscript" as="element()*">
    <xsl:sequence select="c:field('source-language', ., 1, (@mainLang, c:words(.))[1]), c:field('language', ., 3, string(@mainLang))"/>
  </xsl:template>
  <xsl:template match="msItem/title | msContents/title" mode="manuscript" as="element()*"><xsl:sequence select="c:field('title-other', ., 2)"/></xsl:template>
  <xsl:template match="msItem/author" mode="manuscript" as="element()*"><xsl:sequence select="c:people(., 'author', (), 3)"/></xsl:template>
  <xsl:template match="availability" mode="manuscript" as="element()*"><xsl:apply-templates select="." mode="header"/></xsl:template>
  <xsl:template match="summary | physDesc | provenance | acquisition" mode="manuscript" as="element()*"><xsl:sequence select="c:field('left-over', ., 1, if (normalize-space()) then 'described, not cited' else '')"/></xsl:template>
  <xsl:template match="bibl | text()" mode="manuscript"/>

  <!-- profileDesc -->
  <xsl:template match="creation" mode="header" as="element()*">
    <xsl:choose>
      <xsl:when test="date"><xsl:sequence select="date ! c:date('issued', ., 1)"/></xsl:when>
      <xsl:when test="@when or @from or @notBefore or text()[normalize-space()]"><xsl:sequence select="c:date('issued', ., 3)"/></xsl:when>
    </xsl:choose>
    <xsl:sequence select="(placeName | settlement | rs[@type = 'place'] | name[@type = 'place']) ! c:field('written-place', ., 1)"/>
    <xsl:sequence select="(persName | orgName) ! c:people(., 'other', 'creation', 3)"/>
  </xsl:template>
  <xsl:template match="abstract" mode="header" as="element()*"><xsl:sequence select="c:field('abstract', ., 1)"/></xsl:template>
  <xsl:template match="langUsage/language" mode="header" as="element()*">
    <xsl:sequence select="c:field('language', ., if (count(../language) = 1) then 2 else 5, (@ident, c:words(.))[normalize-space()][1])"/>
  </xsl:template>
  <xsl:template match="@xml:lang" mode="header" as="element()*"><xsl:sequence select="c:field('language', .., if (parent::text) then 1 else 4, string(.))"/></xsl:template>
  <xsl:template match="keywords//(term | item[not(term)])" mode="header" as="element()*">
    <xsl:sequence select="c:field(if (@type = ('genre', 'genreTitle')) then 'genre' else 'keyword', ., 1)"/>
  </xsl:template>
  <xsl:template match="keywords/list" mode="header" as="element()*"><xsl:apply-templates select="*" mode="header"/></xsl:template>
  <xsl:template match="classCode | catRef" mode="header" as="element()*">
    <xsl:sequence select="c:field('classification', ., 1, string-join((@scheme, (c:words(.)[. != ''], @target)[1]), ' '))"/>
  </xsl:template>
  <xsl:template match="correspAction" mode="header" as="element()*">
    <xsl:variable name="is-sent" select="@type = ('sent', 'sender') or not(@type)"/>
    <xsl:for-each select="persName | orgName | name | rs">
      <xsl:sequence select="if ($is-sent) then c:people(., 'sender', (), 2) else if (../@type = 'received') then c:people(., 'recipient', (), 1) else c:people(., 'other', ../@type, 3)"/>
    </xsl:for-each>
    <xsl:for-each select="date"><xsl:sequence select="if ($is-sent) then c:date('issued', ., 3) else c:date('received-date', ., 1)"/></xsl:for-each>
    <xsl:for-each select="placeName | settlement"><xsl:sequence select="c:field(if ($is-sent) then 'written-place' else 'received-place', ., 1)"/></xsl:for-each>
    <xsl:sequence select="(* except (persName, orgName, name, rs, date, placeName, settlement)) ! c:field('left-over', ., 1)"/>
  </xsl:template>

  <!-- identifiers -->
  <xsl:function name="c:identifier" as="element()*">
    <xsl:param name="idno" as="element()"/>
    <xsl:variable name="type" select="lower-case($idno/@type)"/>
    <xsl:variable name="value" select="normalize-space($idno)"/>
    <xsl:sequence select="
      if ($type = 'doi' or matches($value, '^(https?://(dx\.)?doi\.org/|doi:)', 'i')) then c:field('doi', $idno, 1)
      else if (matches($value, '^https?://') and $type = ('uri', 'url', 'handle', 'pid', 'ark', 'urn', 'purl', 'permalink')) then c:field('url', $idno, 1)
      else if (matches($value, '^https?://')) then c:field('url', $idno, 3)
      else if (starts-with($type, 'isbn')) then c:field('isbn', $idno, 1)
      else if (starts-with($type, 'issn')) then c:field('issn', $idno, 1)
      else c:field('identifier', $idno, 1)"/>
  </xsl:function>
  <xsl:function name="c:link" as="element()*">
    <xsl:param name="link" as="element()"/>
    <xsl:param name="rank" as="xs:integer"/>
    <xsl:sequence select="
      if (matches($link/@target, '^https?://(dx\.)?doi\.org/')) then c:field('doi', $link, $rank, $link/@target)
      else if (matches($link/@target, '^https?://')) then c:field('url', $link, $rank, $link/@target)
      else c:field('left-over', $link, 1)"/>
  </xsl:function>
</xsl:stylesheet>
