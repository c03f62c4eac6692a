/**
 * The Typst program that lays a model out. It reads `/doc.json` (what to print) and `/layout.json` (what the last pass found), so that text is data and never markup.
 *
 * Each note and entry is a footnote whose slot has a height known beforehand; what stands at the foot is painted over the slots from `layout.json`, so that lines do not move between passes.
 */
export const template = `
#let doc = json("/doc.json")
#let lay = json("/layout.json")
#let o = doc.options
#let pt(n) = n * 1pt
#let width = pt(o.width - o.inner - o.outer)
#let unit = pt(o.noteLine)

#let tag(..value) = metadata(value.pos())
#let styled(name, body) = {
  if name == "italic" { emph(body) }
  else if name == "bold" { strong(body) }
  else if name == "small-caps" { smallcaps(body) }
  else if name == "superscript" { super(typographic: false, size: 0.65em, baseline: -0.35em, body) }
  else if name == "subscript" { sub(typographic: false, size: 0.65em, body) }
  else if name == "underline" { underline(body) }
  else if name == "strike" { strike(body) }
  else if name == "spaced" { text(tracking: 0.12em, body) }
  else { body }
}

#let slot(id) = {
  let room = lay.slots.at(id, default: (height: 0, lines: 0, extra: 0, prepaid: 0))
  let extra = pt(room.extra)
  footnote(numbering: _ => [], {
    if room.lines > 0 {
      for n in range(room.lines) { block(height: (if n < room.prepaid { 0pt } else { unit }) + (if n == 0 { extra } else { 0pt }), width: 4pt, spacing: 0pt, breakable: false)[#tag(id, n)<v-slot>] }
    } else {
      block(height: (if room.prepaid > 0 { 0pt } else { pt(room.height) }) + extra, width: 4pt, spacing: 0pt, breakable: false)[#tag(id, -1)<v-slot>]
    }
  })
}

#let inl(nodes) = {
  for n in nodes {
    let kind = n.at(0)
    if kind == "t" { n.at(1) }
    else if kind == "s" { styled(n.at(1), inl(n.at(2))) }
    else if kind == "l" { text(lang: n.at(1), dir: if n.at(2) == "rtl" { rtl } else { ltr }, inl(n.at(3))) }
    else if kind == "m" { box[#tag(n.at(1))<v-mark>] + sym.wj }
    else if kind == "me" { sym.wj + box[#tag(n.at(1))<v-mark>] }
    else if kind == "e" { box[#tag("s:" + n.at(1))<v-mark>#slot(n.at(1))] + sym.wj }
    else if kind == "n" {
      let label = if n.at(2) == none { lay.marks.at(n.at(1), default: "0") } else { n.at(2) }
      if label != "" { sym.wj + super(typographic: false, size: 0.65em, baseline: -0.35em, label) }
      sym.wj + box[#tag("s:" + n.at(1))<v-mark>#slot(n.at(1))]
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

// Setting of the foot.
#let small(body) = {
  set text(size: pt(o.noteSize))
  set par(leading: pt(o.noteLine - o.noteSize), spacing: pt(o.noteLine - o.noteSize), first-line-indent: 0pt, hanging-indent: 0pt, justify: o.justify, linebreaks: "simple")
  body
}
#let tall(body) = measure(width: width, body).height
#let lines-of(body) = calc.round((tall(small(body)).pt() + o.noteLine - o.noteSize) / o.noteLine)
#let joined(words) = inl(words.join())
// The word each part of a divided note begins with, and its end; a guess by shares narrows the search.
#let parts(words, rooms) = {
  let starts = (0,)
  let whole = rooms.sum()
  for (n, room) in rooms.slice(0, -1).enumerate() {
    let first = starts.last()
    let fits(end) = lines-of(joined(words.slice(first, end))) <= room
    let (low, high) = (first, words.len())
    let guess = calc.min(high, first + int(words.len() * room / whole))
    let step = 6
    if guess > first {
      if fits(guess) {
        low = guess
        while low + step < high and fits(low + step) { low += step }
        high = calc.min(high, low + step)
      } else {
        high = guess - 1
        while high - step > low and not fits(high - step) { high -= step }
        low = calc.max(low, high - step)
      }
    }
    while low < high {
      let middle = calc.quo(low + high + 1, 2)
      if fits(middle) { low = middle } else { high = middle - 1 }
    }
    starts.push(low)
  }
  starts.push(words.len())
  starts
}
#let note-part(item) = {
  let words = doc.pieces.at(item.id)
  let at = if item.starts.len() > 0 { item.starts } else { parts(words, item.rooms) }
  [#tag(item.id, item.rooms, at)<v-part>]
  let (from, to) = (at.at(item.part), at.at(item.part + 1))
  if from < to {
    joined(words.slice(from, to))
    if to < words.len() { linebreak(justify: o.justify) }
  }
}
#let foot-item(item) = {
  set text(lang: item.lang, dir: if item.dir == "rtl" { rtl } else { ltr })
  if item.label != "" and item.part <= 0 {
    if item.key { strong(item.label) + h(0.4em) } else { super(typographic: false, size: 0.65em, baseline: -0.35em, item.label) + h(0.25em) }
  }
  if item.part >= 0 { note-part(item) } else { inl(doc.foot.at(item.id)) }
}
#let foot(bands) = small({
  for (n, band) in bands.enumerate() {
    block(spacing: 0pt, height: pt(o.bandGap), width: 100%, align(horizon + start, if n == 0 { line(length: 22%, stroke: 0.4pt) }))
    if band.title != "" { block(spacing: 0pt, height: unit, text(weight: "semibold", tracking: 0.04em, band.title)) }
    if band.layout == "run-in" {
      block(spacing: 0pt, par(band.items.map(foot-item).join([#o.separator])))
      block(spacing: 0pt, height: pt(o.noteLine - o.noteSize))
    } else {
      for item in band.items {
        block(spacing: 0pt, breakable: false, par(foot-item(item)))
        block(spacing: 0pt, height: pt(o.noteLine - o.noteSize))
      }
    }
  }
})
#let page-of(n) = if n <= lay.pages.len() { lay.pages.at(n - 1) } else { none }

#set document(title: doc.title.text, author: doc.title.authors, date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)))
#set text(font: o.families, fallback: false, size: pt(o.size), lang: doc.language, region: doc.region, dir: if doc.direction == "rtl" { rtl } else { ltr }, hyphenate: o.hyphenate, top-edge: 0.8em, bottom-edge: -0.2em, number-type: "lining")
#set par(justify: o.justify, leading: pt(o.line - o.size), spacing: pt(o.line - o.size), first-line-indent: (amount: 1.2em, all: false))
#set footnote.entry(separator: none, clearance: pt(o.clearance), gap: 0pt, indent: 0pt)
#show footnote.entry: it => it.note.body
#let binding = if doc.direction == "rtl" { right } else { left }
#set page(
  width: pt(o.width), height: pt(o.height), binding: binding,
  margin: (inside: pt(o.inner), outside: pt(o.outer), top: pt(o.top), bottom: pt(o.bottom)),
  header-ascent: 40%,
  header: context {
    let here-page = page-of(here().page())
    if here-page != none and here-page.head.len() > 0 {
      set text(size: pt(o.noteSize))
      let (outer, middle, inner) = (here-page.head.at(0), here-page.head.at(1), here-page.head.at(2))
      let verso = calc.even(here().page()) != (doc.direction == "rtl")
      grid(columns: (1fr, 4fr, 1fr),
        align(left, if verso { outer } else { inner }),
        align(center, emph(middle)),
        align(right, if verso { inner } else { outer }))
    }
  },
  foreground: context {
    let number = here().page()
    let found = page-of(number)
    if found != none {
      let from-left = pt(if calc.odd(number) != (doc.direction == "rtl") { o.inner } else { o.outer })
      if found.bands.len() > 0 {
        let body = foot(found.bands)
        [#tag(number, tall(body).pt())<v-foot>]
        place(bottom + left, dx: from-left, dy: -pt(o.bottom), block(width: width, body))
      }
      for (y, label, side) in found.numbers {
        let x = if side == "left" { from-left - 2.4em } else { from-left + width + 0.7em }
        place(top + left, dx: x, dy: pt(y) - 0.8em, box(width: 1.7em, text(size: 0.72em, top-edge: 0.8em, align(if side == "left" { right } else { left }, label))))
      }
    }
  },
)
#set par.line(numbering: n => [#tag(n)<v-line>])
#show heading: it => {
  let size = (1.25, 1.1, 1.0).at(calc.min(it.level, 3) - 1)
  set text(size: 1em * size, weight: if it.level < 3 { "semibold" } else { "regular" }, style: if it.level < 3 { "normal" } else { "italic" }, hyphenate: false)
  set par(justify: false, first-line-indent: 0pt)
  block(above: pt(o.line * (if it.level == 1 { 1.8 } else { 1.1 })), below: pt(o.line * (if it.level == 1 { 0.9 } else { 0.6 })), sticky: true, it.body)
}
#show table.cell: set par(justify: false, first-line-indent: 0pt)
#let named(body, lang, dir) = if lang == none { body } else { text(lang: lang, dir: if dir == "rtl" { rtl } else { ltr }, body) }
#let quiet-lines(body) = { set par.line(numbering: none); body }
#let anchor(id) = if id != "" { box[#tag("b:" + id)<v-mark>] + sym.wj }


#let flow(list) = {
  for b in list {
    let kind = b.kind
    let body = {
      if kind == "heading" {
        if lay.breaks.contains(b.id) { pagebreak(weak: true) }
        heading(level: b.level, outlined: true, bookmarked: true, box[#tag("h:" + b.id)<v-mark>] + sym.wj + inl(b.content))
      } else if kind == "paragraph" {
        let role = b.role
        let content = { anchor(b.id); inl(b.content) }
        if role == "body" { par(content) }
        else if role == "item" { par(first-line-indent: 0pt, hanging-indent: 1.5em, { box(width: 1.5em, inl(b.label)); content }) }
        else if role == "decision" { block(inset: (left: 1.2em), spacing: pt(o.line - o.size), par(first-line-indent: 0pt, emph(content))) }
        else if role == "speaker" { block(above: pt(o.line * 0.5), below: pt(o.line - o.size), sticky: true, par(first-line-indent: 0pt, smallcaps(content))) }
        else if role == "stage" or role == "label" { par(first-line-indent: 0pt, emph(content)) }
        else if role == "dateline" or role == "signed" { align(end, par(first-line-indent: 0pt, content)) }
        else if role == "centered" or role == "caption" { align(center, par(first-line-indent: 0pt, justify: false, content)) }
        else { par(first-line-indent: 0pt, content) }
      } else if kind == "verse" {
        block(above: pt(o.line * 0.5 + o.line - o.size), below: pt(o.line * 0.5 + o.line - o.size), for l in b.lines {
          par(first-line-indent: 0pt, hanging-indent: 3em, justify: false, { h(1.2em * (1 + l.indent)); anchor(l.id); inl(l.content) })
        })
      } else if kind == "list" {
        block(inset: (left: 0.8em), spacing: pt(o.line - o.size), flow(b.content))
      } else if kind == "quotation" {
        block(inset: (left: 1.6em, right: 1.6em), spacing: pt(o.line * 0.5 + o.line - o.size), text(size: 0.94em, flow(b.content)))
      } else if kind == "table" {
        if b.caption.len() > 0 { block(sticky: true, par(first-line-indent: 0pt, emph(inl(b.caption)))) }
        let cells = b.rows.map(r => r.map(c => table.cell(colspan: c.columns, rowspan: c.rows, if c.label { strong(inl(c.content)) } else { inl(c.content) })))
        let head = b.rows.slice(0, b.head)
        set text(size: b.scale * 1em)
        block(spacing: pt(o.line), table(columns: b.columns, stroke: none, inset: (x: 0.35em, y: 0.3em), align: start,
          table.hline(stroke: 0.6pt),
          ..if b.head > 0 { (table.header(..cells.slice(0, b.head).flatten()), table.hline(stroke: 0.3pt)) },
          ..cells.slice(b.head).flatten(), table.hline(stroke: 0.6pt)))
      } else if kind == "minutes" {
        if b.roster.len() == 0 { flow(b.content) } else {
          block(spacing: pt(o.line * 0.6), grid(columns: (27%, 1fr), column-gutter: 1.4em,
            { set par.line(numbering: none); set text(size: 0.88em, hyphenate: false); set par(justify: false, first-line-indent: 0pt); par(inl(b.roster)) },
            flow(b.content)))
        }
      } else if kind == "parallel" {
        let spreads = lay.spreads.at(b.id, default: ())
        if spreads.len() == 0 {
          for (n, pair) in b.pairs.enumerate() {
            context [#tag(b.id, n, measure(width: width, flow(pair.left)).height.pt(), measure(width: width, flow(pair.right)).height.pt())<v-pair>]
          }
        }
        for spread in spreads {
          pagebreak(to: "even", weak: true)
          for n in spread { block(width: 100%, spacing: 0pt, flow(b.pairs.at(n.pair).left)); v(pt(n.left) + pt(o.line * 0.5)) }
          pagebreak()
          for n in spread { block(width: 100%, spacing: 0pt, flow(b.pairs.at(n.pair).right)); v(pt(n.right) + pt(o.line * 0.5)) }
        }
        pagebreak(weak: true)
      } else if kind == "figure" {
        block(width: 100%, inset: 1em, stroke: 0.3pt, breakable: false, { set par(first-line-indent: 0pt); emph(b.description); parbreak(); inl(b.content) })
      } else if kind == "rule" {
        align(center, block(above: pt(o.line), below: pt(o.line), line(length: 20%, stroke: 0.4pt)))
      }
    }
    if b.lang == none { body } else { text(lang: b.lang, dir: if b.dir == "rtl" { rtl } else { ltr }, body) }
  }
}
`;

