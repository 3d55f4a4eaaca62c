import { describe, expect, it } from 'vitest';
import { answerRequest, operationNames, type DoorHandlers, type SenderFrame } from '../../electron/door/answerRequest.ts';
import { requestSchemas } from '../../electron/door/requestSchemas.ts';
import { createDesktopHost } from '../../renderer/host/desktopHost.ts';
import type { DesktopBridge, OperationName } from '../../shared/desktopBridge.ts';
import { fail, ok } from '../../shared/result.ts';

const token = '0f8fad5b-d9cb-469f-a165-70867728950e';
const fingerprint = 'a'.repeat(64);
const job = { workbookText: '{}', scenario: 'base', language: 'en', paper: 'A4' };
const sent = { workbookText: '{}', scenarios: ['base'], language: 'both', paper: 'A3' };
const own: SenderFrame = { url: 'app://lodestone/index.html', isMainFrame: true };

/** For every operation what passes, and what must not. */
const examples: Readonly<Record<OperationName, { readonly good: readonly unknown[]; readonly bad: readonly (readonly unknown[])[] }>> = {
  openFile: { good: [], bad: [['/etc/passwd']] },
  openRecent: { good: [token], bad: [[], ['/etc/passwd'], ['../../x'], [7]] },
  recentFiles: { good: [], bad: [[1]] },
  takeLaunchFile: { good: [], bad: [['/a.lodestone']] },
  openDropped: { good: ['/home/me/a.lodestone'], bad: [[''], ['/etc/passwd'], [{}], []] },
  readFile: { good: [token], bad: [[], ['/etc/passwd'], [7]] },
  saveFile: {
    good: [token, 'text', fingerprint, false],
    bad: [[token, 'text', fingerprint], ['/etc/passwd', 'text', fingerprint, true], [token, 7, fingerprint, false], [token, 'text', 'none', false], [token, 'text', fingerprint, 'yes'], [token, 'text', fingerprint, false, 1]],
  },
  sendPiece: { good: [token, 'text'], bad: [['/etc/passwd', 'text'], [token, 7], [token], [token, 'text', 1]] },
  saveFileAs: { good: ['a.lodestone', { sent: token }], bad: [['a.lodestone'], ['', 'text'], [null, 'text'], ['a', { sent: '../x' }], ['a', { sent: token, path: '/etc' }]] },
  exportFiles: { good: [[{ name: 'a.lodestone', text: '{}' }]], bad: [[], [[{ name: 'a.lodestone' }]], [[{ name: '', text: '' }]], [[{ name: 'a', text: '', path: '/etc' }]]] },
  backup: { good: ['id-1', null, 0], bad: [['../id', 'text', 0], ['', 'text', 0], ['id', 7, 0], ['id'], ['id', 'text'], ['id', 'text', -1], ['id', 'text', 0.5]] },
  rememberFile: { good: ['id-1', { token: 'token-of-sixteen', fingerprint: 'a'.repeat(64) }], bad: [['../id', { token: 'token-of-sixteen', fingerprint: 'a'.repeat(64) }], ['id', { token: '/etc/passwd', fingerprint: 'a'.repeat(64) }], ['id']] },
  recallFile: { good: ['id-1'], bad: [['../id'], [7]] },
  backupStep: { good: ['id-1', '{}'], bad: [['../id', '{}'], ['id', 7], ['id']] },
  safetyCopies: { good: [['id-1']], bad: [[['../id']], ['id'], []] },
  exportPdf: { good: [job, 'a.pdf'], bad: [[{ ...job, paper: 'A0' }, 'a.pdf'], [{ ...job, url: 'https://a.example' }, 'a.pdf'], [job]] },
  exportPdfs: { good: [sent, ['a.pdf']], bad: [[sent], [sent, ['']], [{ ...sent, scenarios: [] }, ['a.pdf']], [job, ['a.pdf']]] },
  exportPage: { good: [sent, 'a.html'], bad: [[sent], [job, 'a.html'], [{ ...sent, language: 'de' }, 'a.html']] },
  stopReport: { good: [], bad: [[1]] },
  printReport: { good: [job], bad: [[], ['job'], [{ ...job, language: 'de' }]] },
  setWindowState: { good: [{ title: 'x', unsaved: true, language: 'zh' }], bad: [[{ title: 'x' }], [null], [{ title: 'x', unsaved: 1, language: 'zh' }]] },
  finishClose: { good: [true], bad: [[], ['true']] },
  log: { good: ['line'], bad: [[], ['x'.repeat(10_001)], [{}]] },
};

function setUp(answer: () => Promise<unknown> = async () => ok(null)) {
  const calls: (readonly [string, readonly unknown[]])[] = [];
  const lines: string[] = [];
  const handlers = Object.fromEntries(
    operationNames.map((name) => [
      name,
      (...args: readonly unknown[]) => {
        calls.push([name, args]);
        return answer();
      },
    ]),
  ) as unknown as DoorHandlers;
  return { calls, lines, handlers, log: (line: string) => void lines.push(line) };
}

describe('the door between window and main process', () => {
  it('has a schema for every method of the Host', () => {
    const host = createDesktopHost({} as DesktopBridge);
    const methods = Object.keys(host).filter((name) => name !== 'capabilities' && name !== 'onRequest');
    // Pieces are how the texts of three of them cross.
    expect(Object.keys(requestSchemas).sort()).toEqual([...methods, 'sendPiece'].sort());
  });

  it.each(operationNames)('%s passes what fits and nothing else', async (name) => {
    const { calls, handlers, log } = setUp();
    expect(await answerRequest(name, own, examples[name].good, handlers, log)).toEqual(ok(null));
    expect(calls).toEqual([[name, examples[name].good]]);
    expect(examples[name].bad.length).toBeGreaterThan(0);
    for (const bad of examples[name].bad) {
      expect(await answerRequest(name, own, bad, handlers, log), JSON.stringify(bad)).toMatchObject({ ok: false, problem: { code: 'host-refused' } });
    }
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['a foreign origin', { url: 'https://example.org/', isMainFrame: true }],
    ['another host of the scheme', { url: 'app://other/index.html', isMainFrame: true }],
    ['a look-alike', { url: 'https://lodestone/index.html', isMainFrame: true }],
    ['a page without an address', { url: '', isMainFrame: true }],
    ['a frame inside the window', { url: 'app://lodestone/report.html', isMainFrame: false }],
    ['a frame that is gone', null],
  ] as const)('refuses %s, and logs it', async (_what, sender) => {
    const { calls, lines, handlers, log } = setUp();
    for (const name of operationNames) {
      expect(await answerRequest(name, sender, examples[name].good, handlers, log)).toMatchObject({ ok: false, problem: { code: 'host-refused' } });
    }
    expect(calls).toEqual([]);
    expect(lines).toHaveLength(operationNames.length);
  });

  it('refuses a window that is none of ours', async () => {
    const { log } = setUp();
    expect(await answerRequest('openFile', own, [], null, log)).toMatchObject({ problem: { code: 'host-refused' } });
  });

  it('passes expected failures on and turns a bug into a refusal with its stack in the log', async () => {
    const expected = setUp(async () => fail('file-not-found'));
    expect(await answerRequest('openFile', own, [], expected.handlers, expected.log)).toEqual(fail('file-not-found'));
    const bug = setUp(() => Promise.reject(new Error('a bug')));
    expect(await answerRequest('openFile', own, [], bug.handlers, bug.log)).toEqual(fail('host-refused', { values: { cause: 'a bug' } }));
    expect(bug.lines[0]).toContain('door.test.ts');
  });
});
