import type { Corpus } from '../../corpus/corpus.ts';
import { diagnostic } from '../../diagnostics/catalogue.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { isApparatusPointer } from '../apparatus/apparatus-pointer.ts';
import { groupBy } from '../group-by.ts';
import { holeIn } from '../inclusions/hole-in.ts';
import { otherPlaces, someOf } from '../many-places.ts';
import { NearestIds } from '../nearest-ids.ts';
import { relativePath } from '../relative-path.ts';
import { type Led, pointersTo } from './pointers-to.ts';

type Missing = Led<'missing-id'>;

/** The pointers to one id that is missing, and the ids like it. */
interface Group {
  readonly all: readonly Missing[];
  readonly near: readonly string[];
}

/** Beyond so many missing ids without a likely spelling in one attribute of one file, a whole file is missing rather than a letter in each. */
const mostSingly = 3;

/** Finds pointers to ids that no element has. */
export function* danglingPointer(corpus: Corpus): Iterable<Diagnostic> {
  const nearest = new NearestIds(corpus);
  for (const document of corpus.checked) {
    const missing = pointersTo('missing-id', document, corpus).filter(
      ({ pointer }) => !isApparatusPointer(pointer),
    );
    if (missing.length === 0) continue;
    const hole = holeIn(document, corpus);
    for (const all of groupBy(missing, ({ pointer }) => pointer.attribute.name.local).values()) {
      const groups = [...groupBy(all, ({ target }) => `${target.document.path}#${target.id}`).values()].map(
        (group): Group => {
          const { target } = group[0]!;
          return { all: group, near: nearest.suggest(target.id, target.document) };
        },
      );
      const lost = groups.filter(({ near }) => near.length === 0);
      if (lost.length > mostSingly) yield together(lost, hole);
      for (const group of groups) {
        if (group.near.length > 0 || lost.length <= mostSingly) yield singly(group, corpus, hole);
      }
    }
  }
}

function singly({ all, near }: Group, corpus: Corpus, hole: string | undefined): Diagnostic {
  const { pointer, target } = all[0]!;
  const written = near.map((id) => withId(all[0]!, id, corpus));
  const isOtherForm = near[0]?.normalize('NFC') === target.id.normalize('NFC');
  const help = isOtherForm
    ? 'An id that looks the same is there, with its accents in another Unicode form (NFC, NFD). Copy it from there.'
    : written.length > 0
      ? `Did you mean ${written.map((each) => `“${each}”`).join(' or ')}?`
      : inHole(hole);
  return diagnostic(
    'dangling-pointer',
    pointer.document.place(pointer),
    {
      id: target.id,
      where: whereOf(all[0]!),
      more: all.length > 1 ? ` (${all.length} pointers name it)` : '',
    },
    {
      ...(help === undefined ? {} : { help }),
      ...(written.length > 0 ? { expected: written.map((name) => ({ kind: 'value', name })) } : {}),
      ...otherPlaces(placesOf(all), 'and here'),
    },
  );
}

/** One message for many ids that are not there. */
function together(groups: readonly Group[], hole: string | undefined): Diagnostic {
  const firsts = groups.map(({ all }) => all[0]!);
  const { pointer, target } = firsts[0]!;
  const attribute = pointer.attribute.name.local;
  const rest = someOf(firsts.slice(1).map((each) => each.target.id));
  return diagnostic(
    'dangling-pointer',
    pointer.document.place(pointer),
    {
      id: target.id,
      where: whereOf(firsts[0]!),
      more: `, nor any of the ${groups.length - 1} others that @${attribute} names in this file: ${rest}`,
    },
    {
      help:
        inHole(hole) ??
        'If a register or another file holds them, add it to the edition or name it in the pointer.',
      ...otherPlaces(placesOf(firsts), 'this id is missing too'),
    },
  );
}

function whereOf({ pointer, target }: Missing): string {
  return pointer.document === target.document ? '' : ` in ${target.document.path}`;
}

function inHole(hole: string | undefined): string | undefined {
  return hole === undefined ? undefined : `It may stand in “${hole}”, which could not be included.`;
}

function placesOf(group: readonly Missing[]) {
  return group.map(({ pointer }) => pointer.document.place(pointer));
}

/** A pointer with another id in it, and with the file where that is, if it is not the one where it was looked for. */
function withId({ pointer, target }: Missing, id: string, corpus: Corpus): string {
  const { value, document } = pointer;
  const scope = corpus.composition.scopeOf(target.document);
  const holders = corpus.definitions(id).map((each) => each.document);
  if (holders[0] !== undefined && !holders.some((each) => scope.has(each))) {
    return `${relativePath(document.path, holders[0].path)}#${id}`;
  }
  const at = value.lastIndexOf(target.id);
  return at < 0 ? `#${id}` : value.slice(0, at) + id + value.slice(at + target.id.length);
}
