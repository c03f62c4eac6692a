<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">
  <xsl:param name="index" as="document-node()?"/>
  <xsl:param name="page" as="xs:string?"/>
  <xsl:mode on-no-match="shallow-copy"/>
  <xsl:output method="html" html-version="5" indent="no"/>
</xsl:stylesheet>
