import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLastDrafts } from '../../renderer/library/lastDrafts.ts';
import { openLibrary, type Library } from '../../renderer/library/library.ts';
import { databaseName, openLibraryStore, type LibraryStore } from '../../renderer/library/libraryStore.ts';
import type { LibraryRecord } from '../../renderer/library/records.ts';
import { createFileHandles } from '../../renderer/library/fileHandles.ts';
import { createTextWork } from '../../renderer/library/textWork.ts';
import { createVersions, type Versions } from '../../renderer/library/versions.ts';
import type { Result } from '../../shared/result.ts';
import { shippedText } from '../support/shippedWorkbook.ts';

const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2025, 9, 1, 8);
let now = start;
let store: LibraryStore;
let library: Library;
let versions: Versions;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const code = <T>(result: Result<T>): string => (result.ok ? 'done' : result.problem.code);

const record = (id: string, part: Partial<LibraryRecord> = {}): Omit<LibraryRecord, 'updatedAt'> => ({
  id,
  title: { en: `Title ${id}`, zh: `标题 ${id}` },
  text: shippedText,
  savedText: shippedText,
  fileName: null,
  ...part,
});

const snapshot = (text: string, workbookId = 'a') => ({ workbookId, text: [text], scenarios: 3, gap: [1, null, -2] });

beforeEach(() => {
  now = start;
  let next = 0;
  store = openLibraryStore();
  library = openLibrary(store, () => now, 'test');
  versions = createVersions(store, createTextWork(store, () => null, () => undefined), () => now, () => `version-${String((next += 1)).padStart(4, '0')}`);
});
afterEach(async () => {
  vi.restoreAllMocks();
  store.close();
  await Dexie.delete(databaseName);
});

/** What only a damaged or a foreign program would write. */
async function write(table: string, row: unknown): Promise<void> {
  value(await store.attempt((database) => database.table(table).put(row)));
}

