import { tei } from '../marked.ts';

/** A note with two calls, and a note on a note. */
export const sharedNote = {
  'a.xml': tei(
    `<p>First<ptr xml:id="c1" type="noteCall" target="#n1"/> and second<ptr xml:id="c2" type="noteCall" target="#n1"/>.</p>
<p>Another<note type="editor" xml:id="n2">A note.<note type="editor" xml:id="n3">A note on the note.</note></note>.</p>
<div type="notes"><note xml:id="n1" type="editor"><p>This is shared by two calls.</p></note></div>`,
    '',
    ' xml:lang="en"',
  ),
};
