import type { Attribute } from '../xml/events.ts';
import type { IdType } from './datatypes/datatype.ts';
import { collapsed, itemsOf } from './datatypes/white-space.ts';
import type { Explainer } from './explainer.ts';

type Span = readonly [start: number, end: number];

/** The ids of one document: each stands once, and references find one (RELAX NG DTD Compatibility §5). */
export class IdCheck {
  private readonly ids = new Map<string, Span>();
  private readonly references = new Map<string, Span>();
  private readonly explainer: Explainer;

  constructor(explainer: Explainer) {
    this.explainer = explainer;
  }

  add(type: IdType, attribute: Attribute): void {
    const span: Span = [attribute.valueStart, attribute.valueEnd];
    if (type !== 'ID') {
      for (const each of itemsOf(attribute.value))
        if (!this.references.has(each)) this.references.set(each, span);
      return;
    }
    const id = collapsed(attribute.value);
    const known = this.ids.get(id);
    if (known === undefined) this.ids.set(id, span);
    else if (known[0] !== span[0]) this.explainer.duplicateId(id, span, known);
  }

  finish(): void {
    for (const [id, span] of this.references) {
      if (!this.ids.has(id)) this.explainer.missingId(id, span, this.ids.keys());
    }
  }
}
