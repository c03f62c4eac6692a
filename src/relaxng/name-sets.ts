import { isListed, type NameClass, namesOf, overlap } from './name-class.ts';
import type { Pattern } from './pattern.ts';

/** The names of the attributes, or of the elements, of patterns: as bits, so that whether two patterns share one is a single operation. */
export class NameSets {
  private readonly kind: 'attribute' | 'element';
  private readonly bits = new Map<string, bigint>();
  private readonly masks = new Map<Pattern, bigint>();
  /** Patterns in which a name class is not a list of names. */
  private readonly open = new Map<Pattern, boolean>();

  constructor(kind: 'attribute' | 'element') {
    this.kind = kind;
  }

  /** A leaf of the second pattern whose names overlap with one of the first. */
  common(a: Pattern, b: Pattern): Pattern | undefined {
    if ((this.mask(a) & this.mask(b)) === 0n && !this.isOpen(a) && !this.isOpen(b)) return undefined;
    const [left, right] = [this.leaves(a), this.leaves(b)];
    return right.find((each) => left.some((other) => overlap(classOf(other), classOf(each))));
  }

  private mask(pattern: Pattern): bigint {
    if (!this.concerns(pattern)) return 0n;
    let mask = this.masks.get(pattern);
    if (mask === undefined) {
      mask = 0n;
      if (pattern.kind === this.kind) for (const each of namesOf(classOf(pattern))) mask |= this.bit(each);
      else for (const each of pattern.items) mask |= this.mask(each);
      this.masks.set(pattern, mask);
    }
    return mask;
  }

  private bit({ namespace, local }: { namespace: string; local: string }): bigint {
    const key = `${namespace} ${local}`;
    let bit = this.bits.get(key);
    if (bit === undefined) {
      bit = 1n << BigInt(this.bits.size);
      this.bits.set(key, bit);
    }
    return bit;
  }

  private isOpen(pattern: Pattern): boolean {
    if (!this.concerns(pattern)) return false;
    let isOpen = this.open.get(pattern);
    if (isOpen === undefined) {
      isOpen =
        pattern.kind === this.kind
          ? !isListed(classOf(pattern))
          : pattern.items.some((each) => this.isOpen(each));
      this.open.set(pattern, isOpen);
    }
    return isOpen;
  }

  /** What stands in an attribute, a datatype or a list is not beside anything. */
  private concerns(pattern: Pattern): boolean {
    return this.kind === 'attribute' ? pattern.hasAttributes : pattern.hasElements;
  }

  private leaves(pattern: Pattern): Pattern[] {
    const seen = new Set<Pattern>();
    const visit = (each: Pattern) => {
      if (seen.has(each) || !this.concerns(each)) return;
      seen.add(each);
      if (each.kind !== this.kind) for (const item of each.items) visit(item);
    };
    visit(pattern);
    return [...seen].filter((each) => each.kind === this.kind);
  }
}

function classOf(pattern: Pattern): NameClass {
  return pattern.nameClass ?? pattern.declaration!.nameClass;
}
