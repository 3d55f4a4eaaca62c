import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseName, openLibraryStore, type LibraryStore } from '../../renderer/library/libraryStore.ts';
import { digestOf, unpackText } from '../../renderer/library/packText.ts';
import { createTextWork } from '../../renderer/library/textWork.ts';
import type { Checkpoint } from '../../renderer/library/writeCheckpoint.ts';
import { receiveTexts } from '../../renderer/workers/receiveTexts.ts';
import type { TextRequest } from '../../renderer/workers/textMessages.ts';
import { ok } from '../../shared/result.ts';

const longPieces = (mark: string, count = 3): readonly string[] => Array.from({ length: count }, (_, at) => `${mark}${String(at)}`.padEnd(500_000, '磁a'));
const head = (part: Partial<Checkpoint> = {}): Checkpoint => ({ id: 'a', title: { en: 'A', zh: '甲' }, fileName: null, updatedAt: 1, saved: 'this', upTo: 1, ...part });

let store: LibraryStore;
/** What the worker was sent, in order. */
let sent: TextRequest[];
let lines: string[];

/** A worker on this thread; the pieces of a text are let through one by one where a test holds them. */
function fakeWorker(): { readonly worker: Worker; fail(message: string): void; readonly isEnded: () => boolean } {
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const fire = (name: string, event: unknown): void => listeners.get(name)?.forEach((hear) => hear(event));
  let isEnded = false;
  const receive = receiveTexts(store, (data) => {
    if (!isEnded) fire('message', { data: structuredClone(data) });
  });
  const worker = {
    addEventListener: (name: string, hear: (event: unknown) => void) => listeners.set(name, [...(listeners.get(name) ?? []), hear]),
    postMessage(message: TextRequest) {
      sent.push(message);
      if (!isEnded) setTimeout(() => receive(structuredClone(message)), 0);
    },
    terminate: () => (isEnded = true),
  } as unknown as Worker;
  return { worker, fail: (message) => fire('error', { message }), isEnded: () => isEnded };
}

const work = (start: () => Worker | null, pause: () => Promise<void> = () => Promise.resolve()) => createTextWork(store, start, (line) => void lines.push(line), pause);
const record = async () => {
  const found = await store.attempt((database) => database.workbooks.get('a'));
  if (!found.ok) throw new Error(found.problem.code);
  return found.value;
};

beforeEach(() => {
  sent = [];
  lines = [];
  store = openLibraryStore();
});
afterEach(async () => {
  store.close();
  await Dexie.delete(databaseName);
});

describe('texts handed to the worker', () => {
  it('go ahead of their job in pieces, with a turn for the window between any two, and are written as one', async () => {
    let pauses = 0;
    const { worker } = fakeWorker();
    const [text, saved] = [longPieces('now'), longPieces('saved', 2)];
    const written = await work(() => worker, async () => void (pauses += 1)).write(head({ saved: 'another' }), text, saved);
    expect(written).toEqual(ok(null));
    expect(pauses).toBe(4);
    expect(sent.map((one) => ('piece' in one ? one.at : one.name))).toEqual([0, 0, 0, 1, 1, 'checkpoint']);
    expect(Math.max(...sent.map((one) => JSON.stringify(one).length))).toBeLessThan(510_000);
    expect(await record()).toMatchObject({ text: text.join(''), savedText: saved.join(''), upTo: 1 });
  });

  it('take turns: a short one that comes while a long one is on its way is written after it', async () => {
    const { worker } = fakeWorker();
    let go: () => void = () => undefined;
    const held = new Promise<void>((done) => (go = done));
    const { write } = work(() => worker, () => held);
    const first = write(head(), longPieces('first'), null);
    const second = write(head({ upTo: 2, saved: 'as-before' }), ['second'], null);
    await new Promise((done) => setTimeout(done, 20));
    // The first piece is out, and nothing has overtaken the second.
    expect(sent).toHaveLength(1);
    go();
    expect(await Promise.all([first, second])).toEqual([ok(null), ok(null)]);
    expect(await record()).toMatchObject({ text: 'second', savedText: longPieces('first').join(''), upTo: 2 });
  });

  it('are written here, in their order, where the worker breaks down on the way; no piece is sent after that', async () => {
    const { worker, fail, isEnded } = fakeWorker();
    let go: () => void = () => undefined;
    const held = new Promise<void>((done) => (go = done));
    const { write, digest } = work(() => worker, () => held);
    const first = write(head(), longPieces('first'), null);
    const second = write(head({ upTo: 2 }), ['second'], null);
    await new Promise((done) => setTimeout(done, 20));
    fail('no such script');
    go();
    expect(await Promise.all([first, second])).toEqual([ok(null), ok(null)]);
    expect(await record()).toMatchObject({ text: 'second', upTo: 2 });
    expect([sent.length, isEnded(), lines.length]).toEqual([1, true, 1]);
    expect(await digest(longPieces('later'))).toHaveLength(64);
    expect(sent).toHaveLength(1);
  });

  it('give the same fingerprint and the same packed text beside the window and in it', async () => {
    const { worker } = fakeWorker();
    const text = longPieces('磁𠮷');
    const bytes = new TextEncoder().encode(text.join(''));
    const expected = await digestOf(bytes);
    for (const one of [work(() => worker), work(() => null)]) {
      expect(await one.digest(text)).toBe(expected);
      expect(await unpackText(await one.pack(text))).toBe(text.join(''));
      expect(await one.digestFile(new Blob([bytes]))).toBe(expected);
    }
    const broken = work(() => {
      throw new Error('refused');
    });
    expect([await broken.digest(text), await broken.digest(text), lines.length]).toEqual([expected, expected, 1]);
    const before = sent.length;
    // What is short is done at once, and a file that cannot be read is no answer.
    expect(await work(() => worker).digest(['短'])).toBe(await digestOf(new TextEncoder().encode('短')));
    expect(sent).toHaveLength(before);
    const gone = { size: 2_000_000, arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) } as unknown as Blob;
    await expect(work(() => null).digestFile(gone)).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});
