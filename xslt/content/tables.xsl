<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:v="urn:x-variorum:prepared" xmlns:i="urn:x-variorum:index" xmlns:f="urn:x-variorum:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <!-- Tables. -->

  <!-- A wide table scrolls by itself, so its frame takes the keyboard. -->
  <xsl:template match="table" mode="content">
    <div class="table-frame" tabindex="0" role="region" aria-label="{(head[1] ! normalize-space(.), f:word('table-n', string(@v:n)))[1]}">
      <table>
        <xsl:apply-templates select="." mode="attributes"/>
        <xsl:apply-templates select="head[1]" mode="content"/>
        <tbody>
          <xsl:apply-templates select="(* except head[1]) | text()[normalize-space()]" mode="in-table"/>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="table/head[1]" mode="content" priority="2">
    <caption>
      <xsl:apply-templates select="." mode="inside"/>
    </caption>
  </xsl:template>

  <!-- What stands among the rows or the cells, such as a page break, or words that no cell holds. -->
  <xsl:mode name="in-table" on-no-match="fail"/>
  <xsl:template match="*" mode="in-table">
    <tr class="among">
      <td colspan="100">
        <xsl:apply-templates select="." mode="content"/>
      </td>
    </tr>
  </xsl:template>
  <xsl:template match="row" mode="in-table">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>
  <xsl:template match="text()" mode="in-table">
    <tr class="among">
      <td colspan="100">{.}</td>
    </tr>
  </xsl:template>
  <xsl:mode name="in-row" on-no-match="text-only-copy"/>
  <xsl:template match="text()[normalize-space()]" mode="in-row">
    <td class="among">{.}</td>
  </xsl:template>
  <xsl:template match="*" mode="in-row">
    <td class="among">
      <xsl:apply-templates select="." mode="content"/>
    </td>
  </xsl:template>
  <xsl:template match="cell" mode="in-row">
    <xsl:apply-templates select="." mode="content"/>
  </xsl:template>

  <xsl:template match="table/row" mode="content" priority="2">
    <tr>
      <xsl:apply-templates select="." mode="attributes"/>
      <xsl:apply-templates mode="in-row"/>
    </tr>
  </xsl:template>

  <xsl:template match="row/cell" mode="content" priority="2">
    <td>
      <xsl:apply-templates select="." mode="inside"/>
    </td>
  </xsl:template>

  <xsl:template match="row[@role = 'label']/cell | cell[@role = 'label']" mode="content" priority="3">
    <th scope="{if (../@role = 'label') then 'col' else 'row'}">
      <xsl:apply-templates select="." mode="inside"/>
    </th>
  </xsl:template>

  <xsl:template match="cell/@cols[matches(., '^[1-9][0-9]{0,2}$')]" mode="attribute">
    <xsl:attribute name="colspan" select="."/>
  </xsl:template>
  <xsl:template match="cell/@rows[matches(., '^[1-9][0-9]{0,2}$')]" mode="attribute">
    <xsl:attribute name="rowspan" select="."/>
  </xsl:template>
</xsl:stylesheet>
