import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type Definition, type FileOf, type Grammar, grammarOf } from './grammar.ts';
import type { NameClass } from './name-class.ts';
import { nameClassOf } from './name-class-of.ts';
import { type Declaration, type Pattern, Patterns } from './pattern.ts';
import type { Problems } from './problems.ts';
import { SchemaDatatypes } from './schema-datatypes.ts';
import type { Origin, PatternSyntax, SchemaFile } from './syntax.ts';

const depthLimit = 400;

/** A declaration with its place in the schema. */
export interface PlacedDeclaration extends Declaration {
  readonly origin: Origin;
  readonly syntax: PatternSyntax;
}

/** A schema in the simple form (RELAX NG §4.22). */
export interface SimpleSchema {
  readonly patterns: Patterns;
  readonly start: Pattern;
  readonly declarations: readonly PlacedDeclaration[];
  /** Where an attribute pattern was written first. */
  readonly attributeOrigins: ReadonlyMap<Pattern, Origin>;
  /** What the schema says of its declarations, attributes and values. */
  readonly documentation: readonly string[];
  /** The place of the schema as a whole. */
  readonly origin: Origin;
}

/** Simplifies a schema (RELAX NG §4), and reports what breaks the rules of that section. */
export function simplify(file: SchemaFile, fileOf: FileOf, problems: Problems): SimpleSchema {
  return new Simplifier(fileOf, problems).whole(file);
}

class Simplifier {
  private readonly patterns = new Patterns();
  private readonly declarations: PlacedDeclaration[] = [];
  private readonly attributeOrigins = new Map<Pattern, Origin>();
  private readonly resolved = new Map<Definition, Pattern>();
  /** The definitions that are being resolved, with the number of elements around each. */
  private readonly open = new Map<Definition, number>();
  private readonly externals = new Map<SchemaFile, Map<Grammar | undefined, Pattern>>();
  private readonly waiting: (() => void)[] = [];
  /** The definitions of each grammar, looked at after all that the start uses. */
  private readonly unused: (() => void)[] = [];
  private isUnused = false;
  private isTooDeep = false;
  private readonly datatypes: SchemaDatatypes;
  private readonly documentation = new Map<string, number>();
  private readonly fileOf: FileOf;
  private readonly problems: Problems;
  private elements = 0;
  private depth = 0;

  constructor(fileOf: FileOf, problems: Problems) {
    this.fileOf = fileOf;
    this.problems = problems;
    this.datatypes = new SchemaDatatypes(problems);
  }

  whole(file: SchemaFile): SimpleSchema {
    const start = this.pattern(file.pattern, undefined);
    this.work(this.waiting);
    this.isUnused = true;
    for (const each of this.unused) {
      each();
      this.work(this.waiting);
    }
    const { patterns, declarations, attributeOrigins } = this;
    return {
      patterns,
      start,
      declarations,
      attributeOrigins,
      documentation: [...this.documentation.keys()],
      origin: file.pattern.origin,
    };
  }

