import type { Fault } from '../fault.ts';

export const outputFaults = {} as const satisfies Record<string, Fault>;
