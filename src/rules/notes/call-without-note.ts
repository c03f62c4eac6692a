import type { Corpus } from '../../corpus/corpus.ts';
import type { CorpusDocument } from '../../corpus/corpus-document.ts';
import { pointersIn } from '../../corpus/pointer.ts';
import type { Target } from '../../corpus/target.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ancestors } from '../../xml/axes.ts';
import { attribute, attributeNode, type Element } from '../../xml/tree.ts';

const callTypes = /^(?:foot|end)?-?(?:note|fn)s?-?(?:call|anchor|ref|reference|link|mark|marker|number)?$/i;

/** Finds calls of notes (`ptr` or `ref` whose `@type` says that they are) that lead to something else, or nowhere. */
export function* callWithoutNote(corpus: Corpus): Iterable<Diagnostic> {
  for (const document of corpus.checked) {
    for (const call of document.elements('ptr', 'ref')) {
      if (!callTypes.test(attribute(call, 'type') ?? '')) continue;
      const target = attributeNode(call, 'target');
      if (target === undefined || target.value.trim() === '') {
        const place = document.place({ start: call.start, end: call.startTagEnd });
        yield diagnostic('call-without-note', place, { what: 'names no note in @target' });
        continue;
      }
      yield* wrongTargets(corpus, document, call);
    }
  }
}

function* wrongTargets(corpus: Corpus, document: CorpusDocument, call: Element): Iterable<Diagnostic> {
  for (const pointer of pointersIn(document, call, attributeNode(call, 'target')!)) {
    const target = corpus.resolve(pointer);
    if (target.kind !== 'element' || isNote(target.element)) continue;
    const place = target.document.place({ start: target.element.start, end: target.element.startTagEnd });
    yield diagnostic(
      'call-without-note',
      document.place(pointer),
      { what: `leads to a <${target.element.name.local}>, not to a note` },
      { related: [{ message: 'what it leads to', place }] },
    );
  }
}

function isNote(element: Extract<Target, { kind: 'element' }>['element']): boolean {
  const isOfNotes = (each: Element) =>
    ['note', 'noteGrp', 'witDetail', 'annotation'].includes(each.name.local) ||
    /note|fn|anm/i.test(attribute(each, 'type') ?? '');
  return isOfNotes(element) || [...ancestors(element)].some(isOfNotes);
}
