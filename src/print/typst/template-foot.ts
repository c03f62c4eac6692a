/** How the foot is set: notes and entries alone, divided, and in bands. */
export const foot = `
#let small(body) = {
  set text(size: pt(o.noteSize))
  set par(leading: pt(o.noteLine - o.noteSize), spacing: pt(o.noteLine - o.noteSize), first-line-indent: 0pt, hanging-indent: 0pt, justify: o.justify, linebreaks: "simple")
  body
}
#let in-language(id, body) = {
  let (_, _, lang, dir, _) = doc.labels.at(id)
  if lang == doc.language and dir == doc.direction { body } else { text(lang: lang, dir: dir-of(dir), body) }
}
// No line ends between a key and what it is the key of.
#let apart(room) = sym.wj + box(width: room) + sym.wj
#let keyed(id, label) = if label != "" {
  if doc.labels.at(id).at(1) { strong(label) + apart(0.4em) } else { raised(label) + apart(0.25em) }
}
#let whole(id, label) = in-language(id, keyed(id, label) + inl(doc.foot.at(id)))
// Lines of a note as they were measured; one that is divided ends a part as if its line went on.
#let part(id, label, from, to) = in-language(id, {
  set text(hyphenate: false)
  let lines = doc.lines.at(id)
  if from == 0 { keyed(id, label) }
  for n in range(from, to) { inl(lines.at(n)); if n + 1 < lines.len() and lines.at(n).last(default: ("",)).at(0) != "b" { linebreak(justify: o.justify) } }
})
#let after-block = block(spacing: 0pt, height: pt(o.noteLine - o.noteSize))
#let own-block(item) = {
  let (id, label, from, to) = item
  block(spacing: 0pt, breakable: false, par(if to < 0 { whole(id, label) } else { part(id, label, from, to) }))
  after-block
}
#let band-items(band) = {
  let run = ()
  for item in band.items {
    if band.run-in and item.at(3) < 0 { run.push(whole(item.at(0), item.at(1))) }
    else {
      if run.len() > 0 { block(spacing: 0pt, par(run.join([#o.separator]))); after-block; run = () }
      own-block(item)
    }
  }
  if run.len() > 0 { block(spacing: 0pt, par(run.join([#o.separator]))); after-block }
}
#let bands-of(bands) = small({
  for (n, band) in bands.enumerate() {
    block(spacing: 0pt, height: pt(o.bandGap), width: 100%, align(horizon + start, if n == 0 { place(top + left, [#tag(0)<v-foot>]); line(length: 22%, stroke: 0.4pt) }))
    if band.title != "" { block(spacing: 0pt, height: unit, text(weight: "semibold", tracking: 0.04em, band.title)) }
    band-items(band)
  }
})
`;

/** Gives the width of each entry that is run in, and the number of lines of every other note, as \`<v-sizes>\`. */
export const measuring = `
#let height-lines(size) = calc.round((size.height.pt() + o.noteLine - o.noteSize) / o.noteLine)
#context [#metadata(doc.foot.keys().map(id => {
  let label = doc.labels.at(id)
  let body = whole(id, label.at(0))
  let lines() = height-lines(measure(width: width, small(par(body))))
  if not label.at(4) { lines() } else {
    let free = measure(small(body))
    // One with breaks of its own takes whole lines, and ends the line that it begins in.
    if height-lines(free) > 1 { (lines() + 0.9) * width.pt() } else { free.width.pt() }
  }
}))<v-sizes>]
`;

/** Says with which word each line of long notes begins, as \`<v-lines>\`: every word has a mark of its own. */
export const lining = `
#set page(width: auto, height: 10000pt, margin: 0pt)
#for (id, words) in json("/layout.json") { block(width: width - 3pt, small(par(in-language(id, {
  set text(hyphenate: false)
  [#box[#metadata((id, -1))<v-word>]#sym.wj]
  keyed(id, doc.labels.at(id).at(0))
  for (n, word) in words.enumerate() {
    if n > 0 [#box[#metadata((id, n))<v-word>]#sym.wj]
    inl(word)
  }
})))) }
#context {
  let found = (:)
  let last = ("", 0, 0pt)
  for m in query(<v-word>) {
    let (id, n) = m.value
    let at = m.location().position()
    if n < 0 { found.insert(id, (0,)); last = (id, at.page, at.y) }
    else if at.page != last.at(1) or at.y > last.at(2) + 1pt {
      let is-first = if doc.labels.at(id).at(3) == "rtl" { at.x > width - 3.1pt } else { at.x < 0.1pt }
      // A word that was divided goes to the next line whole.
      let first = if is-first or n - 1 <= found.at(id).last() { n } else { n - 1 }
      found.at(id).push(first)
      last = (id, at.page, at.y)
    }
  }
  [#metadata(found)<v-lines>]
}
`;

/** Gives the width of each list of inlines on one line, as `<v-widths>`. */
export const widthsOf = `
#context [#metadata(json("/layout.json").map(one => {
  let body = inl(one.nodes)
  measure(if one.label { strong(body) } else { body }).width.pt()
}))<v-widths>]
`;
