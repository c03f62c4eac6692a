import { tei } from '../../marked.ts';

/** A document with three witnesses, a group and two hands; what is marked in the body is where the fault stands. */
export function critical(body: string, witnesses = ''): string {
  return tei(
    body,
    `<encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
<profileDesc><handNotes><handNote xml:id="A1" n="1"/></handNotes></profileDesc>
<standOff><listWit><witness xml:id="A">a</witness><listWit xml:id="fam"><witness xml:id="Bern">b</witness><witness xml:id="C">c</witness></listWit>${witnesses}</listWit></standOff>`,
  );
}
