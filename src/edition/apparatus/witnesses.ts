import { XML } from '../../xml/name.ts';
import { attribute } from '../../xml/tree.ts';
import type { EditedDocument } from '../edited-document.ts';
import type { Edition, Spot } from '../edition.ts';
import { shortName } from './short-name.ts';
import type { Citation, Witness } from './witness.ts';
import { circlesIn } from './witness-circles.ts';
import { labelOf, siglumOf } from './witness-names.ts';

/** A siglum that no list declares, as written. */
export interface UnknownSiglum {
  readonly value: string;
  /** Its place among the words of the attribute, from 0. */
  readonly at: number;
}

export interface Cited {
  readonly citations: readonly Citation[];
  readonly unknown: readonly UnknownSiglum[];
}

const declaring = new Set(['witness', 'listWit', 'handNote']);
/** A state or hand after a siglum, as collations of the New Testament write it: `01*`, `424C`, `P46c2`. */
const state = /^(.+?)(\*+|[CcKVT]\d*|ac|pc|mg|sl|vid|txt)$/;
const describing = /^(?:msDesc|msPart|msFrag|msIdentifier|bibl|biblStruct|biblFull|object|item|p)$/;
const nothing: Cited = { citations: [], unknown: [] };

/** Every witness of an edition in the order of its lists, nested ones after their group, then hands, then editors and editions that readings cite. */
export class Witnesses {
  private readonly edition: Edition;
  private readonly list: Witness[] = [];
  private readonly spots = new Map<EditedDocument, Map<number, Witness>>();
  private readonly ids = new Map<string, Witness>();
  private readonly sigla = new Map<string, Witness>();
  private readonly memberTable = new Map<string, Witness[]>();
  private readonly known = new Map<string, Cited>();
  /** The witnesses of each circle in which groups name one another. */
  readonly circles: readonly (readonly Witness[])[];

  constructor(edition: Edition) {
    this.edition = edition;
    const hands: Spot[] = [];
    for (const document of edition.documents) this.readLists(document, hands);
    for (const { document, i } of hands) this.declare(document, i, 'hand', this.ownerOf(document, i));
    for (const witness of this.list) this.readMembers(witness);
    this.circles = circlesIn(this.list, this.memberTable);
  }

  get all(): readonly Witness[] {
    return this.list;
  }

  byId(id: string): Witness | undefined {
    return this.ids.get(id);
  }

  /** Every id and printed siglum, to propose one that was meant. */
  get names(): Iterable<string> {
    return new Set([...this.list.map((each) => each.siglum), ...this.list.map((each) => each.id)]);
  }

  /** The witness that an element declares. */
  at({ document, i }: Spot): Witness | undefined {
    return this.spots.get(document)?.get(i);
  }

  /** The single witnesses that one stands for: itself, or the members of a group however nested. */
  membersOf(witness: Witness): readonly Witness[] {
    const found = new Set<Witness>();
    const seen = new Set<Witness>([witness]);
    const open = [witness];
    for (let each = open.pop(); each !== undefined; each = open.pop()) {
      const members = this.memberTable.get(each.id);
      if (members === undefined) found.add(each);
      for (const member of members ?? []) {
        if (!seen.has(member)) {
          seen.add(member);
          open.push(member);
        }
      }
    }
    return [...found];
  }

  /** The description that a witness points to: a `msDesc`, a `bibl`. */
  descriptionOf({ document, i, kind }: Witness): Spot | undefined {
    if (kind !== 'witness') return undefined;
    return ['corresp', 'sameAs', 'ref', 'target']
      .flatMap((local) => this.edition.leadsOf(document, i, local))
      .map(({ spot }) => spot)
      .find((spot) => spot !== undefined && describing.test(spot.document.names[spot.i]!));
  }

  /** When a witness was written, in the words of the first `origDate` or `date` of its description; ''. */
  dateOf(witness: Witness): string {
    if (witness.kind === 'editor' || witness.kind === 'group') return '';
    for (const spot of [witness, this.descriptionOf(witness)]) {
      if (spot === undefined) continue;
      const { names, unsettled } = spot.document;
      for (const wanted of ['origDate', 'date']) {
        for (let at = spot.i + 1; at <= unsettled.lasts[spot.i]!; at++) {
          if (names[at] === wanted) return spot.document.textOf(at);
        }
      }
    }
    return '';
  }

  /** What an attribute with sigla cites (`@wit`, `@source`), in the order of the witness list. Pointers come first, bare sigla are looked up. */
  cited(document: EditedDocument, i: number, local: string): Cited {
    const value = attribute(document.unsettled.elements[i]!, local)?.trim();
    if (value === undefined || value === '') return nothing;
    const key = `${document.id} ${document.unsettled.sources[i]!.path} ${local} ${value}`;
    let cited = this.known.get(key);
    if (cited === undefined) {
      cited = this.read(document, i, local);
      this.known.set(key, cited);
    }
    return cited;
  }

  private read(document: EditedDocument, i: number, local: string): Cited {
    const citations: Citation[] = [];
    const unknown: UnknownSiglum[] = [];
    for (const [at, { value, spot }] of this.edition.leadsOf(document, i, local).entries()) {
      const witness = spot === undefined ? undefined : (this.at(spot) ?? this.declareCited(spot));
      const citation = witness === undefined ? this.bare(document, value) : { witness, state: '' };
      if (citation === undefined) unknown.push({ value, at });
      else citations.push(citation);
    }
    citations.sort((a, b) => a.witness.n - b.witness.n);
    return { citations, unknown };
  }

