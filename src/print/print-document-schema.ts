type Schema = Readonly<Record<string, unknown>>;

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const count = { type: 'integer', minimum: 1 } as const;
const one = (...values: string[]): Schema => ({ enum: values });
const all = (name: string): Schema => ({ type: 'array', items: { $ref: `#/$defs/${name}` } });
const list = (items: Schema): Schema => ({ type: 'array', items });
/** An object with just these members; those of `optional` may be absent. */
const record = (members: Record<string, Schema>, optional: Record<string, Schema> = {}): Schema => ({
  type: 'object',
  properties: { ...members, ...optional },
  required: Object.keys(members),
  additionalProperties: false,
});
const placed = { id: text, i: { type: 'integer', minimum: 0 }, language: text, direction: one('ltr', 'rtl') };
const block = (kind: string, members: Record<string, Schema>): Schema =>
  record({ kind: { const: kind }, ...members }, placed);
const inline = (kind: string, members: Record<string, Schema>, optional?: Record<string, Schema>): Schema =>
  record({ kind: { const: kind }, ...members }, optional);

const inlines = all('inline');
const blocks = all('block');

/** JSON Schema (2020-12) of the print document; `docs/print-document.schema.json` is written from it. */
export const printDocumentSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:x-variorum:print-document:1',
  title: 'Variorum print document, version 1',
  description: 'One document as data for print: what PDF, LaTeX, Word and text in pages are made from.',
  ...record({
    version: { const: 1 },
    id: text,
    language: text,
    direction: one('ltr', 'rtl'),
    title: record({ main: inlines, subtitle: inlines, authors: list(text), lines: list(inlines) }),
    running: record({ left: text, right: text }),
    date: text,
    series: all('series'),
    front: blocks,
    body: blocks,
    back: blocks,
    notes: all('note'),
    entries: all('entry'),
    indexes: list(
      record({
        id: text,
        title: text,
        entries: list(record({ id: text, label: text, sort: text, see: list(text) })),
      }),
    ),
    words: record({ contents: text, notes: text, see: text, seeAlso: text }),
  }),
  $defs: {
    series: record({
      id: text,
      holds: one('notes', 'entries'),
      title: text,
      order: { type: 'number' },
      layout: one('run-in', 'blocks'),
      key: one('mark', 'line', 'verse', 'paragraph', 'source-page', 'source-line'),
      marks: one('number', 'letter', 'roman', 'symbol'),
      restart: one('document', 'page'),
    }),
    note: record({ id: text, series: text, n: text, content: inlines }, { i: placed.i, language: text }),
    entry: record(
      {
        id: text,
        series: text,
        loc: text,
        lemma: record({
          id: text,
          content: inlines,
          text,
          place: text,
          terms: list(text),
          sigla: text,
          remarks: list(inlines),
        }),
        readings: list(
          record({
            id: text,
            kind: text,
            content: inlines,
            terms: list(text),
            sigla: text,
            remarks: list(inlines),
          }),
        ),
        remarks: list(inlines),
        notes: list(inlines),
      },
      { i: placed.i },
    ),
    block: {
      oneOf: [
        block('heading', { level: count, content: inlines, text }),
        block('paragraph', {
          role: one(
            'body',
            'continued',
            'decision',
            'speaker',
            'stage',
            'dateline',
            'salute',
            'signed',
            'label',
            'caption',
            'centered',
            'unindented',
          ),
          n: text,
          content: inlines,
        }),
        block('verse', {
          lines: list(record({ n: text, indent: { type: 'integer', minimum: 0 }, content: inlines }, placed)),
        }),
        block('list', {
          style: one('bulleted', 'numbered', 'plain', 'labelled'),
          items: list(record({ label: inlines, content: blocks }, { id: text })),
        }),
        block('table', {
          caption: inlines,
          columns: count,
          rows: list(
            record({
              isLabel: flag,
              cells: list(record({ columns: count, rows: count, isLabel: flag, content: inlines })),
            }),
          ),
        }),
        block('minutes', { roster: inlines, content: blocks }),
        block('quotation', { content: blocks }),
        block('parallel', { pairs: list(record({ left: blocks, right: blocks })) }),
        block('figure', { caption: inlines, description: text }),
        block('rule', {}),
      ],
    },
    inline: {
      oneOf: [
        inline('text', { text }),
        inline('style', {
          style: one(
            'italic',
            'bold',
            'small-caps',
            'superscript',
            'subscript',
            'underline',
            'strike',
            'spaced',
          ),
          content: inlines,
        }),
        inline('language', { language: text, direction: one('ltr', 'rtl'), content: inlines }),
        inline('name', { id: text, entries: list(text), content: inlines }),
        inline('note', { note: text }, { isCalledInNote: flag }),
        inline('entry-start', { entry: text }),
        inline('entry-end', { entry: text }),
        inline('anchor', { id: text }),
        inline(
          'reference',
          { target: text, shows: one('content', 'page', 'line', 'number'), content: inlines },
          { hasOwnWords: flag },
        ),
        inline('link', { url: text, content: inlines }),
        inline(
          'index-mark',
          {
            id: text,
            index: text,
            terms: list(record({ text, sort: text })),
            see: text,
            seeAlso: text,
          },
          { spanTo: text, spanFrom: text, isPlaced: flag },
        ),
        inline('milestone', { unit: one('page', 'column', 'line'), n: text }),
        inline('break', {}),
      ],
    },
  },
};
