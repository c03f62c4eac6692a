import type { Source } from '../../xml/source.ts';
import { documented } from '../documented.ts';
import type { Problems } from '../problems.ts';
import type {
  ExternalSyntax,
  GrammarItem,
  IncludeSyntax,
  ParameterSyntax,
  PatternSyntax,
  SchemaFile,
} from '../syntax.ts';
import { NameClassReader } from './name-class-reader.ts';
import { CompactFault, type Token } from './tokens.ts';

/** Reads a schema in compact syntax (RELAX NG Compact Syntax, ISO/IEC 19757-2 Annex C). `namespace` is what `inherit` means. */
export function readCompact(source: Source, namespace: string, problems: Problems): SchemaFile {
  try {
    const reader = new CompactReader(source, namespace);
    return {
      source,
      pattern: reader.topLevel(),
      annotations: reader.elements,
      references: reader.references,
    };
  } catch (error) {
    if (!(error instanceof CompactFault)) throw error;
    const more = error.help === undefined ? {} : { help: error.help };
    problems.add('schema-wrong-syntax', error.origin, { what: error.message }, more);
    return { source, pattern: { kind: 'notAllowed', origin: error.origin }, annotations: [], references: [] };
  }
}

class CompactReader extends NameClassReader {
  readonly references: (IncludeSyntax | ExternalSyntax)[] = [];
  /** Whether the pattern that was read last has an annotation after it. */
  private isFollowed = false;

  topLevel(): PatternSyntax {
    const from = this.token;
    this.declarations();
    const isGrammar = this.isGrammarItem();
    if (!isGrammar && this.token.kind !== 'end') {
      const pattern = this.pattern();
      if (this.isFollowed)
        this.failAt(
          this.tokens[this.position - 1]!,
          'Nothing stands around this that could have the annotation',
        );
      this.finish();
      return pattern;
    }
    const items: GrammarItem[] = [];
    while (this.token.kind !== 'end') items.push(...this.grammarItem(false));
    return { kind: 'grammar', items, origin: this.from(from) };
  }

  private finish(): void {
    if (this.token.kind !== 'end') this.unexpected('the end of the file');
  }

  /** Whether a definition, `div`, `include` or annotation element comes next. */
  private isGrammarItem(): boolean {
    let at = this.position;
    while (this.tokens[at]!.kind === 'documentation') at++;
    if (this.tokens[at]!.value === '[' && this.tokens[at]!.kind === 'operator') {
      for (let open = 0; at < this.tokens.length; at++) {
        const { kind, value } = this.tokens[at]!;
        if (kind !== 'operator') continue;
        if (value === '[') open++;
        if (value === ']' && --open === 0) break;
      }
      at++;
    }
    const token = this.tokens[at];
    const next = this.tokens[at + 1];
    if (token === undefined || next === undefined) return false;
    if (token.kind === 'keyword' && ['start', 'div', 'include'].includes(token.value)) return true;
    const isName = token.kind === 'identifier' || token.kind === 'keyword' || token.kind === 'cName';
    if (next.kind !== 'operator' || !isName) return false;
    return ['=', '|=', '&='].includes(next.value) ? token.kind === 'identifier' : next.value === '[';
  }

  private grammarItem(isInInclude: boolean): GrammarItem[] {
    if (this.isAnnotationElement()) {
      this.elements.push(this.annotationElement());
      return [];
    }
    const annotations = this.annotations();
    const first = this.token;
    if (this.takeKeyword('div')) {
      this.take('{');
      const items: GrammarItem[] = [];
      while (!this.takes('}')) items.push(...this.grammarItem(isInInclude));
      return [{ kind: 'div', items }];
    }
    if (this.token.kind === 'keyword' && this.token.value === 'include' && !isInInclude)
      return [this.include()];
    const name = this.takeKeyword('start') ? undefined : this.definedName();
    const method = this.token;
    if (method.kind !== 'operator' || !['=', '|=', '&='].includes(method.value))
      this.unexpected('“=”, “|=” or “&=”');
    this.advance();
    const combine = method.value === '=' ? undefined : method.value === '|=' ? 'choice' : 'interleave';
    const content = this.pattern();
    return [
      {
        kind: 'define',
        name,
        combine,
        content: documented(content, annotations.documentation),
        origin: this.from(first),
      },
    ];
  }

  private definedName(): string {
    if (this.token.kind !== 'identifier') this.unexpected('a definition');
    return this.advance().value;
  }

  private include(): GrammarItem {
    const first = this.advance();
    const href = this.hrefLiteral();
    const namespace = this.inherit();
    const items: GrammarItem[] = [];
    if (this.takes('{')) while (!this.takes('}')) items.push(...this.grammarItem(true));
    const base = this.source.path;
    const reference = { kind: 'include', href, base, namespace, items, origin: this.from(first) } as const;
    this.references.push(reference);
    return reference;
  }

  private hrefLiteral(): string {
    const token = this.token;
    const href = this.literal();
    if (href.includes('#')) this.failAt(token, 'A reference to a schema has no fragment');
    return href;
  }

