import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeText } from '../../renderer/library/encodeText.ts';
import { createJournalKeeper, type JournalKeeper, type Kept } from '../../renderer/library/journalKeeper.ts';
import { openLibrary, type Library } from '../../renderer/library/library.ts';
import { databaseName, openLibraryStore, type LibraryStore } from '../../renderer/library/libraryStore.ts';
import type { JournalRow } from '../../renderer/library/records.ts';
import { recoverWorkbook } from '../../renderer/library/recoverWorkbook.ts';
import { replaySteps } from '../../renderer/library/replaySteps.ts';
import { returnSafetyCopies } from '../../renderer/library/safetyCopies.ts';
import { createTexts } from '../../renderer/library/texts.ts';
import type { TextWork } from '../../renderer/library/textWork.ts';
import { writeCheckpoint } from '../../renderer/library/writeCheckpoint.ts';
import { createSession, startSession, type Session } from '../../renderer/store/session.ts';
import { commands } from '../../shared/commands/registry.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { Host, SafetyCopy } from '../../shared/host.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();
const program = 'this-one';
let store: LibraryStore;
let library: Library;
let session: Session;
let keeper: JournalKeeper;
let keepers: JournalKeeper[] = [];
let reports: Result<null>[] = [];
let backups: (readonly [string, string | null, number])[] = [];
let rows: string[] = [];
/** Base texts that are held back until a test lets them through. */
let held: (() => void)[] | null = null;
/** The main process does not answer. */
let isDoorGone = false;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const keptOf = (): Kept => {
  const { id, history, saved, fileName } = session.state.get();
  return { id, present: history.present, saved, fileName, savedAt: null };
};

const write: TextWork['write'] = async (checkpoint, text, another) => {
  if (held !== null) await new Promise<void>((go) => held?.push(go));
  return writeCheckpoint(store, checkpoint, text.join(''), another?.join('') ?? null);
};

/** A window with a session over the journal, as the desk wires them. */
function openWindow(workbook: Workbook, last = 0, savedIsThere = false): void {
  session = createSession({} as Host, { ...startSession('a', workbook), saved: sample });
  keeper = createJournalKeeper({
    store,
    writer: { write, writeFirst: write },
    texts: createTexts(async () => undefined),
    program,
    now: () => 1000,
    report: (result) => void reports.push(result),
    backup: async (id, text, upTo) => {
      if (isDoorGone) throw new Error('the door is gone');
      backups.push([id, text?.join('') ?? null, upTo]);
      return ok(null);
    },
    backupStep: async (_id, row) => {
      rows.push(row);
      return ok(null);
    },
  });
  keepers.push(keeper);
  keeper.begin(keptOf(), last, savedIsThere);
  let before = session.state.get();
  session.state.subscribe(() => {
    const state = session.state.get();
    if (state.history.present !== before.history.present || state.saved !== before.saved) keeper.changed(keptOf(), state.done);
    before = state;
  });
}

const rename = (en: string): void => session.run(commands.renameWorkbook, { title: { en, zh: en } });
const type = (number: number): void => session.run(commands.setCell, { scenario: 'base', path: 'sectors/nev/intensity', period: '2026', value: number });
const present = (): Workbook => session.state.get().history.present;
/** Everything that was on its way to the library has arrived, and no base text since. */
const settled = (): Promise<void> => vi.waitFor(() => expect(keeper.isKept()).toBe(true));

async function recovered(): Promise<{ readonly workbook: Workbook; readonly left: number; readonly steps: number }> {
  const kept = value(await library.load('a'));
  if (!kept) throw new Error('Nothing was kept.');
  return { ...value(recoverWorkbook(kept, program)), steps: kept.rows.length };
}

beforeEach(() => {
  reports = [];
  backups = [];
  rows = [];
  held = null;
  isDoorGone = false;
  store = openLibraryStore();
  library = openLibrary(store, () => 1000, program);
});
afterEach(async () => {
  vi.restoreAllMocks();
  // What a keeper would write after its pause belongs to this test.
  await Promise.all(keepers.map((one) => one.flush()));
  keepers = [];
  store.close();
  await Dexie.delete(databaseName);
});

