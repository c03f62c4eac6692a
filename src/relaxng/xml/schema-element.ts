import type { Attribute, Scope } from '../../xml/events.ts';
import type { Source } from '../../xml/source.ts';
import { collapsed } from '../datatypes/white-space.ts';
import type { Origin } from '../syntax.ts';

/** Content that the form of its element does not allow. */
export interface Misplaced extends Origin {
  readonly isText: boolean;
}

const none: SchemaElement[] = [];
Object.freeze(none);

/** An element of a schema in XML, without what RELAX NG leaves out of account: other vocabularies, comments, white space. As an origin it is its start tag. */
export class SchemaElement implements Origin {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly namespace: string;
  readonly local: string;
  readonly attributes: readonly Attribute[];
  readonly scope: Scope;
  /** The elements inside that are RELAX NG's own. */
  children: SchemaElement[] = none;
  /** All its text, where text is what it is made of. */
  text = '';
  /** The texts of the `a:documentation` in it or, of a value, behind it; '' without. */
  documentation = '';
  misplaced: Misplaced[] | undefined = undefined;

  constructor(
    source: Source,
    namespace: string,
    local: string,
    attributes: readonly Attribute[],
    scope: Scope,
    start: number,
    end: number,
  ) {
    this.source = source;
    this.namespace = namespace;
    this.local = local;
    this.attributes = attributes;
    this.scope = scope;
    this.start = start;
    this.end = end;
  }

  add(child: SchemaElement): void {
    if (this.children === none) this.children = [child];
    else this.children.push(child);
  }

  misplace(start: number, end: number, isText: boolean): void {
    this.misplaced ??= [];
    const last = this.misplaced.at(-1);
    // Text may come in pieces, and is one fault.
    const from = isText && last?.isText && last.end === start ? this.misplaced.pop()!.start : start;
    this.misplaced.push({ source: this.source, start: from, end, isText });
  }

  /** What the schema says of it (RELAX NG DTD Compatibility §2.3). */
  get says(): string | undefined {
    return this.documentation === '' ? undefined : collapsed(this.documentation) || undefined;
  }

  /** The attribute of a local name, in no namespace. */
  attribute(local: string): Attribute | undefined {
    for (const each of this.attributes)
      if (each.name.local === local && each.name.namespace === '') return each;
    return undefined;
  }
}
