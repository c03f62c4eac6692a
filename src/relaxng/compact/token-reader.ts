import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { XML } from '../../xml/name.ts';
import type { Source } from '../../xml/source.ts';
import { XML_SCHEMA } from '../datatypes/xml-schema.ts';
import type { Origin } from '../syntax.ts';
import { CompactFault, keywords, type Token, tokensOf } from './tokens.ts';

/** Walks over the tokens of a schema in compact syntax, and reads its declarations. */
export class TokenReader {
  protected readonly source: Source;
  protected readonly tokens: readonly Token[];
  protected position = 0;
  protected defaultNamespace: string;
  protected readonly namespaces = new Map<string, string>([['xml', XML]]);
  protected readonly libraries = new Map<string, string>([['xsd', XML_SCHEMA]]);
  /** What `inherit` means. */
  private readonly inherited: string;

  constructor(source: Source, inherited: string) {
    this.source = source;
    this.inherited = inherited;
    this.defaultNamespace = inherited;
    this.tokens = tokensOf(source);
  }

  protected get token(): Token {
    return this.tokens[this.position]!;
  }

  protected step(by: number): void {
    this.position += by;
  }

  protected advance(): Token {
    const token = this.token;
    if (token.kind !== 'end') this.position++;
    return token;
  }

  protected from(first: Token): Origin {
    const last = this.tokens[Math.max(0, this.position - 1)]!;
    return { source: this.source, start: first.start, end: Math.max(first.end, last.end) };
  }

  protected failAt(token: Token, message: string, help?: string): never {
    throw new CompactFault({ source: this.source, start: token.start, end: token.end }, message, help);
  }

  protected unexpected(wanted: string): never {
    this.failAtMisspeltKeyword();
    const { kind, value } = this.token;
    const found = kind === 'end' ? 'the end of the file' : kind === 'literal' ? 'a literal' : `“${value}”`;
    return this.failAt(
      this.token,
      `Here should be ${wanted}, not ${kind === 'documentation' ? 'documentation' : found}`,
    );
  }

  /** A name that something follows which follows only keywords may be a keyword misspelt. */
  private failAtMisspeltKeyword(): void {
    const before = this.tokens[this.position - 1];
    const { kind, value } = this.token;
    const isAfterKeyword = ['identifier', 'cName', 'nsName', 'literal'].includes(kind) || value === '{';
    if (before?.kind !== 'identifier' || !isAfterKeyword) return;
    const [meant] = didYouMean(before.value, keywords);
    if (meant !== undefined)
      this.failAt(before, `“${before.value}” is no keyword`, `Did you mean “${meant}”?`);
  }

  protected takes(operator: string): boolean {
    const isNext = this.token.kind === 'operator' && this.token.value === operator;
    if (isNext) this.position++;
    return isNext;
  }

  protected take(operator: string): void {
    if (!this.takes(operator)) this.unexpected(`“${operator}”`);
  }

  protected takeKeyword(word: string): boolean {
    const isNext = this.token.kind === 'keyword' && this.token.value === word;
    if (isNext) this.position++;
    return isNext;
  }

  /** A literal, with those that `~` joins to it. */
  protected literal(): string {
    if (this.token.kind !== 'literal') this.unexpected('a literal');
    let value = this.advance().value;
    while (this.takes('~')) {
      if (this.token.kind !== 'literal') this.unexpected('a literal');
      value += this.advance().value;
    }
    return value;
  }

  /** A name where keywords count as names too. */
  protected anyName(): string {
    if (this.token.kind !== 'identifier' && this.token.kind !== 'keyword') this.unexpected('a name');
    return this.advance().value;
  }

  protected namespaceOf(token: Token, prefix: string): string {
    const namespace = this.namespaces.get(prefix);
    if (namespace === undefined) this.failAt(token, `The prefix “${prefix}” is not declared`);
    return namespace;
  }

  /** `namespace`, `default namespace` and `datatypes` at the head of a file (RELAX NG Compact Syntax §4). */
  protected declarations(): void {
    let hasDefault = false;
    const declared = new Set<string>();
    for (;;) {
      const first = this.token;
      if (this.takeKeyword('namespace')) this.namespace(this.declaredPrefix(declared));
      else if (this.takeKeyword('default')) {
        if (!this.takeKeyword('namespace')) this.unexpected('“namespace”');
        if (hasDefault) this.failAt(first, 'The default namespace is declared twice');
        hasDefault = true;
        const isNamed = this.token.kind === 'identifier' || this.token.kind === 'keyword';
        this.defaultNamespace = this.namespace(isNamed ? this.declaredPrefix(declared) : undefined);
      } else if (this.takeKeyword('datatypes')) {
        const token = this.token;
        const prefix = this.anyName();
        this.take('=');
        const value = this.token;
        const library = this.literal();
        if (prefix === 'xsd' && library !== XML_SCHEMA)
          this.failAt(token, 'The prefix “xsd” is that of the datatypes of XML Schema');
        if (!/^[A-Za-z][A-Za-z0-9+.-]*:[^#]+$/.test(library))
          this.failAt(value, `“${library}” is not an absolute URI without fragment`);
        if (declared.has(`datatypes ${prefix}`))
          this.failAt(token, `The datatype prefix “${prefix}” is declared twice`);
        declared.add(`datatypes ${prefix}`);
        this.libraries.set(prefix, library);
      } else return;
    }
  }

  private declaredPrefix(declared: Set<string>): string {
    const token = this.token;
    const prefix = this.anyName();
    if (prefix === 'xmlns') this.failAt(token, '“xmlns” cannot be a prefix');
    if (declared.has(prefix)) this.failAt(token, `The prefix “${prefix}” is declared twice`);
    declared.add(prefix);
    return prefix;
  }

  private namespace(prefix: string | undefined): string {
    this.take('=');
    const token = this.token;
    const namespace = this.takeKeyword('inherit') ? this.inherited : this.literal();
    if ((prefix === 'xml') !== (namespace === XML))
      this.failAt(token, `The prefix “xml” and its namespace belong together`);
    if (prefix !== undefined) this.namespaces.set(prefix, namespace);
    return namespace;
  }
}
