/**
 * The Typst programs that lay a model out. They read `/doc.json` (what to print) and `/layout.json` (what the last pass found), so that text is data and never markup.
 *
 * Where pages end is not Typst's choice: each page of the text keeps a room at its foot that leaves just the lines planned for it. The rooms of a run of pages are one footnote that breaks between them, so no other footnote moves a line, and paragraphs that have not changed are not set again.
 */
export const settings = `
#let doc = json("/doc.json")
#let o = doc.options
#let pt(n) = n * 1pt
#let width = pt(o.width - o.inner - o.outer)
#let unit = pt(o.noteLine)
#let dir-of(name) = if name == "rtl" { rtl } else { ltr }

#let tag(value) = metadata(value)
#let mark(value) = box[#tag(value)<v-mark>]
// Without edges of its own, what is raised or lowered leaves its line as high as the others.
#let flat(body) = text(top-edge: 0pt, bottom-edge: 0pt, body)
#let raised(body) = super(typographic: false, size: 0.65em, baseline: -0.35em, flat(body))
#let styled(name, body) = {
  if name == "italic" { emph(body) }
  else if name == "bold" { strong(body) }
  else if name == "small-caps" { smallcaps(body) }
  else if name == "superscript" { raised(body) }
  else if name == "subscript" { sub(typographic: false, size: 0.65em, flat(body)) }
  else if name == "underline" { underline(body) }
  else if name == "strike" { strike(body) }
  else if name == "spaced" { text(tracking: 0.12em, body) }
  else { body }
}

#let inl(nodes) = {
  for n in nodes {
    let kind = n.at(0)
    if kind == "t" { n.at(1) }
    else if kind == "s" { styled(n.at(1), inl(n.at(2))) }
    else if kind == "l" { text(lang: n.at(1), dir: dir-of(n.at(2)), inl(n.at(3))) }
    else if kind == "<" or kind == "m" { mark(n.at(1)) + sym.wj }
    // Bare, it stays on the line of the word before it; joined, it would keep that word from being hyphenated.
    else if kind == ">" or kind == "me" [#tag(n.at(1))<v-mark>]
    else if kind == "e" { mark("s:" + n.at(1)) + sym.wj }
    else if kind == "n" {
      let label = if n.at(2) == none { lay.marks.at(n.at(1), default: "0") } else { n.at(2) }
      if label != "" { sym.wj + raised(label) }
      sym.wj + mark("s:" + n.at(1))
    }
    else if kind == "r" {
      let found = lay.refs.at(n.at(1) + " " + n.at(2), default: "000")
      inl(n.at(3))
      if n.at(2) != "content" { found }
    }
    else if kind == "u" { link(n.at(1), inl(n.at(2))) }
    else if kind == "b" { linebreak() }
  }
}

#set document(title: doc.title.text, author: doc.title.authors, date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)))
#set text(font: o.families, fallback: false, size: pt(o.size), lang: doc.language, region: doc.region, dir: dir-of(doc.direction), hyphenate: o.hyphenate, top-edge: 0.8em, bottom-edge: -0.2em, number-type: "lining", costs: (widow: 0%, orphan: 0%))
#set par(justify: o.justify, leading: pt(o.line - o.size), spacing: pt(o.line - o.size), first-line-indent: (amount: 1.2em, all: false))
#set page(
  width: pt(o.width), height: pt(o.height), binding: if doc.direction == "rtl" { right } else { left },
  margin: (inside: pt(o.inner), outside: pt(o.outer), top: pt(o.top), bottom: pt(o.bottom)),
)
`;
