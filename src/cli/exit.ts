/** Exit codes, as the reference lists them. */
export const exit = {
  done: 0,
  faults: 1,
  usage: 2,
  bug: 70,
  cannotWrite: 73,
  busy: 75,
} as const;

/** What a command calls with its exit code. */
export type Finish = (code: number) => void;
