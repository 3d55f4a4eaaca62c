/** Brings every edit into the library within a second: after a short pause, at once when the window is left. */
import type { Result } from '../../shared/result.ts';
import type { LibraryRecord } from './records.ts';

export type Draft = Omit<LibraryRecord, 'updatedAt'>;

export type DraftKeeper = {
  /** Notes that the work changed; `draft` gives it when it is written. */
  note(draft: () => Draft): void;
  /** Writes what waits. */
  flush(): Promise<void>;
};

const pauseMs = 400;

/** One write at a time, the last one wins; `report` hears every outcome. */
export function createDraftKeeper(keep: (draft: Draft) => Promise<Result<null>>, report: (result: Result<null>) => void): DraftKeeper {
  let waiting: (() => Draft) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  const flush = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const draft = waiting;
    waiting = null;
    if (draft !== null) writing = writing.then(async () => report(await keep(draft())));
    return writing;
  };
  return {
    note(draft) {
      waiting = draft;
      // The clock runs from the first change, so that steady typing cannot put the write off for ever.
      timer ??= setTimeout(() => void flush(), pauseMs);
    },
    flush,
  };
}