/** Gives the width of each entry that is run in, and the number of lines of every other note, as \`<v-sizes>\`. */
export const measuring = `
#context [#metadata(doc.foot.keys().map(id => {
  let label = doc.labels.at(id)
  let body = foot-item((id: id, label: label.at(0), key: label.at(1), part: -1, lang: label.at(2), dir: label.at(3)))
  (id, if doc.run-in.at(id) { measure(small(body)).width.pt() } else { lines-of(par(body)) })
}).map(x => (id: x.at(0), size: x.at(1))))<v-sizes>]
`;

/** Lays the pages out and says as \`<v-report>\` where lines, marks, slots and feet came to stand. */
export const laying = `
#let leader = box(width: 1fr, inset: (x: 0.4em), repeat(gap: 0.35em)[.])
#if o.titlePage {
  set par.line(numbering: none)
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
  set par.line(numbering: none)
  set par(justify: false, first-line-indent: 0pt)
  block(below: 1.6em, text(size: 1.35em, weight: "semibold", doc.words.contents))
  for one in lay.contents {
    block(spacing: pt(o.line - o.size), inset: (left: 1.2em * (one.at(0) - 1)), par(hanging-indent: 1.2em, { one.at(1); leader; one.at(2) }))
  }
}
#pagebreak(to: "odd", weak: true)
#tag("body")<v-start>
#flow(doc.front)
#if doc.front.len() > 0 { v(pt(o.line)) }
#flow(doc.body)
#flow(doc.back)
#if lay.indexes.len() > 0 {
  set par.line(numbering: none)
  pagebreak(weak: true)
  set text(size: pt(o.noteSize + 0.5))
  set par(justify: false, first-line-indent: 0pt, leading: 0.25em, spacing: 0.25em, hanging-indent: 1em)
  columns(2, gutter: 1.5em, for index in lay.indexes {
    heading(level: 1, index.title)
    for one in index.entries { par({ h(1em * one.at(0)); one.at(1); if one.at(2) != "" { [, ] + one.at(2) } }) }
  })
}
#context {
  let at(m) = { let q = m.location().position(); (q.page, calc.round(q.x.pt(), digits: 2), calc.round(q.y.pt(), digits: 2)) + m.value }
  [#metadata((
    lines: query(<v-line>).map(at),
    marks: query(<v-mark>).map(at),
    slots: query(<v-slot>).map(m => (m.location().page(),) + m.value),
    feet: query(<v-foot>).map(m => m.value),
    parts: query(<v-part>).map(m => m.value),
    pairs: query(<v-pair>).map(m => m.value),
    start: query(<v-start>).first().location().page(),
  ))<v-report>]
}
`;
