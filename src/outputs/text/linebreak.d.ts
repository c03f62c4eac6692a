/** `linebreak` comes without types. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** The next opportunity, as an offset in UTF-16 units; the last one is the end of the text. */
    nextBreak(): { position: number; required?: boolean } | null;
  }
}
