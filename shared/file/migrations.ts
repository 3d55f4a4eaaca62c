/**
 * Files of older versions are brought forward one version at a time before they are checked, so that only the newest
 * shape has to be understood. A step knows nothing of the types of today: what it writes is what the next version was.
 */
export const currentVersion = 1;

export type JsonObject = { readonly [key: string]: unknown };

export type Migration = {
  /** The version this step reads; it writes the next one. */
  readonly from: number;
  /** What changed, for the reader of this file. */
  readonly summary: string;
  /** Takes and gives the `workbook` object of the file. */
  migrate(workbook: JsonObject): JsonObject;
};

/** In order, without a hole: the step at index i reads version i + 1. */
export const migrations: readonly Migration[] = [];

/** Brings a workbook of a version up to the last one that the steps reach. */
export function migrate(workbook: JsonObject, version: number, steps: readonly Migration[] = migrations): JsonObject {
  return steps.filter((step) => step.from >= version).reduce((document, step) => step.migrate(document), workbook);
}
