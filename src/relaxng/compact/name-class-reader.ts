import type { NameClassSyntax } from '../syntax.ts';
import { AnnotationReader } from './annotation-reader.ts';

const depthLimit = 400;

/** Reads name classes (RELAX NG Compact Syntax §3). */
export class NameClassReader extends AnnotationReader {
  private depth = 0;

  protected deeper<Result>(read: () => Result): Result {
    if (++this.depth > depthLimit)
      this.failAt(this.token, `The schema is nested more than ${depthLimit} levels deep`);
    const result = read();
    this.depth--;
    return result;
  }

  protected nameClass(namespace: string): NameClassSyntax {
    return this.deeper(() => {
      const first = this.token;
      const items = [this.annotatedName(namespace)];
      while (this.takes('|')) items.push(this.annotatedName(namespace));
      return items.length === 1 ? items[0]! : { kind: 'choice', items, origin: this.from(first) };
    });
  }

  private annotatedName(namespace: string): NameClassSyntax {
    this.annotations();
    const nameClass = this.basicName(namespace);
    this.followAnnotations();
    return nameClass;
  }

  private basicName(namespace: string): NameClassSyntax {
    const token = this.token;
    if (this.takes('(')) {
      const inner = this.nameClass(namespace);
      this.take(')');
      return inner;
    }
    if (token.kind === 'cName') {
      this.advance();
      const [prefix, local] = token.value.split(':') as [string, string];
      return { kind: 'name', namespace: this.namespaceOf(token, prefix), local, origin: this.from(token) };
    }
    if (token.kind === 'nsName') {
      this.advance();
      const of = this.namespaceOf(token, token.value);
      return { kind: 'nsName', namespace: of, except: this.exceptName(namespace), origin: this.from(token) };
    }
    if (this.takes('*'))
      return { kind: 'anyName', except: this.exceptName(namespace), origin: this.from(token) };
    if (token.kind !== 'identifier' && token.kind !== 'keyword') this.unexpected('a name');
    this.advance();
    return { kind: 'name', namespace, local: token.value, origin: this.from(token) };
  }

  private exceptName(namespace: string): NameClassSyntax | undefined {
    if (!this.takes('-')) return undefined;
    this.annotations();
    return this.basicName(namespace);
  }
}
