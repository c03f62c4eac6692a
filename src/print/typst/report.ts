/** What a pass of the template says of where things came to stand; pages count from 1, lengths are points from the page's top. */
export interface Report {
  /** Marks in text order; a number is twice a unit's, and one more for its end. */
  readonly marks: readonly (readonly [page: number, y: number, mark: string | number])[];
  /** Where the foot of each page begins. */
  readonly feet: readonly (readonly [page: number, y: number])[];
  /** The page that each index begins on. */
  readonly indexes: readonly number[];
  /** The page that the text begins on. */
  readonly start: number;
}

/** A point on a page: its baseline. */
export interface Point {
  readonly page: number;
  readonly y: number;
}
