/**
 * Makes the JSON that MiniSearch loads (its serialisation 2), of texts numbered from 0 with one field. Its own `add` looks
 * every word up in a tree by letters, which the browser needs and we do not.
 */
export class MinisearchJson {
  /** Of each term the numbers of its texts and how often each has it, in turn. */
  readonly #found = new Map<string, number[]>();
  readonly #lengths: number[] = [];
  #average = 0;

  add(terms: readonly string[]): void {
    const text = this.#lengths.length;
    let length = 0;
    for (const term of terms) {
      const texts = this.#found.get(term);
      if (texts === undefined) {
        this.#found.set(term, [text, 1]);
        length++;
      } else if (texts[texts.length - 2] === text) texts[texts.length - 1]!++;
      else {
        texts.push(text, 1);
        length++;
      }
    }
    this.#average = (this.#average * text + length) / (text + 1);
    this.#lengths.push(length);
  }

  toString(): string {
    const count = this.#lengths.length;
    const numbered = (value: (text: number) => string) =>
      `{${this.#lengths.map((_, text) => `"${text}":${value(text)}`).join(',')}}`;
    const terms = [...this.#found.keys()].sort();
    const index = terms.map((term) => {
      const texts = this.#found.get(term)!;
      let counts = '';
      for (let at = 0; at < texts.length; at += 2)
        counts += `${at > 0 ? ',' : ''}"${texts[at]}":${texts[at + 1]}`;
      return `[${JSON.stringify(term)},{"0":{${counts}}}]`;
    });
    return `{"documentCount":${count},"nextId":${count},"documentIds":${numbered(String)},"fieldIds":{"text":0},"fieldLength":${numbered(
      (text) => `[${this.#lengths[text]}]`,
    )},"averageFieldLength":[${count > 0 ? this.#average : ''}],"storedFields":{},"dirtCount":0,"index":[${index.join(',')}],"serializationVersion":2}`;
  }
}
