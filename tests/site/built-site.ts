import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/read-config.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { html } from '../../src/outputs/html/html.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { createTransform } from '../../src/xslt/create-transform.ts';
import { MemoryWorld } from '../memory-world.ts';

const transform = createTransform({ read: () => Promise.reject(new Error('nothing to read')) });

export interface BuiltSite {
  readonly folder: string;
  /** Content of every text file of the site by its path in the folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** Builds the site of some files into a folder of its own. */
export async function buildSite(
  files: Record<string, string | Uint8Array>,
  settings: Partial<Config> = {},
): Promise<BuiltSite> {
  const config = { ...defaultConfig(), outputs: ['html'], ...settings };
  const world = new MemoryWorld(files);
  const corpus = await loadCorpus(
    Object.keys(files).filter((path) => path.endsWith('.xml')),
    world,
  );
  const edition = await prepare(corpus, config, world.report);
  const artifacts = await html.make({ edition, config, world, transform });
  const folder = mkdtempSync(join(tmpdir(), 'variorum-site-'));
  const written = new Map<string, string>();
  for (const { path, content } of artifacts) {
    const target = join(folder, path.replace(/^html\//, ''));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    if (typeof content === 'string') written.set(path.replace(/^html\//, ''), content);
  }
  return { folder, files: written };
}

/** The files of an edition in the repository: its TEI, and its images if there are any. */
export function editionIn(folder: string): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  for (const part of ['tei', 'images']) {
    if (!existsSync(join(folder, part))) continue;
    for (const name of readdirSync(join(folder, part)).sort()) {
      files[`${part}/${name}`] = readFileSync(join(folder, part, name));
    }
  }
  return files;
}

/** The repository's own edition. */
export function ownEdition(): Record<string, string> {
  const names = readdirSync('tei').filter((name) => name.endsWith('.xml'));
  return Object.fromEntries(names.map((name) => [`tei/${name}`, readFileSync(join('tei', name), 'utf8')]));
}

/** As many letters as asked for, with places, dates, and persons in a register. */
export function letters(count: number): Record<string, string> {
  const towns = ['Wien', 'Salzburg', 'Odessa', 'Αθήνα'];
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n++) {
    const year = 1850 + (n % 60);
    const day = `${year}-0${1 + (n % 9)}-1${n % 10}`;
    const town = towns[n % towns.length]!;
    files[`letter-${String(n).padStart(4, '0')}.xml`] =
      `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="de">
<teiHeader><fileDesc><titleStmt><title>Brief ${n} an Anna</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>
<profileDesc><creation><date when="${day}">${day}</date><placeName>${town}</placeName></creation>
<correspDesc><correspAction type="sent"><persName ref="people.xml#p${n % 7}">Karl</persName><placeName>${town}</placeName><date when="${day}">${day}</date></correspAction>
<correspAction type="received"><persName ref="people.xml#p1">Anna</persName></correspAction></correspDesc></profileDesc></teiHeader>
<text><body><div><opener><dateline>${town}, <date when="${day}">${day}</date></dateline><salute>Liebe <persName ref="people.xml#p1">Anna</persName>!</salute></opener>
<p>Heute schrieb mir <persName ref="people.xml#p${n % 7}">Karl</persName>, Nummer ${n}, über die Übersetzung.<note resp="#ed">Eine Anmerkung.</note> ${'Es war ein langer Tag in der Stadt. '.repeat(6)}</p>
<closer><salute>Dein</salute> <signed>K.</signed></closer></div></body></text></TEI>`;
  }
  const people = [0, 1, 2, 3, 4, 5, 6].map(
    (n) =>
      `<person xml:id="p${n}"><persName type="reg">Person ${n}</persName><persName xml:lang="ru">Хрущёв${n === 3 ? '' : n}</persName></person>`,
  );
  files['people.xml'] =
    `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>People</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><standOff><listPerson>${people.join('')}</listPerson></standOff></TEI>`;
  return files;
}
