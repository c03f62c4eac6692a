import type { Fault } from '../fault.ts';

export const ruleFaults = {} as const satisfies Record<string, Fault>;
