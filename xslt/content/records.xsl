<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Records of persons, places, organisations, events and objects: in a register, and where a text carries them. -->

  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listObject | listNym | particDesc | settingDesc" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="content"/>
    </div>
  </xsl:template>

  <!-- A record: its names first, then what is known, each with its label. -->
  <xsl:template match="person | personGrp | persona | place | org | event | object | nym | relation" mode="content">
    <div>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="." mode="facts"/>
    </div>
  </xsl:template>

  <!-- What a record says, as a list of descriptions. -->
  <xsl:mode name="facts" on-no-match="fail"/>
  <!-- One fact of it: its label and its content. -->
  <xsl:mode name="fact" on-no-match="fail"/>

  <xsl:template match="*" mode="facts">
    <xsl:param name="heading" as="xs:string" tunnel="yes" select="''"/>
    <xsl:for-each select="text()[normalize-space()]">
      <p>{.}</p>
    </xsl:for-each>
    <xsl:where-populated>
      <dl class="facts">
        <xsl:apply-templates select="@v:date[not(../date/@v:date)]" mode="fact"/>
        <xsl:for-each-group select="* except (idno, note, p, desc, def, certainty, f:heading-name(., $heading))" group-by="($fact-words(local-name()), local-name())[1]">
          <div class="fact {current-grouping-key()}">
            <dt>{f:word(current-grouping-key())}</dt>
            <dd>
              <xsl:for-each select="current-group()">
                <div class="value">
                  <xsl:apply-templates select="." mode="fact"/>
                </div>
              </xsl:for-each>
            </dd>
          </div>
        </xsl:for-each-group>
      </dl>
    </xsl:where-populated>
    <xsl:apply-templates select="desc, def, p, note" mode="content"/>
    <xsl:where-populated>
      <ul class="authorities">
        <xsl:apply-templates select="idno" mode="fact"/>
      </ul>
    </xsl:where-populated>
    <xsl:variable name="claims" as="element()*" select="certainty | (form | def)/certainty"/>
    <xsl:if test="$claims[2]">
      <p class="claims-head">{f:word('competing')}</p>
    </xsl:if>
    <xsl:apply-templates select="$claims" mode="fact"/>
  </xsl:template>

  <!-- The name that already stands over the record. -->
  <xsl:function name="f:heading-name" as="element()?">
    <xsl:param name="record" as="element()"/>
    <xsl:param name="heading" as="xs:string"/>
    <xsl:sequence select="$record/(persName | placeName | orgName | eventName | objectName | title | form | label | name)[$heading ne ''][normalize-space(.) = normalize-space($heading)][1]"/>
  </xsl:function>

  <xsl:variable name="fact-words" as="map(xs:string, xs:string)" select="map {
    'form': 'other-names', 'persName': 'other-names', 'placeName': 'other-names', 'orgName': 'other-names', 'eventName': 'other-names', 'objectName': 'other-names',
    'birth': 'born', 'death': 'died', 'floruit': 'active', 'sex': 'sex', 'gender': 'sex', 'occupation': 'occupation',
    'affiliation': 'affiliation', 'nationality': 'nationality', 'residence': 'residence', 'education': 'education', 'faith': 'faith',
    'state': 'state', 'trait': 'state', 'location': 'location', 'country': 'country', 'region': 'region', 'settlement': 'settlement',
    'geo': 'location', 'date': 'date', 'bibl': 'source', 'listBibl': 'bibliography', 'listRelation': 'relations', 'relation': 'relations',
    'listEvent': 'events', 'title': 'title', 'author': 'author', 'editor': 'editor',
    'publisher': 'publisher', 'event': 'event', 'place': 'place', 'person': 'person', 'org': 'org', 'langKnowledge': 'language', 'label': 'title' }"/>

  <xsl:template match="*" mode="fact">
    <xsl:apply-templates select="." mode="content"/>
    <xsl:apply-templates select="@when, @notBefore, @notAfter, @from, @to, @cert" mode="fact"/>
    <xsl:apply-templates select="@v:source" mode="stated"/>
  </xsl:template>

  <!-- When it was, where the record itself says so. -->
  <xsl:template match="@v:date" mode="fact" priority="1">
    <div class="fact date">
      <dt>{f:word('date')}</dt>
      <dd>{f:date-range(.)}</dd>
    </div>
  </xsl:template>

  <!-- What a statement rests on, and whose it is. -->
  <xsl:mode name="stated" on-no-match="fail"/>
  <xsl:key name="register-entry" match="i:register-entry" use="@route"/>
  <xsl:template match="@v:source" mode="stated">
    <xsl:for-each select="tokenize(.)">
      <xsl:text> </xsl:text>
      <a class="from-source" data-left="chrome" title="{f:word('source')}" href="{.}">{f:source-name(.)}</a>
    </xsl:for-each>
  </xsl:template>
  <xsl:template match="@v:resp" mode="stated">
    <xsl:text> </xsl:text>
    <span class="from-source" data-left="chrome">— {.}</span>
  </xsl:template>
  <xsl:function name="f:source-name" as="xs:string">
    <xsl:param name="href" as="xs:string"/>
    <xsl:variable name="entry" as="element()?" select="$index ! key('register-entry', $href, .)[1]"/>
    <xsl:variable name="document" as="element()?" select="$index/i:index/i:documents/i:document[@route = tokenize($href, '#')[1]][1]"/>
    <xsl:sequence select="($entry/@label, $document/@short-title, replace($href, '^[a-z]+://([^/]+).*$', '$1'))[1] ! string(.)"/>
  </xsl:function>
  <xsl:template match="note[@v:source or @v:resp][not(@v:n)] | desc[@v:source or @v:resp]" mode="content" priority="0.4">
    <xsl:element name="{f:phrase(.)}">
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates select="@v:before, node(), @v:after" mode="content"/>
      <xsl:apply-templates select="@v:resp, @v:source" mode="stated"/>
    </xsl:element>
  </xsl:template>
  <xsl:template match="@*" mode="fact">
    <xsl:text> </xsl:text>
    <span class="when {local-name()}">{f:date-words(.)}</span>
  </xsl:template>
  <xsl:template match="@when[../normalize-space()] | @from[../normalize-space()] | @to[../normalize-space()] | @notBefore[../normalize-space()] | @notAfter[../normalize-space()]" mode="fact"/>
  <xsl:template match="@cert" mode="fact" priority="1">
    <xsl:text> </xsl:text>
    <span class="certainty {.}">{f:word('certainty-' || .)}</span>
  </xsl:template>

  <xsl:template match="idno" mode="fact">
    <li class="idno">
      <span class="authority">{(@type, @subtype)[1]}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="content"/>
    </li>
  </xsl:template>
  <xsl:template match="idno[matches(normalize-space(.), '^https?://[^\s&lt;&gt;&quot;]+$')]" mode="fact">
    <li class="idno">
      <a href="{normalize-space(.)}">{(@type, @subtype, normalize-space(.))[1]}</a>
    </li>
  </xsl:template>

  <!-- A competing identification: how far we follow, and what is claimed. -->
  <xsl:template match="certainty" mode="fact">
    <div class="claim">
      <span class="certainty {@cert}">{f:word('certainty-' || (@cert, 'unknown')[1])}</span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="desc" mode="content"/>
      <xsl:if test="not(desc)">{@assertedValue}</xsl:if>
      <xsl:apply-templates select="@v:source" mode="stated"/>
    </div>
  </xsl:template>

  <xsl:template match="location | geoDecl | listRelation | personGrp/desc" mode="content" priority="2">
    <xsl:element name="{if (self::listRelation) then 'div' else 'span'}">
      <xsl:apply-templates select="." mode="inside"/>
    </xsl:element>
  </xsl:template>
</xsl:stylesheet>
