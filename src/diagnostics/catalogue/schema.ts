import type { Fault } from '../fault.ts';

export const schemaFaults = {} as const satisfies Record<string, Fault>;
