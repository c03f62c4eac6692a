<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The apparatus of a page as a whole, and the page of the witnesses. -->

  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="/" mode="apparatus">
    <xsl:variable name="root" as="document-node()" select="."/>
    <xsl:variable name="entries" as="element()*" select="$index/i:index/i:apparatus/i:entry"/>
    <xsl:if test="$entries">
      <section class="apparatus" aria-labelledby="-apparatus">
        <h2 id="-apparatus">{f:word('apparatus')}</h2>
        <xsl:choose>
          <xsl:when test="$witness-page ne ''">
            <p>
              <a class="compare" href="{$witness-page}">{f:word('compare-witnesses')}</a>
            </p>
          </xsl:when>
          <xsl:when test="$entries/@method = 'location-referenced'">
            <p class="cannot-reconstruct">{f:word('cannot-reconstruct')}</p>
          </xsl:when>
        </xsl:choose>
        <ol class="entries">
          <xsl:for-each select="$entries">
            <xsl:apply-templates select="." mode="apparatus-entry">
              <xsl:with-param name="in-text" select="exists(key('app', @id, $root))"/>
            </xsl:apply-templates>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Conspectus siglorum et notarum. -->
  <xsl:template match="i:page[@kind = 'witnesses']" mode="site-main">
    <xsl:variable name="all" as="element()*" select="../../i:witnesses/i:witness"/>
    <section class="sigla-list" aria-labelledby="-sigla">
      <h2 id="-sigla">{f:word('sigla')}</h2>
      <dl class="witnesses">
        <xsl:apply-templates select="$all[@parent = '']" mode="witness"/>
      </dl>
    </section>
    <xsl:variable name="used" as="xs:string*" select="distinct-values(../../i:apparatus/i:entry/(.//i:term | .//i:siglum/@marks))"/>
    <xsl:variable name="terms" as="element()*" select="../../i:terms/i:term[. = $used][not(@meaning = ('', .))]"/>
    <xsl:if test="$terms">
      <section class="signs" aria-labelledby="-abbreviations">
        <h2 id="-abbreviations">{f:word('abbreviations')}</h2>
        <dl>
          <xsl:for-each select="$terms">
            <div>
              <dt>
                <i class="term">{.}</i>
              </dt>
              <dd>{@meaning}</dd>
            </div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
    <section class="signs" aria-labelledby="-signs">
      <h2 id="-signs">{f:word('signs-used')}</h2>
      <dl>
        <xsl:for-each select="map:keys($signs)">
          <xsl:sort select="$signs(.)"/>
          <div>
            <dt>{.}</dt>
            <dd>{f:word($signs(.))}</dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <xsl:variable name="signs" as="map(xs:string, xs:string)" select="map {
    '[ ]': 'sign-supplied', '⟨ ⟩': 'sign-omitted', '{ }': 'sign-surplus', '[…]': 'sign-gap' }"/>

  <!-- One witness: what it is, when it was written, how much it has, then its hands or members. -->
  <xsl:mode name="witness" on-no-match="fail"/>
  <xsl:key name="part-of-witness" match="i:witness" use="@parent"/>
  <xsl:template match="i:witness" mode="witness">
    <div id="{@id}" class="witness {@kind}">
      <dt>{@siglum}</dt>
      <dd>
        <xsl:apply-templates select="." mode="description"/>
        <xsl:if test="@date ne '' and not(contains(normalize-space(.), @date))">
          <p class="witness-date">{@date}</p>
        </xsl:if>
        <xsl:where-populated>
          <ul class="extent">
            <xsl:apply-templates select="i:extent" mode="extent"/>
            <xsl:if test="@entries ne '0'">
              <li>{f:word('entries-citing')}: {@entries}</li>
            </xsl:if>
          </ul>
        </xsl:where-populated>
        <xsl:where-populated>
          <dl class="witnesses">
            <xsl:apply-templates select="key('part-of-witness', @id)" mode="witness"/>
          </dl>
        </xsl:where-populated>
      </dd>
    </div>
  </xsl:template>

  <xsl:mode name="extent" on-no-match="fail"/>
  <xsl:template match="i:extent" mode="extent">
    <xsl:variable name="document" as="element()?" select="$index/i:index/i:documents/i:document[@id = current()/@document]"/>
    <li>
      <a href="{$document/@route}">{$document/@short-title}</a>
      <xsl:text>: {f:word(@kind)} {@places}</xsl:text>
    </li>
  </xsl:template>

  <!-- Its siglum stands before it, its members after it. -->
  <xsl:mode name="description" on-no-match="fail"/>
  <xsl:template match="i:witness" mode="description">
    <xsl:variable name="said" as="node()*" select="*[1]/node()[not(@type = ('siglum', 'sigla', 'sigil'))]"/>
    <xsl:apply-templates select="$said, i:description/*" mode="content">
      <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
    </xsl:apply-templates>
    <xsl:if test="not($said[normalize-space()] | i:description) and @label ne @siglum">{@label}</xsl:if>
  </xsl:template>
  <xsl:template match="i:witness[@kind = 'group'][*[1]/head]" mode="description">
    <xsl:apply-templates select="*[1]/(head/node() | * except (head, listWit, witness))[not(@type = ('siglum', 'sigla', 'sigil'))]" mode="content">
      <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>
  <xsl:template match="i:witness[@kind = 'group']" mode="description" priority="0">
    <xsl:apply-templates select="*[1]/(* except (listWit, witness))" mode="content">
      <xsl:with-param name="secondary" tunnel="yes" select="true()"/>
    </xsl:apply-templates>
  </xsl:template>
  <!-- A person or body that readings name: its place is in a register. -->
  <xsl:template match="i:witness[@kind = 'editor'][not(*[1]/(self::bibl | self::biblStruct | self::biblFull))]" mode="description">
    <xsl:variable name="entry" as="element()?" select="$index/i:index/i:register-entries/i:register-entry[@id = current()/@id]"/>
    <xsl:choose>
      <xsl:when test="$entry">
        <a href="{$entry/@route}">{$entry/@label}</a>
      </xsl:when>
      <xsl:otherwise>{@label}</xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
