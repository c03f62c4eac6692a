import type { Fault } from '../fault.ts';

export const xsltFaults = {} as const satisfies Record<string, Fault>;
