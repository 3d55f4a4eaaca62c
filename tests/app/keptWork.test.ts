import { beforeEach, describe, expect, it, vi } from 'vitest';
import { checkDisk } from '../../renderer/diskCheck.ts';
import { createTexts } from '../../renderer/library/texts.ts';
import { createVersionKeeper } from '../../renderer/library/versionKeeper.ts';
import type { VersionHead } from '../../renderer/library/records.ts';
import type { Snapshot, Versions } from '../../renderer/library/versions.ts';
import { offerRecovery } from '../../renderer/recovery.ts';
import { createSession, isUnsaved, startSession, type Session } from '../../renderer/store/session.ts';
import { commands } from '../../shared/commands/registry.ts';
import { parseWorkbook } from '../../shared/file/parseWorkbook.ts';
import { serializeWorkbook } from '../../shared/file/serializeWorkbook.ts';
import type { FileToken, Host, OpenedFile } from '../../shared/host.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { Workbook } from '../../shared/model/workbook.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { shippedWorkbook } from '../support/shippedWorkbook.ts';

const sample = shippedWorkbook();
const label: Phrase = { en: 'Overwrite', zh: '覆盖' };

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

const titled = (en: string): Workbook => ({ ...sample, title: { en, zh: en } });
const fileOf = (workbook: Workbook): OpenedFile => {
  const text = serializeWorkbook(workbook);
  return { token: 'token-of-the-file' as FileToken, name: 'a.lodestone', text, fingerprint: String(text.length) + text.slice(-400) + workbook.title.en };
};

/** A host with one file, which tests change behind the session's back. */
function hostWith(file: () => Result<OpenedFile>, part: Partial<Host> = {}): Host {
  return { readFile: async () => file(), ...part } as Host;
}

function openSession(host: Host): Session {
  const { token, name, fingerprint } = fileOf(sample);
  return createSession(host, { ...startSession('one', sample), fileName: name, file: token === null ? null : { token, name, fingerprint } });
}

const run = (session: Session, id: 'disk' | 'recovery', button: string): void => {
  const notice = session.state.get().standing.find((one) => one.id === id);
  const action = notice?.actions?.find(({ label: of }) => of.en === button);
  if (!action) throw new Error(`There is no ${button}.`);
  action.run();
};

describe('a file that changes on disk', () => {
  let file: Result<OpenedFile> = ok(fileOf(sample));
  beforeEach(() => void (file = ok(fileOf(sample))));
  const session = (): Session => openSession(hostWith(() => file));

  it('is told once it differs, and no more when it is as it was', async () => {
    const host = hostWith(() => file);
    const one = openSession(host);
    await checkDisk(host, one);
    expect(one.state.get().standing).toEqual([]);
    file = ok(fileOf(titled('Theirs')));
    await checkDisk(host, one);
    await checkDisk(host, one);
    expect(one.state.get().standing.map(({ id }) => id)).toEqual(['disk']);
    file = ok(fileOf(sample));
    await checkDisk(host, one);
    expect(one.state.get().standing).toEqual([]);
  });

  it('reload takes the file as one step, saved as it is; undo brings back what stood here', async () => {
    const host = hostWith(() => file);
    const one = openSession(host);
    one.run(commands.renameWorkbook, { title: { en: 'Mine', zh: '我的' } });
    file = ok(fileOf(titled('Theirs')));
    await checkDisk(host, one);
    run(one, 'disk', 'Reload');
    expect(one.state.get().history.present.title.en).toBe('Theirs');
    expect(isUnsaved(one.state.get())).toBe(false);
    expect(one.state.get().file?.fingerprint).toBe(done(file).fingerprint);
    one.undo();
    expect(one.state.get().history.present.title.en).toBe('Mine');
    expect(isUnsaved(one.state.get())).toBe(true);
  });

  it('keep mine counts as unsaved, is not asked again, and the next save writes over what was seen', async () => {
    const saves: string[] = [];
    const host = hostWith(() => file, {
      saveFile: async (token, _text, fingerprint) => {
        saves.push(fingerprint);
        return ok({ token, name: 'a.lodestone', fingerprint: 'after' });
      },
    });
    const one = openSession(host);
    file = ok(fileOf(titled('Theirs')));
    await checkDisk(host, one);
    run(one, 'disk', 'Keep mine');
    expect(one.state.get().history.present).toBe(sample);
    expect(isUnsaved(one.state.get())).toBe(true);
    await checkDisk(host, one);
    expect(one.state.get().standing).toEqual([]);
    expect(await one.save(false, label)).toBe(true);
    expect(saves).toEqual([done(file).fingerprint]);
    expect(isUnsaved(one.state.get())).toBe(false);
  });

  it('a file that is no workbook any more cannot be reloaded; one that is gone is left to Save', async () => {
    const host = hostWith(() => file);
    const one = session();
    file = ok({ ...fileOf(sample), text: '{', fingerprint: 'torn' });
    await checkDisk(host, one);
    expect(one.state.get().standing[0]?.actions?.map(({ label: of }) => of.en)).toEqual(['Keep mine']);
    const other = session();
    file = fail('file-not-found');
    await checkDisk(host, other);
    expect(other.state.get().standing).toEqual([]);
  });

  it('is not looked at while a save is under way, which is a change of our own', async () => {
    let end: () => void = () => undefined;
    const writing = new Promise<void>((go) => (end = go));
    const host = hostWith(() => file, {
      saveFile: async (token) => {
        file = ok(fileOf(titled('Written')));
        await writing;
        return ok({ token, name: 'a.lodestone', fingerprint: done(file).fingerprint });
      },
    });
    const one = openSession(host);
    const saved = one.save(false, label);
    await checkDisk(host, one);
    expect(one.state.get().standing).toEqual([]);
    end();
    expect(await saved).toBe(true);
    await checkDisk(host, one);
    expect(one.state.get().standing).toEqual([]);
  });
});

