<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- What the TEI header says of a document: the letter head, the summary, the record at the end of the page. -->

  <!-- The summary above the text. -->
  <xsl:mode name="summary" on-no-match="fail"/>
  <xsl:template match="teiHeader" mode="summary">
    <xsl:if test="profileDesc/abstract[normalize-space()]">
      <section class="summary" aria-labelledby="-summary">
        <h2 id="-summary">{f:word('summary')}</h2>
        <xsl:apply-templates select="profileDesc/abstract/node()" mode="content"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- From whom, to whom, when and where. -->
  <xsl:mode name="letter-head" on-no-match="fail"/>
  <xsl:template match="teiHeader" mode="letter-head">
    <xsl:where-populated>
      <dl class="letter-head">
        <xsl:apply-templates select="profileDesc/correspDesc[1]/correspAction" mode="letter-head"/>
      </dl>
    </xsl:where-populated>
  </xsl:template>
  <xsl:template match="correspAction" mode="letter-head">
    <xsl:variable name="who" as="element()*" select="persName | orgName | name | rs"/>
    <xsl:if test="$who">
      <div>
        <dt>{f:word(if (@type = 'sent') then 'from' else if (@type = 'received') then 'to' else (@type, 'other')[1])}</dt>
        <dd>
          <xsl:for-each select="$who">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:apply-templates select="." mode="content"/>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
    <xsl:if test="date | placeName | settlement">
      <div>
        <dt>{f:word(if (@type = ('sent', 'received', 'transmitted', 'redirected', 'forwarded')) then @type else 'date')}</dt>
        <dd>
          <xsl:for-each select="date, placeName, settlement">
            <xsl:if test="position() gt 1">, </xsl:if>
            <xsl:apply-templates select="." mode="content"/>
            <xsl:if test="not(normalize-space())">{(@when, @from, @notBefore)[1] ! f:date-words(.)}</xsl:if>
          </xsl:for-each>
        </dd>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The record: what the header says, in its order. -->
  <xsl:mode name="metadata" on-no-match="fail"/>
  <xsl:template match="teiHeader" mode="metadata">
    <section class="metadata" aria-labelledby="-about-document">
      <h2 id="-about-document">{f:word('about-document')}</h2>
      <dl>
        <xsl:apply-templates mode="metadata" select="
          fileDesc/titleStmt/*,
          fileDesc/editionStmt/*,
          profileDesc/creation,
          profileDesc/langUsage/language,
          fileDesc/publicationStmt/*,
          fileDesc/seriesStmt/title,
          fileDesc/sourceDesc/*[not(self::listPerson | self::listPlace | self::listOrg)][not(self::listWit and $index/i:index/i:pages/i:page[@kind = 'witnesses'])],
          profileDesc/textClass/keywords,
          encodingDesc/projectDesc, encodingDesc/editorialDecl, encodingDesc/samplingDecl,
          revisionDesc"/>
      </dl>
    </section>
  </xsl:template>

  <xsl:variable name="metadata-words" as="map(xs:string, xs:string)" select="map {
    'title': 'title', 'author': 'author', 'editor': 'editor', 'respStmt': 'responsibility', 'funder': 'funder', 'sponsor': 'sponsor',
    'principal': 'principal', 'meeting': 'meeting', 'edition': 'edition', 'creation': 'date', 'language': 'language', 'publisher': 'publisher',
    'distributor': 'distributor', 'authority': 'publisher', 'pubPlace': 'publication-place', 'date': 'date', 'idno': 'identifier',
    'availability': 'availability', 'licence': 'licence', 'listWit': 'witnesses', 'msDesc': 'manuscript', 'keywords': 'keywords', 'revisionDesc': 'changes',
    'projectDesc': 'about-edition', 'editorialDecl': 'encoding-principles', 'samplingDecl': 'encoding-principles' }"/>

  <xsl:template match="*" mode="metadata">
    <div class="{local-name()}">
      <dt>{f:word(($metadata-words(local-name()), 'source')[1])}</dt>
      <dd>
        <xsl:apply-templates select="." mode="metadata-value"/>
      </dd>
    </div>
  </xsl:template>
  <!-- What a publication statement says in prose is no source. -->
  <xsl:template match="publicationStmt/p | publicationStmt/ab" mode="metadata">
    <div class="{local-name()}">
      <dt>{f:word('publication')}</dt>
      <dd>
        <xsl:apply-templates select="." mode="metadata-value"/>
      </dd>
    </div>
  </xsl:template>
  <xsl:template match="*[not(normalize-space())][not(@ident | @status | @when)]" mode="metadata"/>

  <!-- The value in a record: the content without what the page shows elsewhere. -->
  <xsl:mode name="metadata-value" on-no-match="fail"/>
  <xsl:template match="*" mode="metadata-value">
    <xsl:apply-templates mode="content"/>
  </xsl:template>
  <xsl:template match="msDesc | listBibl | biblStruct | biblFull | bibl | recordingStmt | scriptStmt" mode="metadata-value">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="respStmt" mode="metadata-value">
    <xsl:for-each select="name | persName | orgName">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select="." mode="content"/>
    </xsl:for-each>
    <xsl:text> (</xsl:text>
    <xsl:for-each select="resp | note">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates mode="content"/>
    </xsl:for-each>
    <xsl:text>)</xsl:text>
  </xsl:template>
  <xsl:template match="respStmt[not(resp | note)]" mode="metadata-value" priority="1">
    <xsl:apply-templates select="*" mode="content"/>
  </xsl:template>
  <xsl:template match="listWit" mode="metadata-value">
    <xsl:for-each select=".//witness">
      <div class="witness">
        <xsl:apply-templates mode="content"/>
      </div>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="keywords" mode="metadata-value">
    <xsl:for-each select=".//(item | term)[not(*)]">
      <xsl:if test="position() gt 1">; </xsl:if>
      <xsl:apply-templates mode="content"/>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="editorialDecl | projectDesc | samplingDecl" mode="metadata-value">
    <xsl:apply-templates select=".//p" mode="content"/>
  </xsl:template>
  <xsl:template match="revisionDesc" mode="metadata-value">
    <ul class="changes">
      <xsl:for-each select=".//change">
        <li>
          <xsl:value-of select="string-join((@when, @who ! replace(., '#', '')), ' ')"/>
          <xsl:text> </xsl:text>
          <xsl:apply-templates mode="content"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
  <xsl:template match="language[not(normalize-space())]" mode="metadata-value">{@ident}</xsl:template>
</xsl:stylesheet>
