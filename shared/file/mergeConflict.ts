/** What a merge of two people's workbooks could not decide. */

/** A piece of a workbook as it stands in the file. */
export type MergeValue = null | boolean | number | string | readonly MergeValue[] | MergeRecord;
export type MergeRecord = { readonly [key: string]: MergeValue };

/** Something both sides changed, each in its own way. */
export type MergeConflict = {
  /** "workbook.series.supply/output.cells.2025". */
  readonly place: string;
  /** The address of a cell of the workbook's own; null for everything else. */
  readonly cell: { readonly path: string; readonly period: string } | null;
  /** What stayed in place and what did not; undefined where that side removed it. */
  readonly ours: MergeValue | undefined;
  readonly theirs: MergeValue | undefined;
};
