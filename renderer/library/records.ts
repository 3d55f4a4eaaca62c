/** What the library holds, as it lies in the database. */
import type { LocalText } from '../../shared/model/workbook.ts';

/** The monthly gap of the root scenario in tonnes, for a small picture of the workbook. */
export type GapPreview = readonly (number | null)[];

export type LibraryRecord = {
  readonly id: string;
  readonly title: LocalText;
  readonly text: string;
  /** The text last saved to a file or opened, so that "unsaved" is a comparison. */
  readonly savedText: string;
  /** Name of the file it was saved to or opened from; null while it has none. */
  readonly fileName: string | null;
  /** Milliseconds since 1970, of the last change. */
  readonly updatedAt: number;
  /** When it was last saved to a file; records of before there was this field have none. */
  readonly savedAt?: number | null;
  readonly gap?: GapPreview;
  /** The number of the last step of the journal that the text holds; nothing where it was written whole. */
  readonly upTo?: number;
};

/** One change since the base text, as it can be done again. */
export type JournalStep =
  | { readonly kind: 'command'; readonly name: string; readonly args: unknown }
  /** Undo, redo, a jump: back to the state after the step of that number. */
  | { readonly kind: 'state'; readonly at: number };

export type JournalRow = {
  readonly workbookId: string;
  /** Counts the steps of a workbook, through every window and start of the program. */
  readonly n: number;
  /** Which program made the step: another one may mean something else by it. */
  readonly program: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly step: JournalStep;
};

/** A workbook as the library has it: its base text, and what was done since. */
export type KeptWorkbook = { readonly record: LibraryRecord; readonly rows: readonly JournalRow[] };

/** What the user said about a workbook; kept apart, so that no draft writes over it. */
export type LibraryMark = { readonly id: string; readonly pinned: boolean };

/** The file that a workbook belongs to, as the browser lets it be kept, and the fingerprint of what was in it. */
export type KeptHandle = { readonly id: string; readonly handle: FileSystemFileHandle; readonly fingerprint: string };

/** A version without its text, so that a list of them costs little. */
export type VersionHead = {
  readonly id: string;
  readonly workbookId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The user's own name for it; null for an automatic one, which may be thinned out. */
  readonly name: string | null;
  /** SHA-256 of the text, so that the same state is not kept twice. */
  readonly digest: string;
  /** Characters of the text. */
  readonly size: number;
  readonly scenarios: number;
  readonly gap: GapPreview;
};

export type VersionText = {
  readonly id: string;
  readonly workbookId: string;
  /** The text of a file, as gzip. */
  readonly packed: Uint8Array;
};