  private work(waiting: (() => void)[]): void {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) next();
  }

  private pattern(syntax: PatternSyntax, grammar: Grammar | undefined): Pattern {
    if (this.isTooDeep || this.depth >= depthLimit) {
      if (!this.isTooDeep) this.problems.add('schema-too-deep', syntax.origin, { limit: depthLimit });
      this.isTooDeep = true;
      return this.patterns.notAllowed;
    }
    this.depth++;
    const pattern = this.inner(syntax, grammar);
    this.depth--;
    return pattern;
  }

  private inner(syntax: PatternSyntax, grammar: Grammar | undefined): Pattern {
    const { patterns } = this;
    switch (syntax.kind) {
      case 'empty':
        return patterns.empty;
      case 'notAllowed':
        return patterns.notAllowed;
      case 'text':
        return patterns.text;
      case 'choice':
        return patterns.alternatives(syntax.items.map((each) => this.pattern(each, grammar)));
      case 'group':
      case 'interleave':
        return patterns.all(
          syntax.kind,
          syntax.items.map((each) => this.pattern(each, grammar)),
        );
      case 'optional':
        return patterns.alternatives([this.pattern(syntax.content, grammar), patterns.empty]);
      case 'zeroOrMore':
        return patterns.alternatives([
          patterns.oneOrMore(this.pattern(syntax.content, grammar)),
          patterns.empty,
        ]);
      case 'oneOrMore':
        return patterns.oneOrMore(this.pattern(syntax.content, grammar));
      case 'mixed':
        return patterns.interleave(this.pattern(syntax.content, grammar), patterns.text);
      case 'list':
        return patterns.list(this.pattern(syntax.content, grammar));
      case 'element':
        return this.element(syntax, grammar);
      case 'attribute': {
        const nameClass = nameClassOf(syntax.nameClass, this.problems, true);
        const value = this.pattern(syntax.content, grammar);
        const attribute = patterns.attribute(nameClass, value, this.documented(syntax.documentation));
        if (!this.attributeOrigins.has(attribute)) this.attributeOrigins.set(attribute, syntax.origin);
        return attribute;
      }
      case 'data': {
        const datatype = this.datatypes.find(syntax, syntax.parameters, syntax.scope);
        const except =
          syntax.except === undefined ? patterns.notAllowed : this.pattern(syntax.except, grammar);
        return datatype === undefined ? patterns.text : patterns.data(datatype, except);
      }
      case 'value': {
        const found = this.datatypes.value(syntax);
        if (found === undefined) return patterns.text;
        return patterns.value(found.datatype, syntax.value, found.key, this.documented(syntax.documentation));
      }
      case 'ref':
        return this.reference(syntax.name, grammar, syntax.origin);
      case 'parentRef':
        if (grammar !== undefined && grammar.parent === undefined) {
          this.problems.add(
            'schema-undefined-name',
            syntax.origin,
            { name: syntax.name },
            {
              help: 'This grammar has no grammar around it.',
            },
          );
          return patterns.notAllowed;
        }
        return this.reference(syntax.name, grammar?.parent, syntax.origin);
      case 'grammar':
        return this.grammar(grammarOf(syntax, grammar, this.fileOf, this.problems), syntax.origin);
      case 'externalRef':
        return this.external(syntax, grammar);
    }
  }

  private element(
    syntax: Extract<PatternSyntax, { kind: 'element' | 'attribute' }>,
    grammar: Grammar | undefined,
  ): Pattern {
    const nameClass: NameClass = nameClassOf(syntax.nameClass, this.problems, false);
    const { origin } = syntax;
    const documentation = this.documented(syntax.documentation);
    const declaration = {
      id: this.declarations.length,
      nameClass,
      documentation,
      origin,
      syntax,
      content: this.patterns.empty,
    };
    this.declarations.push(declaration);
    // The content waits, so that a definition may refer to itself inside an element however deep.
    this.waiting.push(() => {
      this.elements++;
      declaration.content = this.pattern(syntax.content, grammar);
    });
    return this.patterns.element(declaration);
  }

  private documented(text: string | undefined): number {
    if (text === undefined) return -1;
    let index = this.documentation.get(text);
    if (index === undefined) {
      index = this.documentation.size;
      this.documentation.set(text, index);
    }
    return index;
  }

  private reference(name: string, grammar: Grammar | undefined, origin: Origin): Pattern {
    const definition = grammar?.definitions.get(name);
    if (definition === undefined) {
      const [near] = didYouMean(name, grammar?.definitions.keys() ?? []);
      const more = near === undefined ? {} : { help: `Did you mean “${near}”?` };
      this.problems.add('schema-undefined-name', origin, { name }, more);
      return this.patterns.notAllowed;
    }
    return this.definition(definition, grammar!);
  }

  private definition(definition: Definition, grammar: Grammar): Pattern {
    const known = this.resolved.get(definition);
    if (known !== undefined) return known;
    const [first] = definition.parts;
    if (this.open.get(definition) === this.elements) {
      // A circle that nothing uses is left out before it could matter (§4.19, and Clark's suite).
      if (!this.isUnused)
        this.problems.add('schema-endless-definition', first!.origin, { name: definition.name ?? 'start' });
      this.resolved.set(definition, this.patterns.notAllowed);
      return this.patterns.notAllowed;
    }
    this.open.set(definition, this.elements);
    const parts = definition.parts.map((each) => this.pattern(each.content, grammar));
    this.open.delete(definition);
    const isInterleaved = definition.parts.some((each) => each.combine === 'interleave');
    const pattern = isInterleaved
      ? this.patterns.all('interleave', parts)
      : this.patterns.alternatives(parts);
    this.resolved.set(definition, pattern);
    return pattern;
  }

  /** The start of a grammar; all its definitions are resolved, so that faults in unused ones are found. */
  private grammar(grammar: Grammar, origin: Origin): Pattern {
    this.unused.push(() => {
      for (const definition of grammar.definitions.values()) {
        this.elements++;
        this.definition(definition, grammar);
      }
    });
    if (grammar.start === undefined) {
      this.problems.add('schema-no-start', origin, {});
      return this.patterns.notAllowed;
    }
    return this.definition(grammar.start, grammar);
  }

  private external(
    syntax: Extract<PatternSyntax, { kind: 'externalRef' }>,
    grammar: Grammar | undefined,
  ): Pattern {
    const file = this.fileOf(syntax);
    if (file === undefined) return this.patterns.notAllowed;
    let known = this.externals.get(file);
    if (known === undefined) {
      known = new Map();
      this.externals.set(file, known);
    }
    let pattern = known.get(grammar);
    if (pattern === undefined) {
      pattern = this.pattern(file.pattern, grammar);
      known.set(grammar, pattern);
    }
    return pattern;
  }
}
