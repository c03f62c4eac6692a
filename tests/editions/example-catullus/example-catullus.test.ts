import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config/read-config.ts';
import { loadCorpus } from '../../../src/corpus/load-corpus.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { prepare } from '../../../src/prepare/prepare.ts';
import type { PreparedEdition } from '../../../src/prepare/prepared-edition.ts';
import { variorum } from '../../cli/run.ts';
import { MemoryWorld } from '../../memory-world.ts';

const source = 'examples/catullus';
const folder = mkdtempSync(join(tmpdir(), 'variorum-catullus-'));
cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('/output') });
const written = (path: string) => readFileSync(join(folder, 'output', path), 'utf8');

let built: ReturnType<typeof variorum>;
let edition: PreparedEdition;

beforeAll(async () => {
  built = variorum(['build', '--strict', '--format', 'json'], folder);
  const files: Record<string, string> = {
    'variorum.json': readFileSync(join(source, 'variorum.json'), 'utf8'),
  };
  for (const name of readdirSync(join(source, 'tei'))) {
    files[`tei/${name}`] = readFileSync(join(source, 'tei', name), 'utf8');
  }
  const world = new MemoryWorld(files);
  const config = readConfig(files['variorum.json']!, 'variorum.json', world.report);
  edition = await prepare(await loadCorpus(Object.keys(files).slice(1).sort(), world), config, world.report);
}, 120_000);

describe('the example of a critical edition', () => {
  it('is without fault and builds', () => {
    const { code, out, err } = built;
    expect([code, err]).toEqual([0, '']);
    const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['witness-text-unavailable', 'info'],
    ]);
    expect(written('html/witnesses.html')).toContain('Servius');
  });
});

describe('the text of a witness', () => {
  const linesOf = (document: string, witness: string) =>
    edition.documents
      .find(({ id }) => id === document)!
      .textOfWitness(witness)
      ?.split('\n');

  it('has its own readings, and the lemma elsewhere', () => {
    expect(linesOf('carmen-1', 'M')).toEqual([
      'I',
      'Catullus suum libellum Cornelio Nepoti dedicat, qui nugas eius iam pridem laudaverat.',
      'Cui dono lepidum libellum',
      'arido modo pumice expolitum?',
      'Corneli, tibi: namque tu solebas',
      'meas esse aliquid putare nugas,',
      'iam tum cum ausus es unus unus Italorum',
      'omne aevum tribus explicare chartis',
      'doctis, Iuppiter, et laboriosis.',
      'quare habe tibi quitquid hoc libelli',
      'qualecumque; quod, patrona virgo,',
      'plus uno maneat perire saeclo.',
    ]);
  });

  it('is not there in a lacuna, before its beginning, after its end', () => {
    expect(linesOf('carmen-1', 'N')?.slice(6)).toEqual([
      'iam tum cum ausus est unus Italorum',
      'omne aevum tribus explicare chartis suis',
      'plus uno maneat perenne saeclo.',
    ]);
    expect(linesOf('carmen-1', 'Serv')).toEqual(['arida']);
    expect(linesOf('carmen-51', 'M')?.at(-1)).toBe('lumina nocte');
  });

  it('takes the first of two hands', () => {
    expect(linesOf('carmen-1', 'K')?.[4]).toBe('Cornili, tibi: namque tu solebas');
  });

  it('replaces base text between end points', () => {
    expect(linesOf('carmen-51', 'L')?.slice(1, 6)).toEqual([
      'Ille mi par esse deo videtur,',
      'ille, si fas est, superare divos,',
      'qui sedens adversus identidem te',
      'audit et spectat',
      'dulce ridentem, misero quod omnis',
    ]);
    expect(linesOf('carmen-51', 'M')?.slice(4, 6)).toEqual(['spectat et', 'misero quod omnis']);
    expect(linesOf('carmen-51', 'N')?.[2]).toBe('ille, si fas est, forte superare divos,');
  });

  it('cannot be made from an apparatus that only names places', () => {
    expect(linesOf('carmen-85', 'K')).toBeUndefined();
  });
});

