import type { Fault } from '../fault.ts';

export const schematronFaults = {} as const satisfies Record<string, Fault>;
