/** When a version is made without being asked for: when a workbook is opened, at each save, and at the first edit after a pause. */
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, type Result } from '../../shared/result.ts';
import { gapPreview } from './gapPreview.ts';
import type { VersionHead } from './records.ts';
import type { Texts } from './texts.ts';
import type { Versions } from './versions.ts';

export type VersionKeeper = {
  /** A workbook came onto the desk, as it was left: what it was at closing is what it is at opening. */
  opened(id: string, workbook: Workbook): void;
  /** An edit was made; `before` is the state before it. */
  edited(id: string, before: Workbook): void;
  saved(id: string, workbook: Workbook): void;
  /** Keeps a state now, under a name of the user's. */
  name(id: string, workbook: Workbook, name: string): Promise<Result<VersionHead>>;
  /** Resolves once every version begun is in the library. */
  settle(): Promise<void>;
};

/** After this long without an edit the next one begins something new. */
const quietMs = 10 * 60 * 1000;
/** A version is written after the edit is on the screen. */
const pauseMs = 300;

/** `report` hears of every version that could not be kept; `now` is milliseconds since 1970. */
export function createVersionKeeper(versions: Versions, texts: Texts, now: () => number, report: (result: Result<VersionHead>) => void): VersionKeeper {
  let lastEditAt = now();
  let writing: Promise<void> = Promise.resolve();
  const keep = async (id: string, workbook: Workbook, name: string | null): Promise<Result<VersionHead>> =>
    versions.keep({ workbookId: id, text: await texts.of(workbook), scenarios: Object.keys(workbook.scenarios).length, gap: gapPreview(workbook) }, name);
  // One after the other, in the order of what happened.
  const later = (id: string, workbook: Workbook): void => {
    const pause = new Promise((done) => setTimeout(done, pauseMs));
    const write = async (): Promise<void> => {
      await pause;
      const kept = await keep(id, workbook, null);
      if (!kept.ok) report(kept);
    };
    // What throws must not keep the versions after it from being kept.
    writing = writing.then(write).catch((error: unknown) => report(fail('storage-unavailable', { values: { cause: error instanceof Error ? error.message : String(error) } })));
  };
  return {
    opened(id, workbook) {
      lastEditAt = now();
      later(id, workbook);
    },
    edited(id, before) {
      if (now() - lastEditAt >= quietMs) later(id, before);
      lastEditAt = now();
    },
    saved: later,
    async name(id, workbook, name) {
      await writing;
      return keep(id, workbook, name);
    },
    settle: () => writing,
  };
}