describe('the journal', () => {
  it('brings back what was done since the base text: commands, undo, redo, a jump, and what followed', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await keeper.flush();
    rename('One');
    type(4.2);
    session.undo();
    session.undo();
    session.redo();
    type(4.3);
    session.jump(2);
    rename('Two');
    await settled();
    const back = await recovered();
    expect(back.steps).toBeGreaterThan(6);
    expect(back.left).toBe(0);
    expect(serializeWorkbook(back.workbook)).toBe(serializeWorkbook(present()));
    expect(back.workbook.title.en).toBe('Two');
  });

  it('writes a base text at once for what no command can do again, and counts on from there', async () => {
    openWindow(sample);
    await settled();
    session.adopt({ ...sample, title: { en: 'From disk', zh: '来自磁盘' } }, { en: 'x', zh: 'x' });
    type(4.4);
    // Before the base text, into which undo leads.
    session.undo();
    session.undo();
    type(4.5);
    await settled();
    await keeper.flush();
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
  });

  it('keeps the steps while a base text is on its way, so that a crash in between loses none', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await keeper.flush();
    held = [];
    rename('Held');
    void keeper.flush();
    type(4.6);
    await vi.waitFor(async () => expect((await recovered()).steps).toBe(2));
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
    const waiting = held;
    held = null;
    waiting.forEach((go) => go());
    await vi.waitFor(async () => expect((await recovered()).steps).toBe(1));
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
  });

  it('goes on in the next window with the numbers of the one before', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    type(4.2);
    await settled();
    const kept = value(await library.load('a'));
    const back = await recovered();
    openWindow(back.workbook, kept?.rows.at(-1)?.n ?? 0, true);
    type(4.7);
    await settled();
    await keeper.flush();
    type(4.8);
    await settled();
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
    expect(value(await library.load('a'))?.record.savedText).toBe(serializeWorkbook(sample));
  });

  it('does not do again what another program did: its last base text is what comes back, and how much is missing is known', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await keeper.flush();
    const based = present();
    rename('Later');
    type(4.2);
    await settled();
    const kept = value(await library.load('a'));
    if (!kept) throw new Error('Nothing was kept.');
    const other = value(recoverWorkbook(kept, 'another one'));
    expect(other.left).toBe(2);
    expect(serializeWorkbook(other.workbook)).toBe(serializeWorkbook(based));
  });

  it('gives out in the list, the export and the copy what the steps made of it', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await keeper.flush();
    rename('With its steps');
    await settled();
    expect(value(await library.list())[0]).toMatchObject({ id: 'a', unsaved: true });
    const { files } = value(await library.exportAll());
    expect(files[0]?.text).toBe(serializeWorkbook(present()));
    const removed = value(await library.remove('a'));
    expect(value(await library.load('a'))).toBeNull();
    value(await library.putBack(removed));
    expect((await recovered()).workbook.title.en).toBe('With its steps');
  });

  it('reports a store that takes nothing, is not kept meanwhile, and writes everything once there is room', async () => {
    openWindow(sample);
    await settled();
    const full = new DOMException('no room', 'QuotaExceededError');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw full;
    });
    type(4.1);
    await vi.waitFor(() => expect(reports.at(-1)).toMatchObject({ ok: false, problem: { code: 'storage-full' } }));
    await keeper.flush();
    expect(keeper.isKept()).toBe(false);
    put.mockRestore();
    type(4.2);
    await keeper.flush();
    expect(keeper.isKept()).toBe(true);
    expect(reports.at(-1)).toEqual(ok(null));
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
  });

  it('writes over a record that can be read no more, and still knows what was saved', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await keeper.flush();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('damaged', 'DataError');
    });
    type(4.2);
    await keeper.flush();
    expect(reports.at(-1)).toMatchObject({ ok: false, problem: { code: 'storage-unavailable' } });
    await keeper.flush();
    expect(reports.at(-1)).toEqual(ok(null));
    get.mockRestore();
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
    expect(value(await library.load('a'))?.record.savedText).toBe(serializeWorkbook(sample));
  });

  it('ends at a step that is missing or damaged, and never throws', () => {
    const row = (n: number, step: unknown): JournalRow => ({ workbookId: 'a', n, program, at: 0, step: step as JournalRow['step'] });
    const renamed = (n: number, en: string): JournalRow => row(n, { kind: 'command', name: commands.renameWorkbook.name, args: { title: { en, zh: en } } });
    const titleAfter = (...list: JournalRow[]): string => replaySteps(sample, 3, list, program).workbook.title.en;
    expect(titleAfter(renamed(4, 'One'), renamed(5, 'Two'))).toBe('Two');
    expect(titleAfter(renamed(4, 'One'), renamed(6, 'Two'))).toBe('One');
    expect(titleAfter(renamed(4, 'One'), row(5, { kind: 'state', at: 3 }))).toBe(sample.title.en);
    for (const text of [null, undefined, 7]) expect(recoverWorkbook({ record: { id: 'a', text } as never, rows: [] }, program)).toMatchObject({ ok: false, problem: { code: 'file-empty' } });
    for (const step of [{ kind: 'state', at: 99 }, { kind: 'command', name: 'unknown', args: {} }, { kind: 'command', name: commands.setCell.name, args: null }, { kind: 'command', name: commands.setCell.name, args: { path: 7 } }]) {
      expect(replaySteps(sample, 3, [renamed(4, 'One'), row(5, step), renamed(6, 'Two')], program)).toMatchObject({ left: 2, workbook: { title: { en: 'One' } } });
    }
  });
});

