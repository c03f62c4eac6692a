<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- The texts of the witnesses beside the reading text, a line a row; each column can be put away, or stand alone. A script compares any two with each other. -->

  <!-- An i:texts element as XML, or ''. -->
  <xsl:param name="witness-texts" as="xs:string" select="''"/>
  <xsl:variable name="side-by-side" as="element()?" select="if ($witness-texts = '') then () else parse-xml($witness-texts)/i:texts"/>

  <xsl:template match="i:texts" mode="page-title" as="xs:string">
    <xsl:sequence select="string-join(($record/@title, f:word('witnesses')), ' · ')"/>
  </xsl:template>
  <xsl:template match="i:texts" mode="page-kind" as="xs:string">
    <xsl:sequence select="'witness-texts'"/>
  </xsl:template>
  <xsl:template match="i:texts" mode="route" as="xs:string">
    <xsl:sequence select="string(@route)"/>
  </xsl:template>

  <xsl:template match="i:texts" mode="main">
    <xsl:variable name="up" as="xs:string" select="f:up(@route)"/>
    <link rel="stylesheet" href="{$up}assets/witnesses.css"/>
    <article>
      <header class="document-head">
        <h1>{f:word('texts-of-witnesses')}</h1>
        <p class="document-date">
          <a href="{$record/@route}">{$record/@title}</a>
        </p>
      </header>
      <xsl:apply-templates select="i:comparison" mode="main"/>
      <nav class="single-texts" aria-label="{f:word('texts-of-witnesses')}">
        <ul>
          <xsl:for-each select="i:head">
            <li>
              <a href="#text-{encode-for-uri(@witness)}">{replace(f:word('text-of-witness', .), '\s+', ' ')}</a>
            </li>
          </xsl:for-each>
          <li class="together">
            <a href="#all-texts">{f:word('texts-of-witnesses')}</a>
          </li>
        </ul>
      </nav>
      <div id="all-texts" class="table-frame" tabindex="0" role="region" aria-label="{f:word('texts-of-witnesses')}">
        <table class="witness-texts" lang="{$record/@language}">
          <thead>
            <tr>
              <th scope="col">
                <label><input type="checkbox" checked="checked"/> {f:word('reading-text')}</label>
              </th>
              <xsl:for-each select="i:head">
                <th scope="col" id="text-{@witness}">
                  <label>
                    <input type="checkbox" aria-label="{replace(f:word('text-of-witness', .), '\s+', ' ')}">
                      <xsl:if test="position() le 2">
                        <xsl:attribute name="checked" select="'checked'"/>
                      </xsl:if>
                    </input>
                    <xsl:text> {.}</xsl:text>
                  </label>
                </th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="i:row" mode="witness-line"/>
          </tbody>
        </table>
      </div>
    </article>
    <script src="{$up}assets/witnesses.js"/>
  </xsl:template>

  <!-- For the script: what may be chosen, where the two are put, and the lines themselves. -->
  <xsl:template match="i:comparison" mode="main">
    <xsl:variable name="options" as="element()+">
      <option value="0">{f:word('reading-text')}</option>
      <xsl:for-each select="i:siglum">
        <option value="{position()}">{.}</option>
      </xsl:for-each>
    </xsl:variable>
    <form class="compare-two" aria-label="{f:word('compare-witnesses')}" hidden="">
      <label>{f:word('first-text')} <select><xsl:sequence select="$options"/></select></label>
      <xsl:text> </xsl:text>
      <label>{f:word('second-text')} <select><option value="">–</option><xsl:sequence select="$options"/></select></label>
      <xsl:text> </xsl:text>
      <output data-words="{f:word('lines-that-differ')}"/>
    </form>
    <div class="table-frame compared" tabindex="0" role="region" aria-label="{f:word('compare-witnesses')}" hidden="">
      <table class="witness-texts" lang="{$record/@language}">
        <thead>
          <tr>
            <th scope="col"/>
            <th scope="col"/>
          </tr>
        </thead>
        <tbody/>
      </table>
    </div>
    <script type="application/json" id="witness-lines">{i:lines}</script>
  </xsl:template>

  <xsl:mode name="witness-line" on-no-match="text-only-copy"/>
  <xsl:template match="i:row" mode="witness-line">
    <tr>
      <xsl:apply-templates select="i:cell" mode="witness-line"/>
    </tr>
  </xsl:template>
  <xsl:template match="i:cell" mode="witness-line">
    <td>
      <xsl:apply-templates mode="witness-line"/>
    </td>
  </xsl:template>
  <xsl:template match="i:cell[@missing]" mode="witness-line">
    <td class="missing">–</td>
  </xsl:template>
  <xsl:template match="i:differs" mode="witness-line">
    <mark>{.}</mark>
  </xsl:template>
</xsl:stylesheet>
