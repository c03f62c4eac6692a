import type { NameXml } from './parse-citation-xml.ts';
import { person, readName } from './read-name.ts';
import { displayName, type Name, type Responsibility, type Role } from './record.ts';

/** Everybody the header names, once for each role; a letter's sender is its author where no author is named. */
export function readResponsibilities(names: readonly NameXml[]): Responsibility[] {
  const read: Responsibility[] = [];
  const authorRank = Math.min(
    ...names.filter(({ attributes }) => attributes.role === 'author').map(({ rank }) => rank),
  );
  for (const each of names) {
    const isSecondary = each.attributes.role === 'author' && each.rank > authorRank;
    const responsibility: Responsibility = isSecondary
      ? { ...responsibilityOf(each), role: 'other', said: 'named as author in the source' }
      : responsibilityOf(each);
    const known = read.find(
      (other) => other.role === responsibility.role && sameName(other.name, responsibility.name),
    );
    if (known === undefined) read.push(responsibility);
    else if (
      known.said !== responsibility.said &&
      responsibility.said !== '' &&
      responsibility.role === 'other'
    )
      read[read.indexOf(known)] = {
        ...known,
        said: [known.said, responsibility.said].filter(Boolean).join('; '),
      };
  }
  const authors = read.filter(({ role }) => role === 'author');
  if (authors.length > 0)
    return read.filter(
      ({ role, name }) => role !== 'sender' || !authors.some((author) => sameName(author.name, name)),
    );
  return read.map((each) => (each.role === 'sender' ? { ...each, role: 'author' } : each));
}

function responsibilityOf(xml: NameXml): Responsibility {
  const role = xml.attributes.role as Role;
  return { role, name: nameOf(xml, role), said: xml.attributes.said ?? '', link: xml.attributes.link ?? '' };
}

function nameOf(xml: NameXml, role: Role): Name {
  const part = (name: string) => xml.parts.get(name) ?? '';
  if (part('family') !== '') return person(part('family'), part('given'), part('particle'), part('suffix'));
  const kind =
    xml.attributes.kind === 'unknown' && (role === 'funder' || role === 'sponsor')
      ? 'organisation'
      : xml.attributes.kind;
  return readName(part('literal'), kind as 'person' | 'organisation' | 'unknown');
}

/** Whether two names are written alike: `Kramer, Mark` and `Mark Kramer` are. */
export function sameName(a: Name, b: Name): boolean {
  return displayName(a).toLowerCase() === displayName(b).toLowerCase();
}