it('a save that fails offers another place, and what is written there counts', async () => {
  const saveFileAs = vi.fn(async () => ok({ token: 'token-of-elsewhere' as FileToken, name: 'b.lodestone', fingerprint: 'b' }));
  const session = openSession({ saveFile: async () => fail('file-save-failed', { place: 'a.lodestone', values: { step: 'write', cause: 'ENOSPC' } }), saveFileAs } as unknown as Host);
  session.run(commands.renameWorkbook, { title: { en: 'Mine', zh: '我的' } });
  expect(await session.save(false, label)).toBe(false);
  const [elsewhere] = session.state.get().notice?.actions ?? [];
  expect(elsewhere?.label.en).toBe('Save elsewhere…');
  elsewhere?.run();
  await vi.waitFor(() => expect(isUnsaved(session.state.get())).toBe(false));
  expect(session.state.get().fileName).toBe('b.lodestone');
});

describe('recovered work', () => {
  const recovered = (keepCopy = async (_workbook: Workbook): Promise<boolean> => true): Session => {
    const session = createSession({} as Host, { ...startSession('one', titled('Recovered')), saved: sample, fileName: 'a.lodestone' });
    offerRecovery(session, 'a.lodestone', keepCopy);
    return session;
  };

  it('tells its differences and stays open when that is chosen', () => {
    const session = recovered();
    const found = done(session.state.get().standing[0]?.comparison?.find() ?? fail('storage-unavailable'));
    expect(found).toMatchObject({ inputs: [], parts: ['title'] });
    run(session, 'recovery', 'Go on with the recovered');
    expect(session.state.get().standing).toEqual([]);
    expect(session.state.get().history.present.title.en).toBe('Recovered');
    expect(isUnsaved(session.state.get())).toBe(true);
  });

  it('gives way to the saved as one step that undo takes back', () => {
    const session = recovered();
    run(session, 'recovery', 'Open the saved');
    expect(session.state.get().history.present).toBe(sample);
    expect(isUnsaved(session.state.get())).toBe(false);
    session.undo();
    expect(session.state.get().history.present.title.en).toBe('Recovered');
  });

  it('is kept beside the saved, and only then put away', async () => {
    const copies: string[] = [];
    const session = recovered(async ({ title }) => copies.push(title.en) > 0);
    run(session, 'recovery', 'Keep both');
    await vi.waitFor(() => expect(session.state.get().history.present).toBe(sample));
    expect(copies).toEqual(['Recovered']);
    const failing = recovered(async () => false);
    run(failing, 'recovery', 'Keep both');
    await Promise.resolve();
    expect(failing.state.get().history.present.title.en).toBe('Recovered');
    expect(failing.state.get().standing).toHaveLength(1);
  });
});

describe('a restored version', () => {
  it('comes back whole although a scenario is locked, and is no step where nothing differs', () => {
    const locked = done(commands.lockScenario.run(sample, { scenario: 'base', locked: true }));
    const before = done(parseWorkbook(serializeWorkbook(titled('Before'))));
    const name = { en: 'Monday', zh: '周一' };
    expect(done(commands.restoreVersion.run(locked, { workbook: before, name }))).toBe(before);
    expect(done(commands.restoreVersion.run(sample, { workbook: done(parseWorkbook(serializeWorkbook(sample))), name }))).toBe(sample);
  });
});

describe('when versions are made', () => {
  const minute = 60_000;
  let now = 0;
  let kept: (readonly [string, string, string | null])[] = [];
  const keeper = () => {
    const keep = async ({ workbookId, text }: Snapshot, name: string | null): Promise<Result<VersionHead>> => {
      kept.push([workbookId, done(parseWorkbook(text.join(''))).title.en, name]);
      return ok({ id: 'v', workbookId, at: now, name, digest: '', size: 0, scenarios: 0, gap: [] });
    };
    return createVersionKeeper({ keep } as Versions, createTexts(async () => undefined), () => now, () => undefined);
  };
  beforeEach(() => {
    now = 1_000_000;
    kept = [];
  });

  it('at opening, at each save, at the first edit after ten minutes of quiet, and when it is given a name', async () => {
    const versions = keeper();
    versions.opened('a', titled('Opened'));
    versions.edited('a', titled('Opened'));
    now += 9 * minute;
    versions.edited('a', titled('Soon'));
    now += 10 * minute;
    versions.edited('a', titled('After the pause'));
    versions.saved('a', titled('Saved'));
    await versions.name('a', titled('Named'), 'Review');
    await versions.settle();
    expect(kept).toEqual([['a', 'Opened', null], ['a', 'After the pause', null], ['a', 'Saved', null], ['a', 'Named', 'Review']]);
  });
});
