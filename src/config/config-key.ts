/** What one key of `variorum.json` may hold. */
export interface ConfigKey {
  /** The path of names, dotted. */
  readonly key: string;
  readonly type:
    | 'string'
    | 'date'
    | 'strings'
    | 'integer'
    | 'number'
    | 'true or false'
    | 'choice'
    | 'severities'
    | 'paths'
    | 'length'
    | 'page size'
    | 'bands'
    | 'streams';
  readonly values?: readonly string[];
  /** Of a number or a length; lengths in points. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default: unknown;
  /** One sentence for the reference. */
  readonly describes: string;
  readonly example: unknown;
}