describe('the library', () => {
  it('lists pinned ones first, then the newest change; a draft does not unpin', async () => {
    for (const id of ['a', 'b', 'c']) {
      now += 1000;
      value(await library.keep(record(id)));
    }
    value(await library.pin('a', true));
    now += 1000;
    value(await library.keep(record('a', { text: 'edited' })));
    value(await library.keep(record('b')));
    const listed = value(await library.list());
    expect(listed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(listed.map(({ pinned, unsaved }) => [pinned, unsaved])).toEqual([[true, true], [false, false], [false, false]]);
    expect(value(await library.newest())).toMatchObject({ kept: { record: { id: 'b' } }, unread: 0 });
    value(await library.pin('a', false));
    now += 1000;
    value(await library.keep(record('c')));
    expect(value(await library.list())[0]?.id).toBe('c');
  });

  it('lists a damaged record with what can still be said, and writes every record out, the damaged one as it is', async () => {
    value(await library.keep(record('a')));
    value(await library.keep(record('b')));
    const torn = shippedText.slice(0, 400);
    value(await library.keep(record('torn', { text: torn })));
    await write('workbooks', { id: 'empty', title: 7, text: null, updatedAt: 'never' });
    const listed = value(await library.list());
    expect(listed.map(({ id }) => id).sort()).toEqual(['a', 'b', 'empty', 'torn']);
    expect(listed.find(({ id }) => id === 'empty')).toMatchObject({ title: null, fileName: null, size: 0, updatedAt: 0 });
    const { files, unread } = value(await library.exportAll());
    expect(unread).toBe(0);
    expect(files.map(({ name, damaged }) => [name, damaged])).toEqual([
      ['China NdFeB magnets.lodestone', false],
      ['China NdFeB magnets 2.lodestone', false],
      ['workbook empty.damaged.lodestone', true],
      ['workbook torn.damaged.lodestone', true],
    ]);
    expect(files[0]?.text).toBe(shippedText);
    expect(files[3]?.text).toBe(torn);
    expect(files[2]?.text).toContain('"id": "empty"');
  });

  it('lists a record that the store cannot read, from its newest version; it can be removed, and the one before it opens', async () => {
    value(await library.keep(record('a')));
    now += 1000;
    value(await library.keep(record('b', { fileName: 'b.lodestone' })));
    value(await library.pin('b', true));
    value(await versions.keep(snapshot('text of b', 'b'), null));
    value(await createFileHandles(store).keep({ id: 'b', handle: { kind: 'file', name: 'b.lodestone' } as unknown as FileSystemFileHandle, fingerprint: 'one' }));
    const { get } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, key) {
      if (this.name !== 'workbooks' || key !== 'b') return get.call(this, key);
      // So does Chromium: the transaction is over with it.
      this.transaction.abort();
      throw new DOMException('Data lost due to missing file.', 'NotReadableError');
    });
    expect(value(await library.list())).toMatchObject([
      { id: 'b', unread: true, title: null, fileName: 'b.lodestone', updatedAt: now, size: 9, gap: [1, null, -2], pinned: true, unsaved: false },
      { id: 'a', unread: false },
    ]);
    expect(code(await library.load('b'))).toBe('storage-unavailable');
    expect(value(await library.newest())).toMatchObject({ kept: { record: { id: 'a' } }, unread: 1 });
    expect(value(await library.exportAll())).toMatchObject({ files: [{ name: 'China NdFeB magnets.lodestone' }], unread: 1 });
    expect(value(await library.remove('b'))).toMatchObject({ versions: [{ workbookId: 'b' }] });
    expect(value(await library.list()).map(({ id }) => id)).toEqual(['a']);
    expect(value(await versions.list('b'))).toEqual([]);
  });

  it('takes a workbook out with its versions and puts all of it back', async () => {
    value(await library.keep(record('a')));
    value(await library.keep(record('b')));
    value(await library.pin('a', true));
    const kept = value(await versions.keep(snapshot('text of a'), 'Mine'));
    value(await versions.keep(snapshot('text of b', 'b'), null));
    const removed = value(await library.remove('a'));
    expect(value(await library.list()).map(({ id }) => id)).toEqual(['b']);
    expect(value(await versions.list('a'))).toEqual([]);
    expect(value(await versions.text(kept.id))).toBeNull();
    expect(value(await versions.list('b'))).toHaveLength(1);
    value(await library.putBack(removed));
    expect(value(await library.list())[0]).toMatchObject({ id: 'a', pinned: true });
    expect(value(await versions.text(kept.id))).toBe('text of a');
    expect(value(await versions.list('a'))[0]?.name).toBe('Mine');
  });

  it('says that the store is full, keeps what was there, and goes on when there is room again', async () => {
    value(await library.keep(record('a', { text: 'before' })));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(code(await library.keep(record('a', { text: 'after' })))).toBe('storage-full');
    expect(code(await versions.keep(snapshot('after'), null))).toBe('storage-full');
    put.mockImplementation(() => {
      throw new DOMException('Failed to write blobs (IOError)', 'DataError');
    });
    expect(code(await library.keep(record('a', { text: 'after' })))).toBe('storage-not-written');
    put.mockRestore();
    expect(value(await library.load('a'))?.record.text).toBe('before');
    expect(value(await versions.list('a'))).toEqual([]);
    expect(code(await library.keep(record('a', { text: 'after' })))).toBe('done');
  });

  it('opens the database of the first release with everything in it', async () => {
    const first = new Dexie(databaseName);
    first.version(1).stores({ workbooks: 'id, updatedAt' });
    await first.table('workbooks').put({ ...record('old'), updatedAt: 5 });
    first.close();
    expect(value(await library.list())[0]).toMatchObject({ id: 'old', gap: null, savedAt: null, pinned: false });
    expect(code(await versions.keep(snapshot('text', 'old'), null))).toBe('done');
  });

  it('refuses the database of a newer program and leaves it as it is', async () => {
    const newer = new Dexie(databaseName);
    newer.version(9).stores({ workbooks: 'id', later: 'id' });
    await newer.table('later').put({ id: 'x' });
    newer.close();
    expect(code(await library.list())).toBe('library-too-new');
    expect(code(await library.keep(record('a')))).toBe('library-too-new');
    const [found] = (await indexedDB.databases()).filter(({ name }) => name === databaseName);
    expect(found?.version).toBe(90);
    const again = await new Dexie(databaseName).open();
    expect(await again.table('later').count()).toBe(1);
    expect(await again.table('workbooks').count()).toBe(0);
    again.close();
  });

  it('lets go of the database for a newer program in another window, and is refused from then on', async () => {
    value(await library.keep(record('a')));
    const newer = new Dexie(databaseName);
    newer.version(9).stores({ workbooks: 'id, updatedAt', marks: 'id', versions: 'id, workbookId', versionTexts: 'id, workbookId' });
    await newer.open();
    expect(code(await library.keep(record('b')))).toBe('library-too-new');
    newer.close();
  });
});

describe('the file of a workbook', () => {
  it('is kept over a restart, the newest one, and none where none was', async () => {
    // What the database holds is a copy, so that a plain object stands for the browser's handle.
    const handle = (name: string): FileSystemFileHandle => ({ kind: 'file', name }) as unknown as FileSystemFileHandle;
    value(await createFileHandles(store).keep({ id: 'a', handle: handle('a.lodestone'), fingerprint: 'one' }));
    value(await createFileHandles(store).keep({ id: 'a', handle: handle('b.lodestone'), fingerprint: 'two' }));
    store.close();
    store = openLibraryStore();
    expect(value(await createFileHandles(store).find('a'))).toEqual({ id: 'a', handle: handle('b.lodestone'), fingerprint: 'two' });
    expect(value(await createFileHandles(store).find('b'))).toBeNull();
  });
});

