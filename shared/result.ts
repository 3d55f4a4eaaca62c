/** What went wrong with something that is expected to fail now and then. Sentences live in messages/problems.ts. */
export type Problem = {
  readonly code: ProblemCode;
  /** Where: a place in a file ("workbook.series.supply/output.cells.2025.value"), a cell, or a file name. */
  readonly place?: string;
  /** What the sentence needs to say: names, numbers, the offending text. */
  readonly values?: Readonly<Record<string, string | number>>;
};

/** Every expected failure has one code here and one sentence per language in messages/problems.ts. */
export type ProblemCode =
  // files
  | 'file-not-json'
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-a-workbook'
  | 'file-too-new'
  | 'file-invalid'
  | 'file-inconsistent'
  | 'file-not-found'
  | 'file-not-readable'
  | 'file-not-writable'
  | 'file-changed-on-disk'
  | 'file-save-failed'
  | 'file-not-utf8'
  // commands
  | 'unknown-path'
  | 'unknown-scenario'
  | 'unknown-event'
  | 'period-not-allowed'
  | 'value-not-finite'
  | 'value-negative'
  | 'value-above-one'
  | 'cell-actual-locked'
  | 'cell-not-yet-known'
  | 'nothing-to-clear'
  | 'nothing-to-source'
  | 'nothing-to-comment'
  | 'terms-not-mass'
  | 'terms-no-number'
  | 'basis-by-switch'
  | 'coverage-not-positive'
  | 'lock-zero-volume'
  | 'spread-all-pinned'
  | 'spread-below-pinned'
  | 'title-empty'
  | 'unknown-sector'
  | 'unknown-technology'
  | 'unknown-expansion'
  | 'unknown-vintage'
  | 'unknown-source'
  | 'source-in-use'
  | 'year-not-possible'
  | 'stock-assumed-elsewhere'
  | 'stock-demand-missing'
  | 'state-of-difference'
  | 'known-after-as-of'
  | 'unknown-package'
  | 'unknown-difference'
  | 'unknown-page'
  | 'logo-not-picture'
  | 'margin-outside'
  | 'name-empty'
  | 'name-too-long'
  | 'last-sector'
  | 'residual-exists'
  | 'sector-without-volume'
  | 'event-scope-empty'
  | 'suspension-reversed'
  | 'date-invalid'
  | 'month-invalid'
  | 'month-outside-horizon'
  | 'horizon-reversed'
  | 'horizon-too-short'
  | 'horizon-too-long'
  | 'read-only'
  // scenarios
  | 'scenario-locked'
  | 'scenario-own-ancestor'
  | 'scenario-root'
  | 'scenario-has-children'
  | 'overlays-compete'
  | 'probability-out-of-range'
  | 'color-out-of-range'
  // analysis
  | 'compare-too-few'
  | 'bridge-value-missing'
  | 'bridge-nothing-differs'
  // model
  | 'scenario-cycle'
  | 'scenario-parent-missing'
  | 'unit-mismatch'
  | 'basis-mismatch'
  | 'scope-mismatch'
  | 'coverage-mismatch'
  | 'calendar-year-missing'
  // numbers typed by a person
  | 'number-unreadable'
  | 'number-empty'
  | 'choice-unreadable'
  | 'cell-computed'
  // the world outside
  | 'storage-unavailable'
  | 'storage-full'
  | 'storage-not-written'
  | 'library-too-new'
  | 'print-failed'
  | 'report-stopped'
  | 'bridge-stopped'
  | 'host-refused';

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(code: ProblemCode, details: Omit<Problem, 'code'> = {}): Result<T> {
  return { ok: false, problem: { code, ...details } };
}
