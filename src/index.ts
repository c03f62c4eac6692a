export { catalogue, type DiagnosticCode } from './diagnostics/catalogue.ts';
export type { Diagnostic, Expected, Layer, Report, Severity } from './diagnostics/diagnostic.ts';
export type { Place } from './diagnostics/place.ts';
