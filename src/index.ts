export { catalogue, type DiagnosticCode } from './diagnostics/catalogue.ts';
export type { Diagnostic, Expected, Layer, Report, Severity } from './diagnostics/diagnostic.ts';
export type { Place } from './diagnostics/place.ts';
export { compile as compileSchema } from './relaxng/compile.ts';
export { type ExpectedAt, expectedAt } from './relaxng/expected-at.ts';
export { loadSchema, type Read, type Schema } from './relaxng/load-schema.ts';
export { revive as reviveSchema, type Validator } from './relaxng/validator.ts';
export { decode } from './xml/decode.ts';
export { Source } from './xml/source.ts';
