/** Templates without which nothing is missing that an output promises, and why. */
export const silent: readonly string[] = [];