  /** A siglum that is no pointer that leads anywhere. */
  private bare(document: EditedDocument, value: string): Citation | undefined {
    const siglum = value.slice(value.lastIndexOf('#') + 1);
    const find = (name: string) => this.sigla.get(`${document.id} ${name}`) ?? this.sigla.get(` ${name}`);
    const whole = find(siglum);
    if (whole !== undefined) return { witness: whole, state: '' };
    const parts = state.exec(siglum);
    const witness = parts === null ? undefined : find(parts[1]!);
    return witness === undefined ? undefined : { witness, state: parts![2]! };
  }

  private readLists(document: EditedDocument, hands: Spot[]): void {
    const { names, unsettled } = document;
    const open: { readonly last: number; readonly id: string }[] = [];
    for (let i = 0; i < names.length; i++) {
      const name = names[i]!;
      if (!declaring.has(name)) continue;
      while (open.length > 0 && open.at(-1)!.last < i) open.pop();
      const parent = open.findLast((each) => each.id !== '')?.id ?? '';
      const id = attribute(unsettled.elements[i]!, 'id', XML) ?? '';
      if (name === 'handNote') {
        if (id !== '' && parent === '') hands.push({ document, i });
        else if (id !== '') this.declare(document, i, 'hand', parent);
      } else if (name === 'witness') {
        open.push({ last: unsettled.lasts[i]!, id: this.declare(document, i, 'witness', parent).id });
      } else {
        const isGroup = id !== '' && open.length > 0;
        const group = isGroup ? this.declare(document, i, 'group', parent).id : '';
        open.push({ last: unsettled.lasts[i]!, id: group });
      }
    }
  }

  private declare(document: EditedDocument, i: number, kind: Witness['kind'], parent: string): Witness {
    const element = document.unsettled.elements[i]!;
    const own = attribute(element, 'id', XML)?.trim() ?? '';
    const given = siglumOf(document, i) || (attribute(element, 'n')?.trim() ?? '');
    const isNamed = kind === 'editor' && !document.names[i]!.startsWith('bibl');
    const siglum = given || (isNamed && shortName(document, i)) || own || '?';
    let id = own || siglum.replace(/\s+/g, '_');
    if (this.ids.has(id)) id = `${document.id}.${id}`;
    for (let n = 2, base = id; this.ids.has(id); n++) id = `${base}_${n}`;
    const label = labelOf(document, i, isNamed) || siglum;
    const witness: Witness = { document, i, id, siglum, label, kind, parent, n: this.list.length + 1 };
    this.list.push(witness);
    this.ids.set(id, witness);
    let spots = this.spots.get(document);
    if (spots === undefined) {
      spots = new Map();
      this.spots.set(document, spots);
    }
    spots.set(i, witness);
    if (parent !== '' && kind !== 'hand') this.addMember(parent, witness);
    for (const name of new Set([siglum, own, attribute(element, 'n')?.trim() ?? ''])) {
      if (name === '') continue;
      for (const key of [`${document.id} ${name}`, ` ${name}`]) {
        if (!this.sigla.has(key)) this.sigla.set(key, witness);
      }
    }
    return witness;
  }

  /** The witness, editor or edition that an element is, so that it stands in the list of sigla. */
  authorityAt(spot: Spot): Witness | undefined {
    return this.at(spot) ?? this.declareCited(spot);
  }

  /** What a reading cites without its being listed: a printed edition, a manuscript described elsewhere, a person. */
  private declareCited(spot: Spot): Witness | undefined {
    const name = spot.document.names[spot.i]!;
    if (
      /^(?:bibl|biblStruct|biblFull|person|org|persName|orgName|name|author|editor|respStmt|rs)$/.test(name)
    ) {
      return this.declare(spot.document, spot.i, 'editor', '');
    }
    if (/^(?:msDesc|msPart|object|listWit|msIdentifier|msFrag)$/.test(name)) {
      return this.declare(spot.document, spot.i, 'witness', '');
    }
    return undefined;
  }

  /** The witness that a hand wrote in: what it corresponds to, else the one whose id its own begins with (`A2`). */
  private ownerOf(document: EditedDocument, i: number): string {
    for (const { spot } of this.edition.leadsOf(document, i, 'corresp')) {
      const witness = spot === undefined ? undefined : this.at(spot);
      if (witness !== undefined) return witness.id;
    }
    const own = attribute(document.unsettled.elements[i]!, 'id', XML)?.trim() ?? '';
    return this.ids.get(own.replace(/[-._]?\d+$/, ''))?.id ?? '';
  }

  /** A `witness` that corresponds to other witnesses stands for them, as a group does. */
  private readMembers(witness: Witness): void {
    if (witness.kind === 'hand') return;
    for (const local of ['corresp', 'sameAs', 'copyOf']) {
      for (const { spot } of this.edition.leadsOf(witness.document, witness.i, local)) {
        const member = spot === undefined ? undefined : this.at(spot);
        if (member !== undefined && member.kind !== 'hand') this.addMember(witness.id, member);
      }
    }
  }

  private addMember(group: string, member: Witness): void {
    const members = this.memberTable.get(group);
    if (members === undefined) this.memberTable.set(group, [member]);
    else if (!members.includes(member)) members.push(member);
  }
}
