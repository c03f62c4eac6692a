/** How the pages are set; needs the settings and the foot before it. */
export const pages = `
// A running head of more than a line is shortened to its first words.
#let one-line(words, room) = context {
  let fits(text) = measure(emph(text)).width <= room
  if words == none or fits(words) { emph(words) } else {
    let kept = words.split(" ")
    while kept.len() > 1 and not fits(kept.join(" ") + " …") { kept = kept.slice(0, -1) }
    emph(kept.join(" ") + " …")
  }
}
#let head-line(outer, middle, verso) = {
  set text(size: pt(o.noteSize))
  set par(justify: false, first-line-indent: 0pt)
  // Left and right are sides of the paper, whatever way the text runs.
  set text(dir: ltr, hyphenate: false)
  grid(columns: (1fr, 8fr, 1fr),
    align(left, if verso { outer }), align(center, text(dir: dir-of(doc.direction), one-line(middle, width * 0.8))), align(right, if not verso { outer }))
}
#let is-verso(number) = calc.even(number) != (doc.direction == "rtl")

// The room at the foot of a page of the text, and what stands around the text.
#let room-of(page) = block(height: pt(page.room), width: 100%, spacing: 0pt, breakable: false, {
  let from-top(y) = pt(y - (o.height - o.bottom - page.room))
  if page.head.len() > 0 {
    place(top + left, dy: from-top(o.top) - pt(o.line * 1.4) - pt(o.noteSize), pdf.artifact(kind: "header", block(width: width, head-line(page.head.at(0), page.head.at(1), is-verso(page.page)))))
  }
  for (y, label, side) in page.numbers {
    let x = if side == "left" { -2.4em } else { width + 0.7em }
    place(top + left, dx: x, dy: from-top(y) - 0.576em, pdf.artifact(box(width: 1.7em, text(size: 0.72em, top-edge: 0.8em, align(if side == "left" { right } else { left }, label)))))
  }
  set align(bottom)
  if page.bands.len() > 0 { bands-of(page.bands) }
})
#let rooms(list) = if list.len() > 0 {
  place(box(width: 0pt, height: 0pt, footnote(numbering: _ => [], {
    set text(size: pt(o.size))
    set par(first-line-indent: 0pt)
    for (n, page) in list.enumerate() {
      if n > 0 { colbreak() }
      room-of(page)
    }
  })))
}

#set footnote.entry(separator: none, clearance: 0pt, gap: 0pt, indent: 0pt)
#show footnote.entry: it => it.note.body
#show heading: it => {
  let (above, below) = if it.level == 1 { (1.8, 0.9) } else { (1.1, 0.6) }
  set text(size: 1em * (1.25, 1.1, 1.0).at(calc.min(it.level, 3) - 1), weight: if it.level < 3 { "semibold" } else { "regular" }, style: if it.level < 3 { "normal" } else { "italic" }, hyphenate: false)
  set par(justify: false, first-line-indent: 0pt)
  // What stays with a heading is the plan's to say: a chain of headings longer than a page would find no page.
  block(above: pt(o.line * above), below: pt(o.line * below), sticky: false, it.body)
}
#show table.cell: set par(justify: false, first-line-indent: 0pt)

// Room at the side that lines begin at.
#let before(room, dir) = if dir == "rtl" { (right: room) } else { (left: room) }
#let flow(list) = {
  // What a speaker is set close to: the speech, or a direction before it.
  let is-led = false
  for b in list {
    let kind = b.kind
    let body = {
      if kind == "heading" {
        heading(level: b.level, outlined: true, bookmarked: true, inl(b.content))
      } else if kind == "paragraph" {
        let role = b.role
        let content = inl(b.content)
        if role == "body" { par(content) }
        else if role == "item" { par(first-line-indent: 0pt, hanging-indent: 1.5em, { box(width: 1.5em, baseline: 0.2em, inl(b.label)); content }) }
        else if role == "decision" { block(inset: before(1.2em, b.dir), spacing: pt(o.line - o.size), par(first-line-indent: 0pt, emph(content))) }
        else if role == "speaker" { block(above: pt(o.line * 0.5), below: pt(o.line - o.size), par(first-line-indent: 0pt, smallcaps(content))) }
        else if role == "stage" or role == "label" { par(first-line-indent: 0pt, emph(content)) }
        else if role == "dateline" or role == "signed" { align(end, par(first-line-indent: 0pt, content)) }
        else if role == "centered" or role == "caption" { align(center, text(hyphenate: false, par(first-line-indent: 0pt, justify: false, content))) }
        else { par(first-line-indent: 0pt, content) }
      } else if kind == "verse" {
        block(above: pt(if is-led { 0 } else { o.line * 0.5 } + o.line - o.size), below: pt(o.line * 0.5 + o.line - o.size), for l in b.lines {
          par(first-line-indent: 0pt, hanging-indent: 3em, justify: false, { h(1.2em * (1 + l.indent)); inl(l.content) })
        })
      } else if kind == "list" {
        block(inset: before(0.8em, b.dir), spacing: pt(o.line - o.size), flow(b.content))
      } else if kind == "quotation" {
        block(inset: (left: 1.6em, right: 1.6em), spacing: pt(o.line * 0.5 + o.line - o.size), text(size: 0.94em, flow(b.content)))
      } else if kind == "table" {
        let is-captioned = b.caption.len() > 0
        if is-captioned { block(above: pt(o.line * 0.9), below: pt(o.line * 0.4), par(first-line-indent: 0pt, emph(inl(b.caption)))) }
        let cells = b.rows.map(r => r.cells.map(c => table.cell(colspan: c.columns, rowspan: c.rows, breakable: r.breakable, if c.label { strong(inl(c.content)) } else { inl(c.content) })))
        set text(size: b.scale * 1em)
        block(above: pt(o.line * if is-captioned { 0.4 } else { 1 }), below: pt(o.line), table(columns: if b.widths == none { b.columns } else { b.widths.map(pt) }, stroke: none, inset: (x: 0.35em, y: 0.3em), align: start,
          table.hline(stroke: 0.6pt),
          ..if b.head > 0 { (table.header(..cells.slice(0, b.head).flatten()), table.hline(stroke: 0.3pt)) },
          ..cells.slice(b.head).flatten(), table.hline(stroke: 0.6pt)))
      } else if kind == "minutes" {
        if b.roster.len() == 0 { flow(b.content) } else {
          block(spacing: pt(o.line * 0.6), grid(columns: (27%, 1fr), column-gutter: 1.4em,
            { set text(size: 0.88em, hyphenate: false); set par(justify: false, first-line-indent: 0pt); par(inl(b.roster)) },
            flow(b.content)))
        }
      } else if kind == "figure" {
        block(width: 100%, inset: pt(o.size), stroke: 0.3pt, breakable: false, { set par(first-line-indent: 0pt); if b.description.len() > 0 { emph(par(inl(b.description))) }; if b.content.len() > 0 { par(inl(b.content)) } })
      } else if kind == "rule" {
        align(center, block(above: pt(o.line), below: pt(o.line), line(length: 20%, stroke: 0.4pt)))
      } else if kind == "space" {
        v(pt(o.line))
      }
    }
    is-led = kind == "paragraph" and (b.role == "speaker" or (is-led and b.role == "stage"))
    if b.at("lang", default: none) == none { body } else { text(lang: b.lang, dir: dir-of(b.dir), body) }
  }
}
#let side(blocks) = block(width: 100%, spacing: 0pt, flow(blocks))
#let facing(segment, feet, spreads) = {
  if spreads.len() == 0 { for pair in segment.pairs { side(pair.left); v(pt(o.line * 0.5)); side(pair.right); v(pt(o.line * 0.5)) } }
  for (n, spread) in spreads.enumerate() {
    pagebreak(to: "even", weak: true)
    for (which, of) in ("left", "right").enumerate() {
      if which > 0 { pagebreak() }
      rooms((feet.at(2 * n + which),))
      for (at, one) in spread.enumerate() {
        if at > 0 { v(pt(one.at(3))) }
        side(segment.pairs.at(one.at(0)).at(of))
        v(pt(one.at(1 + which)))
      }
    }
  }
}

// Words that run the other way keep the page's number on its side.
#let turned(words) = if doc.direction == "rtl" {
  words + if words.contains(regex("[A-Za-z\\u{C0}-\\u{52F}\\u{1E00}-\\u{1FFF}]")) { "\\u{200F}" }
} else {
  words + if words.contains(regex("[\\u{590}-\\u{8FF}\\u{FB1D}-\\u{FEFC}]")) { "\\u{200E}" }
}
#let leader = box(width: 1fr, inset: (x: 0.4em), repeat(gap: 0.35em)[.])
#if o.titlePage {
  set par(justify: false, first-line-indent: 0pt)
  set align(center)
  v(1fr)
  for name in doc.title.authors { block(below: 1em, text(size: 1.15em, name)) }
  block(below: 1em, text(size: 1.9em, weight: "semibold", hyphenate: false, inl(doc.title.main)))
  if doc.title.subtitle.len() > 0 { block(below: 1.2em, text(size: 1.25em, style: "italic", inl(doc.title.subtitle))) }
  v(1fr)
  for one in doc.title.lines { block(spacing: 0.6em, inl(one)) }
  v(2fr)
  pagebreak(weak: true)
}
#if lay.contents.len() > 0 {
  set par(justify: false, first-line-indent: 0pt)
  block(below: 1.6em, text(size: 1.35em, weight: "semibold", doc.words.contents))
  for one in lay.contents {
    block(spacing: pt(o.line - o.size), inset: before(1.2em * (one.at(0) - 1), doc.direction), par(hanging-indent: 1.2em, { turned(one.at(1)); leader; one.at(2) }))
  }
}
#pagebreak(to: "odd", weak: true)
#tag(0)<v-start>
#for (n, segment) in doc.segments.enumerate() {
  let feet = lay.feet.at(n, default: ())
  if segment.kind == "parallel" { facing(segment, feet, lay.spreads.at(n, default: ())) }
  else if segment.blocks.len() + feet.len() > 0 {
    if n > 0 { pagebreak(weak: true) }
    rooms(feet)
    flow(segment.blocks)
  }
}
#if lay.indexes.len() > 0 {
  pagebreak(weak: true)
  set page(header-ascent: pt(o.line * 1.4), header: context {
    let number = here().page()
    let before = query(<v-index>).filter(m => m.location().page() <= number)
    let here-begin = before.filter(m => m.location().page() == number)
    // No head repeats the title that the page begins with.
    let title = if before.len() == 0 or before.first() in here-begin { none } else if here-begin.len() > 0 { here-begin.first().value } else { before.last().value }
    head-line(str(number - lay.start + 1), title, is-verso(number))
  })
  set text(size: pt(o.noteSize + 0.5), costs: (widow: 100%, orphan: 100%))
  set par(justify: false, first-line-indent: 0pt, leading: 0.25em, spacing: 0.25em)
  show heading: it => block(above: pt(o.line * 1.8), below: pt(o.line * 0.9), sticky: true, it)
  columns(2, gutter: 1.5em, for index in lay.indexes {
    heading(level: 1, [#tag(index.title)<v-index>#index.title])
    for (n, one) in index.entries.enumerate() {
      let depth = one.at(0)
      // Hanging lines go in deeper than the entries below.
      let line = par(hanging-indent: 2.6em, { h(1em * depth); if one.at(2) != "" { turned(one.at(1)) + ", " + one.at(2) } else { one.at(1) } })
      let has-below = n + 1 < index.entries.len() and index.entries.at(n + 1).at(0) > depth
      if has-below { block(spacing: 0.25em, sticky: true, line) } else { line }
    }
  })
}
#pagebreak(weak: true)
#context {
  let at(m) = { let q = m.location().position(); (q.page, q.y.pt(), m.value) }
  [#metadata((
    marks: query(<v-mark>).map(at),
    feet: query(<v-foot>).map(m => { let q = m.location().position(); (q.page, q.y.pt()) }),
    indexes: query(<v-index>).map(m => m.location().page()),
    start: query(<v-start>).first().location().page(),
  ))<v-report>]
}
`;
