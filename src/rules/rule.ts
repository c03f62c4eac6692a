import type { Config } from '../config/config.ts';
import type { Corpus } from '../corpus/corpus.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';

/** What a rule may know beside the corpus. */
export interface RuleContext {
  readonly config: Config;
  /** False where loose files are checked, outside any edition. */
  readonly isEdition: boolean;
}

/** Finds one kind of fault. Its severity is set by whoever runs it. */
export type Rule = (corpus: Corpus, context: RuleContext) => Iterable<Diagnostic>;

/** A rule's line in the table: the fault it finds and how grave that is, unless the config says otherwise. */
export interface RuleEntry {
  readonly code: DiagnosticCode;
  readonly rule: Rule;
  readonly inEdition: Severity | 'off';
  readonly inLooseFiles: Severity | 'off';
}