/** The part of the browser's Storage that is used. */
function memoryStorage(limit = Number.POSITIVE_INFINITY): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (at: number) => [...items.keys()][at] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, text: string) {
      if (text.length > limit) throw new DOMException('no room', 'QuotaExceededError');
      items.set(key, text);
    },
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
}

describe('the last edit of a window that is closed', () => {
  const edited = shippedText.replace('China NdFeB magnets', 'As it was left');

  it('comes into the library at the next start, once', async () => {
    const storage = memoryStorage();
    value(await library.keep(record('a', { fileName: 'a.lodestone' })));
    now += 300;
    createLastDrafts(storage).leave('a', edited, now);
    value(await createLastDrafts(storage).collect(library));
    expect(value(await library.load('a'))?.record).toMatchObject({ text: edited, savedText: shippedText, fileName: 'a.lodestone', title: { en: 'As it was left' } });
    expect(storage.length).toBe(0);
  });

  it('gives way to what another window wrote since, and to a workbook that was removed', async () => {
    const storage = memoryStorage();
    createLastDrafts(storage).leave('a', edited, now);
    createLastDrafts(storage).leave('gone', edited, now);
    now += 300;
    value(await library.keep(record('a')));
    value(await createLastDrafts(storage).collect(library));
    expect(value(await library.load('a'))?.record.text).toBe(shippedText);
    expect(value(await library.load('gone'))).toBeNull();
    expect(storage.length).toBe(0);
  });

  it('that finds no room does not hold the window back', () => {
    const storage = memoryStorage(10);
    createLastDrafts(storage).leave('a', edited, now);
    expect(storage.length).toBe(0);
  });
});

describe('versions', () => {
  it('keeps a state once, newest first, and gives its text back', async () => {
    const one = value(await versions.keep(snapshot('one'), null));
    now += 1000;
    expect(value(await versions.keep(snapshot('one'), null)).id).toBe(one.id);
    const two = value(await versions.keep(snapshot('two 二'), null));
    expect(value(await versions.list('a')).map(({ id }) => id)).toEqual([two.id, one.id]);
    expect(value(await versions.text(two.id))).toBe('two 二');
    expect(value(await versions.list('a'))[0]).toMatchObject({ scenarios: 3, gap: [1, null, -2], size: 5, at: now });
  });

  it('names the newest version rather than keeping the same state twice', async () => {
    const one = value(await versions.keep(snapshot('one'), null));
    expect(value(await versions.keep(snapshot('one'), 'Review'))).toMatchObject({ id: one.id, name: 'Review' });
    // Kept again without a name, it keeps the one it has.
    expect(value(await versions.keep(snapshot('one'), null)).name).toBe('Review');
    expect(value(await versions.list('a'))).toHaveLength(1);
  });

  it('gives a version a name later, or another one, and says when it is gone', async () => {
    const one = value(await versions.keep(snapshot('one'), null));
    now += 1000;
    const two = value(await versions.keep(snapshot('two'), null));
    expect(value(await versions.rename(one.id, 'First'))).toEqual({ ...one, name: 'First' });
    expect(value(await versions.rename(one.id, 'Before the review'))?.name).toBe('Before the review');
    expect(value(await versions.rename('unknown', 'x'))).toBeNull();
    // From now on it is never thinned out, whatever comes after it.
    now += 4000 * day;
    value(await versions.keep(snapshot('later'), null));
    const left = value(await versions.list('a')).map(({ id, name }) => [id, name]);
    expect(left).toContainEqual([one.id, 'Before the review']);
    expect(value(await versions.text(one.id))).toBe('one');
    expect(value(await versions.list('a')).find(({ id }) => id === two.id)?.name ?? null).toBeNull();
  });

  it('thins the automatic ones with the text of each, never the named ones', async () => {
    const named = value(await versions.keep(snapshot('named'), 'Review'));
    for (let hour = 0; hour < 30; hour += 1) {
      now += 60 * 60 * 1000;
      value(await versions.keep(snapshot(`state ${String(hour)}`), null));
    }
    now += 400 * day;
    value(await versions.keep(snapshot('much later'), null));
    const left = value(await versions.list('a'));
    expect(left[0]?.digest).not.toBe(named.digest);
    expect(left.map(({ id }) => id)).toContain(named.id);
    expect(left.length).toBeLessThanOrEqual(4);
    const texts = value(await store.attempt((database) => database.versionTexts.toCollection().primaryKeys()));
    expect([...texts].sort()).toEqual(left.map(({ id }) => id).sort());
  });

  it('says of a version whose text is damaged that it cannot be read', async () => {
    const one = value(await versions.keep(snapshot('one'), null));
    await write('versionTexts', { id: one.id, workbookId: 'a', packed: new Uint8Array([1, 2, 3]) });
    expect(code(await versions.text(one.id))).toBe('storage-unavailable');
    expect(value(await versions.text('unknown'))).toBeNull();
  });
});
