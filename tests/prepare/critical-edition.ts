/** Editions with every construct of an apparatus, by method. */
export const criticalEditions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'parallel segmentation': { 'parallel.xml': parallel() },
  'double end-point, in line and from another file': doubleEndPoint(),
  'referenced by location': {
    'location.xml': edition(
      `<lg><l n="1">arma virumque cano</l><l n="2">Troiae qui primus</l></lg>
<listApp><app loc="1"><lem>cano</lem><rdg wit="#B">canto</rdg></app><app loc="2"><rdg wit="#C"/><note>deest</note></app></listApp>`,
      'location-referenced',
    ),
  },
};

function edition(body: string, method: string, extra = ''): string {
  return `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="la"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
<sourceDesc><listWit><witness xml:id="A"><abbr type="siglum">A</abbr> Codex A</witness>
<listWit xml:id="fam"><head>familia</head><witness xml:id="B">B</witness><witness xml:id="C">C</witness></listWit>
<witness xml:id="alpha"><abbr type="siglum">α</abbr></witness></listWit>
<listBibl><bibl xml:id="Lachmann"><author>Lachmann</author></bibl></listBibl></sourceDesc></fileDesc>
<encodingDesc><variantEncoding method="${method}" location="internal"/></encodingDesc>
<profileDesc><handNotes><handNote xml:id="A1" n="1"/><handNote xml:id="A2" n="2"/></handNotes></profileDesc></teiHeader>
<text><body>${body}</body></text>${extra}</TEI>`;
}

function parallel(): string {
  return edition(
    `<div n="1"><head>I</head><lg>
<l n="1">et <app><lem wit="#A #alpha">dedit <app><lem wit="#A">illi</lem><rdg wit="#alpha">ei</rdg></app></lem>
  <rdgGrp type="orthographic" cause="sonus"><rdg wit="#B">dedid</rdg><rdg wit="#C">detit</rdg></rdgGrp></app> panem</l>
<l>omnis <app><lem wit="#A"> vir </lem><rdg wit="#fam"/></app> <app><lem wit="#A"/><rdg wit="#B">bonus</rdg></app>
 <app><lem wit="#A">a b c</lem><rdg wit="#B" type="transposition">b a c</rdg><rdg wit="#C">a b c a b c</rdg></app></l>
<l><app><lem wit="#A" hand="#A2">prima</lem><rdg wit="#A" hand="#A1">secunda</rdg><rdg wit="#B #C">tertia</rdg></app>
 <app><lem wit="#B">u</lem><rdg resp="#Lachmann">v</rdg><rdg source="#Lachmann">w</rdg><note>dubium</note></app></l>
</lg><p>x <app><lem>y</lem><rdg wit="#C">y<lacunaStart/></rdg></app> z <app><lem>q</lem><rdg wit="#B">r</rdg></app>
 <app><rdg wit="#C"><lacunaEnd/>m</rdg><rdg wit="#A #B #alpha">n</rdg></app>
 <app><note>sola nota</note></app> <app><lem wit="#A #B">s<note>n</note></lem><witDetail wit="#A" type="ac"/><rdg wit="#A">t</rdg><witDetail wit="#A" type="pc">p.c.</witDetail></app>
 <app><lem><persName ref="#A">Cicero</persName> <date when="-0063">anno</date></lem><rdg wit="#alpha"><persName>Tullius</persName></rdg></app> finis</p>
<p>pro <app><lem/><rdg wit="#A">bono</rdg></app> <app><lem>pace <persName>Tulli</persName></lem><rdg wit="#B">pace <persName>Tulli</persName> <name>Marci</name></rdg><rdg wit="#C">et pace Tulli</rdg></app>
 <app><lem wit="#A #alpha">sua<witEnd wit="#alpha"/></lem><rdg wit="#B" cause="homoeoteleuton"/><rdg type="deletion" resp="#Lachmann"/><rdg wit="#C" source="#Lachmann" cert="low"><add place="above">tua</add></rdg><witDetail wit="#C" type="margin">manu <hi rend="italic">recenti</hi></witDetail></app>
 <app><lem wit="#A" resp="#Lachmann">vixit</lem><rdg wit="#A" resp="#B">dixit</rdg><rdg wit="#B" type="dittography">vivixit</rdg><rdg wit="#C"><gap reason="illegible"/></rdg><witDetail wit="#alpha">a mure <app><lem>esum</lem><rdg wit="#B">essum</rdg></app></witDetail><note><p>Una.</p><list><item>Altera.</item></list></note><note>Tertia.</note><note><anchor/></note></app>.</p></div>`,
    'parallel-segmentation',
  );
}

function doubleEndPoint(): Record<string, string> {
  const body = `<p>in <anchor xml:id="a"/>nova <anchor xml:id="b"/>fert <hi>animus<anchor xml:id="c"/> mutatas</hi><anchor xml:id="d"/> dicere <w xml:id="w">formas</w></p>
<p>corpora<anchor xml:id="e"/> di coeptis<app from="#e"><lem>di coeptis</lem><rdg wit="#alpha">dis</rdg></app></p>`;
  return {
    'base.xml': edition(body, 'double-end-point'),
    'notes.xml': `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listApp>
<app from="base.xml#a" to="base.xml#c"><rdg wit="base.xml#B">novas fert animos</rdg></app>
<app from="base.xml#b" to="base.xml#d"><rdg wit="base.xml#C"/></app>
<app from="base.xml#w"><rdg wit="base.xml#A">formam</rdg></app>
</listApp></body></text></TEI>`,
  };
}