/** Checked by hand against the source: lemma, terms, sigla in the order of the witness list. */
const entries: Readonly<Record<string, readonly string[]>> = {
  'carmen-1': [
    '1. § 1 libellum suum KLN] suum libellum transp. M',
    '2. § 1 Cornelio Nepoti Kλ] Cornelio N',
    '3. 1 lepidum novum libellum Kλ] libellum novum lepidum transp. N',
    '4. 1 novum KL] om. M',
    '5. 2 arida inc. des. Serv.] arido KλN — Servius (on Aeneid 12.587) says that Catullus made pumex feminine.',
    '6. 3 Corneli λN] Cornili K¹; Cornelii K²',
    '7. 4 putare K λ N p.c.] putere N a.c.',
    '8. 5 es M] est KLN',
    '9. 5 unus KLN] iter. M',
    '10. 6 chartis Kλ] suis add. N',
    '11. 7 doctis Kλ] lac. N',
    '12. 8 quidquid K] quicquid L; quitquid M',
    '13. 9 quod, ⟨o⟩ patrona virgo Kλ] quidem est, patroni ut ergo coni. Bergk',
    '14. 9 ⟨o⟩] om. Kλ',
    '15. 10 plus Kλ] plus inc. N',
    '16. 10 perenne KLN] perire M in marg.',
  ],
  'carmen-51': [
    '1. 1 mi] mihi K',
    '2. 2 post est] forte add. N',
    '3. 4 spectat et audit] audit et spectat transp. L',
    '4. 4–5 audit dulce ridentem] om. M',
    '5. 8 […]] The verse is lost. Scholars have filled it in many ways.',
    '6. 11 gemina] geminae KN',
    '7. 12 nocte] nocte des. M',
    '8. 13 Catulle] amice L',
    '9. 15 otium] otia N',
  ],
  'carmen-85': ['1. 1 quare KL] cur N', '2. 2 fieri KN] om. L'],
};

describe.each(Object.entries(entries))('the whole apparatus of %s', (document, expected) => {
  it('stands in the plain text, entry by entry', () => {
    const found = written(`text/${document}.txt`).split('Critical apparatus\n')[1]!.trim().split('\n\n');
    expect(found.map((entry) => entry.replace(/\s+/g, ' '))).toEqual(expected);
  });

  it('stands on its page', () => {
    const page = written(`html/${document}.html`);
    const bodies = page.split('<div class="entry-body">').slice(1);
    expect(bodies.map((body, at) => `${at + 1}. ${wordsOf(body.split('</li>')[0]!)}`)).toEqual(expected);
  });
});

/** The words of HTML as a reader sees them. */
function wordsOf(html: string): string {
  const words = html.replace(/<[^>]+>/g, '').replaceAll('&nbsp;', ' ');
  return words.replace(/\s+/g, ' ').trim();
}

describe('the conspectus siglorum', () => {
  const page = () => written('html/witnesses.html');
  it('says each witness once, hands with their siglum, and who proposed a reading', () => {
    expect(page().split('A manuscript (made up), ends in poem 51')).toHaveLength(2);
    const sigla = [
      ...page()
        .split('id="-signs"')[0]!
        .matchAll(/<dt>([^<]+)<\/dt>/g),
    ].map((each) => each[1]);
    expect(sigla).toEqual(['K', 'K¹', 'K²', 'λ', 'L', 'M', 'N', 'Serv.', 'Bergk']);
  });

  it('says when a witness was written, how it is described, and what it lacks', () => {
    for (const words of ['Poem 1</a>: Lacking 7–10', 'Poem 1</a>: Extant 2', 'Poem 51</a>: Lacking 12–…'])
      expect(page()).toContain(words);
  });

  it('gives the meaning of each term in the apparatus', () => {
    for (const [term, meaning] of [
      ['transp.', 'transposed'],
      ['p.c.', 'after correction'],
      ['post', 'after'],
    ])
      expect(page()).toContain(`<i class="term">${term}</i></dt><dd>${meaning}</dd>`);
    expect(page()).not.toContain('>praem.<');
  });
});

describe('the apparatus in the index', () => {
  it('nests entries, and lists those that overlap', () => {
    const entry = (id: string) => edition.index.apparatus.find((each) => each.id === id)!;
    expect(entry('app-novum').parent).toBe('app-lepidum');
    expect(entry('app-o').parent).toBe('app-patrona');
    expect(entry('app-spectat').overlaps).toEqual(['app-audit']);
    expect(entry('app-audit').overlaps).toEqual(['app-spectat']);
  });
});

describe('the apparatus on the web', () => {
  it('has each reading once, and its entry', () => {
    for (const { id, document, readings } of edition.index.apparatus) {
      const page = written(`html/${document}.html`);
      expect(page.split(`id="${id}--entry"`)).toHaveLength(2);
      for (const reading of readings) expect(page.split(` id="${reading.id}"`)).toHaveLength(2);
    }
  });
});
