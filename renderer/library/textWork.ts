/**
 * Hands whole texts to a worker, which is started with the first one. A text goes ahead of its job in pieces, with a turn for the
 * window between any two: at once, twenty million characters would keep a key waiting for as long as they take to copy.
 */
import { charactersOf, type TextPieces } from '../../shared/file/textPieces.ts';
import type { Result } from '../../shared/result.ts';
import type { TextReply, TextRequest } from '../workers/textMessages.ts';
import type { LibraryStore } from './libraryStore.ts';
import { doTextJob, type TextJobName, type TextJobs } from './textJobs.ts';
import type { Checkpoint } from './writeCheckpoint.ts';
import { yieldToWindow } from './yieldToWindow.ts';

export type TextWork = {
  /** Writes a base text, the later one after the earlier; `another` is the text last saved, where the checkpoint says so. */
  write(checkpoint: Checkpoint, text: TextPieces, another: TextPieces | null): Promise<Result<null>>;
  /** Writes at once and here, where the text is short: a window that starts has no worker yet. */
  writeFirst(checkpoint: Checkpoint, text: TextPieces, another: TextPieces | null): Promise<Result<null>>;
  /** SHA-256 of the UTF-8 of a text, in hexadecimal. */
  digest(text: TextPieces): Promise<string>;
  /** The same of the bytes of a file; rejects where it cannot be read. */
  digestFile(file: Blob): Promise<string>;
  /** A text as the versions keep it. */
  pack(text: TextPieces): Promise<Uint8Array>;
};

/** A text of this many characters is written, packed or read in a few milliseconds. */
const short = 1_000_000;

type Waiting = { done(answer: unknown): void; failed(error: unknown): void; doHere(): void };

/** `startWorker` gives null where there are none: then the window does everything itself. */
export function createTextWork(store: LibraryStore, startWorker: () => Worker | null, log: (line: string) => void, pause: () => Promise<void> = yieldToWindow): TextWork {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let hasFailed = false;
  let last = 0;
  let sending: Promise<void> = Promise.resolve();
  /** What a worker that broke down had in hand is done here, in the same order. */
  const giveUp = (why: string): void => {
    hasFailed = true;
    worker?.terminate();
    worker = null;
    log(`the worker of the texts failed: ${why}`);
    for (const { doHere } of waiting.values()) doHere();
    waiting.clear();
  };
  const ready = (): Worker | null => {
    if (worker !== null || hasFailed) return worker;
    try {
      worker = startWorker();
    } catch (error) {
      giveUp(String(error));
    }
    worker?.addEventListener('message', ({ data }: MessageEvent<TextReply>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ('error' in data) one?.failed(data.error);
      else one?.done(data.answer);
    });
    worker?.addEventListener('error', ({ message }) => giveUp(message));
    return worker;
  };
  /** Ends early where the worker broke down meanwhile: the job is done here then. */
  const send = async (beside: Worker, job: TextRequest, texts: readonly TextPieces[]): Promise<void> => {
    let isFirst = true;
    for (const [at, text] of texts.entries()) {
      for (const piece of text) {
        if (!isFirst) await pause();
        isFirst = false;
        if (worker !== beside) return;
        const request: TextRequest = { id: job.id, at, piece };
        beside.postMessage(request);
      }
    }
    if (worker === beside) beside.postMessage(job);
  };
  const here = <Name extends TextJobName>(name: Name, about: TextJobs[Name]['about'], texts: readonly TextPieces[]): Promise<TextJobs[Name]['answer']> =>
    doTextJob(store, name, about, texts.map((pieces) => pieces.join('')));
  const run = <Name extends TextJobName>(name: Name, about: TextJobs[Name]['about'], texts: readonly TextPieces[]): Promise<TextJobs[Name]['answer']> => {
    const beside = ready();
    if (beside === null) return here(name, about, texts);
    last += 1;
    const job: TextRequest = { id: last, name, about };
    return new Promise((done, failed) => {
      waiting.set(job.id, { done: (answer) => done(answer as TextJobs[Name]['answer']), failed, doHere: () => void here(name, about, texts).then(done, failed) });
      // One text after the other, so that a short one that comes later is not done before a long one that is still on its way.
      sending = sending.then(() => send(beside, job, texts));
    });
  };
  const textsOf = (text: TextPieces, another: TextPieces | null): readonly TextPieces[] => (another === null ? [text] : [text, another]);
  const isShort = (text: TextPieces): boolean => charactersOf(text) < short;
  const write: TextWork['write'] = (checkpoint, text, another) => run('checkpoint', checkpoint, textsOf(text, another));
  return {
    write,
    writeFirst: (checkpoint, text, another) => (isShort(text) ? here('checkpoint', checkpoint, textsOf(text, another)) : write(checkpoint, text, another)),
    digest: (text) => (isShort(text) ? here : run)('digest', null, [text]),
    digestFile: (file) => (file.size < short ? here : run)('digestFile', file, []),
    pack: (text) => (isShort(text) ? here : run)('pack', null, [text]),
  };
}
