import { describe, expect, it } from 'vitest';
import { registerEntriesOf } from '../../src/edition/register-entries.ts';
import { editionOf, tei } from './edition-of.ts';

const entries = async (body: string) => {
  const edition = await editionOf({ 'a.xml': tei(body) });
  return registerEntriesOf(edition.documents[0]!).map(({ kind, label, sort }) => [kind, label, sort]);
};

describe('register entries', () => {
  it('are of the kind that their list says', async () => {
    const body = `<listPerson><head>P</head><listPerson><person><persName>Ö. A</persName></person></listPerson></listPerson>
      <listNym type="codename"><nym><form>Pavlov</form></nym></listNym><listNym><nym><form>Ivan</form></nym></listNym>
      <listBibl type="documents"><bibl xml:id="d"><title>Letter</title></bibl></listBibl>
      <listBibl><bibl xml:id="w"><author>A</author>, <title>B</title></bibl><bibl>unnamed</bibl></listBibl>
      <listPlace><place><placeName>X</placeName><place><placeName>Y</placeName></place></place></listPlace>
      <listOrg><org><orgName>O</orgName></org></listOrg><listEvent><event><label>E</label></event></listEvent>
      <listObject><object><objectIdentifier><objectName>R-12</objectName></objectIdentifier></object></listObject>`;
    expect(await entries(body)).toEqual([
      ['person', 'Ö. A', 'o a'],
      ['codename', 'Pavlov', 'pavlov'],
      ['other', 'Ivan', 'ivan'],
      ['document', 'Letter', 'letter'],
      ['work', 'B', 'b'],
      ['place', 'X', 'x'],
      ['place', 'Y', 'y'],
      ['org', 'O', 'o'],
      ['event', 'E', 'e'],
      ['object', 'R-12', 'r 12'],
    ]);
  });

  it('are headed by the regular name, surname first', async () => {
    const body = `<listPerson>
      <person><persName type="birth">Shitov</persName><persName type="reg">Alekseev, A.</persName></person>
      <person><persName><forename>Ada</forename> <surname>Lovelace</surname></persName></person>
      <person xml:id="anon"/></listPerson>`;
    expect((await entries(body)).map(([, label]) => label)).toEqual([
      'Alekseev, A.',
      'Lovelace, Ada',
      'anon',
    ]);
  });
});
