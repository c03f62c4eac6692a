import type { Fault } from '../fault.ts';

export const worldFaults = {} as const satisfies Record<string, Fault>;
