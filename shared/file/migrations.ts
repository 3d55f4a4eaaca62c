/**
 * Files of older versions are brought forward one version at a time before they are checked, so that only the newest
 * shape has to be understood. A step knows nothing of the types of today: what it writes is what the next version was.
 *
 * The format is frozen: what a released program wrote opens for ever, and a program never meets a file of its own version that it
 * does not know. Whatever changes the schema (a field, a unit, one more choice, a limit) or the paths of the series is therefore a
 * new version. To add version N + 1:
 *
 * 1. Change workbookSchema.ts and the types of the model; set `currentVersion` to N + 1.
 * 2. Add a step to `migrations`: `{ from: N, summary, migrate }`. It takes the `workbook` object of version N and gives a new one
 *    of version N + 1, without changing the one that it was given. Where the new version only has more optional fields it gives
 *    its input back. A step of more than a few lines stands in a file of its own, steps/fromVersionN.ts, and imports nothing but
 *    `JsonObject` and `isObject`. Nothing has checked what a step is given: a part that is not what it expects it leaves as it is,
 *    for the check that follows to refuse with its place. A step never changes once its version has been released.
 * 3. Freeze the version, in tests/fixtures/formats: `version-(N+1).lodestone`, a workbook with every field and every path of the
 *    version (begin with the one of version N); `version-(N+1).schema.json`, what `lodestone schema` prints; and the SHA-256 of
 *    both in checksums.json. tests/file/frozenFormats.test.ts then runs the new step on the frozen file of version N, and says
 *    what is missing. The files of the versions before are never touched.
 * 4. Test what the step makes of the frozen file of version N, in tests/file/migrations.test.ts, and say in README.md which version
 *    is written now.
 */
export const currentVersion = 2;

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
export const migrations: readonly Migration[] = [
  { from: 1, summary: 'the report may have a logo, margins and a language of its own; the window of Chinese New Year is an input', migrate: (workbook) => workbook },
];

/** Brings a workbook of a version up to the last one that the steps reach. */
export function migrate(workbook: JsonObject, version: number, steps: readonly Migration[] = migrations): JsonObject {
  return steps.filter((step) => step.from >= version).reduce((document, step) => step.migrate(document), workbook);
}

/** Whether a part of a file has fields at all; a list has none. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
