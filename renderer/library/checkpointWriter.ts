/** Hands base texts to the worker of the journal, which is started with the first one. */
import type { Result } from '../../shared/result.ts';
import type { JournalReply, JournalRequest } from '../workers/journalMessages.ts';
import { writeCheckpoint, type Checkpoint } from './writeCheckpoint.ts';
import type { LibraryStore } from './libraryStore.ts';

export type CheckpointWriter = {
  write(checkpoint: Checkpoint): Promise<Result<null>>;
  /** Writes at once and here, where the text is short: a window that starts has no worker yet. */
  writeFirst(checkpoint: Checkpoint): Promise<Result<null>>;
};

/** A text of this many characters is written in a few milliseconds. */
const short = 1_000_000;

/** `startWorker` gives null where there are none: then the window writes itself. */
export function createCheckpointWriter(store: LibraryStore, startWorker: () => Worker | null, log: (line: string) => void): CheckpointWriter {
  const waiting = new Map<number, { readonly checkpoint: Checkpoint; done(result: Result<null>): void }>();
  let worker: Worker | null = null;
  let failed = false;
  let last = 0;
  const here = (checkpoint: Checkpoint): Promise<Result<null>> => writeCheckpoint(store, checkpoint);
  /** What a worker that broke down had in hand is written here. */
  const giveUp = (why: string): void => {
    failed = true;
    worker?.terminate();
    worker = null;
    log(`the worker of the journal failed: ${why}`);
    for (const { checkpoint, done } of waiting.values()) void here(checkpoint).then(done);
    waiting.clear();
  };
  const ready = (): Worker | null => {
    if (worker !== null || failed) return worker;
    worker = startWorker();
    worker?.addEventListener('message', ({ data }: MessageEvent<JournalReply>) => {
      waiting.get(data.id)?.done(data.result);
      waiting.delete(data.id);
    });
    worker?.addEventListener('error', ({ message }) => giveUp(message));
    return worker;
  };
  const write = (checkpoint: Checkpoint): Promise<Result<null>> => {
    const beside = ready();
    if (beside === null) return here(checkpoint);
    last += 1;
    const request: JournalRequest = { id: last, checkpoint };
    return new Promise((done) => {
      waiting.set(request.id, { checkpoint, done });
      beside.postMessage(request);
    });
  };
  return { write, writeFirst: (checkpoint) => (checkpoint.text.length < short ? here(checkpoint) : write(checkpoint)) };
}