describe('copies outside the library', () => {
  it('have the unsaved text with its steps, and go when the work is saved', async () => {
    openWindow(sample);
    await settled();
    expect(backups).toEqual([['a', null, 0]]);
    type(4.1);
    await vi.waitFor(() => expect(backups.at(-1)?.[1]).toBe(serializeWorkbook(present())));
    rename('Unsaved');
    await vi.waitFor(() => expect(rows).toHaveLength(2));
    expect(JSON.parse(rows[1] ?? '')).toMatchObject({ n: 2, program, step: { kind: 'command', name: commands.renameWorkbook.name } });
  });

  it('that throw are told, and the base texts after them are written', async () => {
    openWindow(sample);
    await settled();
    isDoorGone = true;
    type(4.1);
    await keeper.flush();
    expect(reports.at(-1)).toMatchObject({ ok: false, problem: { code: 'storage-unavailable', values: { cause: 'the door is gone' } } });
    isDoorGone = false;
    rename('Later');
    await keeper.flush();
    expect(reports.at(-1)).toEqual(ok(null));
    expect(backups.at(-1)?.[1]).toBe(serializeWorkbook(present()));
  });

  it('bring back what the library lost, and leave alone what it has', async () => {
    openWindow(sample);
    await settled();
    type(4.1);
    await vi.waitFor(() => expect(backups.at(-1)?.[2]).toBe(1));
    rename('Came back');
    await vi.waitFor(() => expect(rows).toHaveLength(2));
    const copy: SafetyCopy = { id: 'a', text: backups.at(-1)?.[1] ?? '', upTo: 1, rows: [...rows, '{"cut'] };
    const host = { safetyCopies: async (known: readonly string[]) => ok([copy, { id: 'torn', text: '{', upTo: 0, rows: [] }].filter(({ id }) => !known.includes(id))) } as unknown as Host;
    expect(await returnSafetyCopies(host, library, program)).toEqual([]);
    value(await library.remove('a'));
    expect((await returnSafetyCopies(host, library, program)).map(({ en }) => en)).toEqual(['Came back']);
    expect(serializeWorkbook((await recovered()).workbook)).toBe(serializeWorkbook(present()));
    const lines: string[] = [];
    expect(await returnSafetyCopies({ safetyCopies: async () => fail('file-not-readable'), log: (line: string) => void lines.push(line) } as unknown as Host, library, program)).toEqual([]);
    expect(lines).toHaveLength(1);
  });
});

describe('texts', () => {
  it('are those of a file, written in slices with pauses between, once for all who ask', async () => {
    let clock = 0;
    let pauses = 0;
    const texts = createTexts(
      async () => void (pauses += 1),
      () => (clock += 1),
    );
    const [one, two] = await Promise.all([texts.of(sample), texts.of(sample)]);
    expect(one.join('')).toBe(serializeWorkbook(sample));
    expect(two).toBe(one);
    expect(pauses).toBeGreaterThan(10);
    const after = pauses;
    await texts.of(sample);
    expect(pauses).toBe(after);
  });

  it('become the bytes of a file in slices, no character cut in two', async () => {
    const text = `${'磁𠮷a'.repeat(300_000)}𠮷`;
    let pauses = 0;
    const bytes = await encodeText(text, async () => void (pauses += 1));
    expect(Buffer.from(bytes).equals(Buffer.from(text, 'utf8'))).toBe(true);
    expect(pauses).toBeGreaterThan(1);
    expect(Buffer.from(await encodeText('短')).toString('utf8')).toBe('短');
  });
});
