import { displayName, type Name, sortName } from './record.ts';

/** How a style lists names. */
export interface NameForm {
  /** Turns the first name of the list round: `Kramer, Mark`. */
  readonly first: 'inverted' | 'direct';
  readonly and: string;
  /** Whether a comma stands before `and` in a list of two where the first is inverted, of three always. */
  readonly comma: 'serial' | 'none';
  /** From this many names on, only `shown` are named. */
  readonly shortenFrom: number;
  readonly shown: number;
  readonly etAl: string;
}

/** `Mark Kramer, Timothy Naftali, and Svetlana Savranskaya`. */
export function formatNames(names: readonly Name[], form: NameForm): string {
  const written = names.map((name, n) =>
    n === 0 && form.first === 'inverted' ? sortName(name) : displayName(name),
  );
  if (written.length < 2) return written[0] ?? '';
  if (written.length >= form.shortenFrom) {
    const shown = written.slice(0, form.shown).join(', ');
    const isInverted = form.first === 'inverted' && names[0]!.kind === 'person';
    return `${shown}${form.shown > 1 || isInverted ? ',' : ''} ${form.etAl}`;
  }
  const last = written.at(-1)!;
  const others = written.slice(0, -1).join(', ');
  const isInverted = form.first === 'inverted' && names[0]!.kind === 'person';
  const comma = form.comma === 'serial' && (written.length > 2 || isInverted) ? ',' : '';
  return `${others}${comma} ${form.and} ${last}`;
}

/** `J. G.`: the initials of the given names, hyphens kept. */
export function initials(given: string): string {
  return given
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) =>
      word
        .split('-')
        .map((part) => (/^\p{L}/u.test(part) ? `${[...part][0]!.toUpperCase()}.` : part))
        .join('-'),
    )
    .join(' ');
}