  private inherit(): string {
    if (!this.takeKeyword('inherit')) return this.defaultNamespace;
    this.take('=');
    return this.namespaceOf(this.token, this.anyName());
  }

  pattern(): PatternSyntax {
    return this.deeper(() => {
      const first = this.token;
      const items = [this.particle()];
      const operator =
        this.token.kind === 'operator' && ',|&'.includes(this.token.value) ? this.token.value : undefined;
      if (operator === undefined) return items[0]!;
      while (this.takes(operator)) items.push(this.particle());
      this.isFollowed = false;
      if (this.token.kind === 'operator' && ',|&'.includes(this.token.value))
        this.failAt(this.token, `“${operator}” and “${this.token.value}” need parentheses to be mixed`);
      const kind = operator === ',' ? 'group' : operator === '|' ? 'choice' : 'interleave';
      return { kind, items, origin: this.from(first) };
    });
  }

  private particle(): PatternSyntax {
    const annotations = this.annotations();
    const first = this.token;
    let primary = documented(this.primary(), annotations.documentation);
    const sign = this.token.kind === 'operator' ? this.token.value : '';
    if (sign === '*' || sign === '+' || sign === '?') {
      this.advance();
      const kind = sign === '*' ? 'zeroOrMore' : sign === '+' ? 'oneOrMore' : 'optional';
      primary = { kind, content: primary, origin: this.from(first) };
    }
    const before = this.position;
    const followed = documented(primary, this.followAnnotations().documentation);
    this.isFollowed = this.position > before;
    return followed;
  }

  private primary(): PatternSyntax {
    const token = this.token;
    if (token.kind === 'keyword') return this.keywordPattern(token);
    if (token.kind === 'identifier') {
      this.advance();
      return { kind: 'ref', name: token.value, origin: this.from(token) };
    }
    if (token.kind === 'literal') return this.value(token, '', 'token');
    if (token.kind === 'cName') {
      this.advance();
      const [prefix, type] = token.value.split(':') as [string, string];
      const library = this.libraries.get(prefix);
      if (library === undefined) this.failAt(token, `The datatype prefix “${prefix}” is not declared`);
      return this.datatype(token, library, type);
    }
    if (this.takes('(')) {
      const inner = this.pattern();
      this.take(')');
      return inner;
    }
    return this.unexpected('a pattern');
  }

  private keywordPattern(token: Token): PatternSyntax {
    this.advance();
    switch (token.value) {
      case 'element':
      case 'attribute': {
        const kind = token.value;
        const nameClass = this.nameClass(kind === 'element' ? this.defaultNamespace : '');
        return {
          kind,
          nameClass,
          content: this.braced(),
          documentation: undefined,
          origin: this.from(token),
        };
      }
      case 'mixed':
      case 'list':
        return { kind: token.value, content: this.braced(), origin: this.from(token) };
      case 'text':
      case 'empty':
      case 'notAllowed':
        return { kind: token.value, origin: this.from(token) };
      case 'string':
      case 'token':
        return this.datatype(token, '', token.value);
      case 'parent':
        if (this.token.kind !== 'identifier') this.unexpected('the name of a definition');
        return { kind: 'parentRef', name: this.advance().value, origin: this.from(token) };
      case 'external': {
        const href = this.hrefLiteral();
        const namespace = this.inherit();
        const origin = this.from(token);
        const reference = { kind: 'externalRef', href, base: this.source.path, namespace, origin } as const;
        this.references.push(reference);
        return reference;
      }
      case 'grammar': {
        this.take('{');
        const items: GrammarItem[] = [];
        this.deeper(() => {
          while (!this.takes('}')) items.push(...this.grammarItem(false));
        });
        return { kind: 'grammar', items, origin: this.from(token) };
      }
      default:
        return this.failAt(
          token,
          `“${token.value}” is a keyword here; a definition of that name is written “\\${token.value}”`,
        );
    }
  }

  private braced(): PatternSyntax {
    this.take('{');
    const content = this.pattern();
    this.take('}');
    return content;
  }

  private datatype(first: Token, library: string, type: string): PatternSyntax {
    if (this.token.kind === 'literal') return this.value(first, library, type);
    const parameters: ParameterSyntax[] = [];
    if (this.takes('{')) {
      while (!this.takes('}')) {
        this.annotations();
        const token = this.token;
        const name = this.anyName();
        this.take('=');
        parameters.push({ name, value: this.literal(), origin: this.from(token) });
      }
    }
    let except: PatternSyntax | undefined;
    if (this.takes('-')) except = this.leading();
    return { kind: 'data', library, type, parameters, except, scope: this.scope(), origin: this.from(first) };
  }

  /** A pattern with the annotations before it, as an exception is one. */
  private leading(): PatternSyntax {
    const annotations = this.annotations();
    return documented(this.primary(), annotations.documentation);
  }

  private value(first: Token, library: string, type: string): PatternSyntax {
    const value = this.literal();
    return {
      kind: 'value',
      library,
      type,
      value,
      scope: this.scope(),
      documentation: undefined,
      origin: this.from(first),
    };
  }

  private scope(): ReadonlyMap<string, string> {
    return new Map(this.namespaces).set('', this.defaultNamespace);
  }
}
