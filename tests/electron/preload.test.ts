import { describe, expect, it, vi } from 'vitest';
import { createDesktopHost } from '../../renderer/host/desktopHost.ts';
import { followRequests } from '../../renderer/host/followRequests.ts';
import { operationChannel, requestChannel } from '../../shared/desktopBridge.ts';
import type { FileToken, HostRequest } from '../../shared/host.ts';
import { fail, ok } from '../../shared/result.ts';
import { createPreloadElectron } from '../support/electronPreload.ts';

async function setUp(answer: unknown = ok(null)) {
  const calls: (readonly [string, readonly unknown[]])[] = [];
  const half = createPreloadElectron(
    async (channel, args) => {
      calls.push([channel, args]);
      return answer;
    },
    (file) => (file instanceof File ? `/dropped/${file.name}` : ''),
  );
  vi.resetModules();
  vi.doMock('electron', () => half.electron);
  await import('../../electron/preload.ts');
  vi.doUnmock('electron');
  const bridge = half.exposed['lodestone'];
  if (bridge === undefined) throw new Error('nothing exposed');
  return { calls, bridge, exposed: half.exposed, receive: half.receive, host: createDesktopHost(bridge) };
}

describe('the preload and the host over it', () => {
  it('exposes functions only, one for each operation, and nothing of Electron’s', async () => {
    const { exposed, bridge } = await setUp();
    expect(Object.keys(exposed)).toEqual(['lodestone']);
    expect(Object.values(bridge).every((member) => typeof member === 'function')).toBe(true);
    for (const name of ['invoke', 'send', 'on', 'ipcRenderer']) expect(bridge).not.toHaveProperty(name);
  });

  it('carries every call of the Host over its own channel', async () => {
    const { calls, host } = await setUp();
    const token = 't' as FileToken;
    const job = { workbookText: '{}', scenario: 'base', language: 'en', paper: 'A4' } as const;
    const sent = { workbookText: '{}', scenarios: ['base'], language: 'zh', paper: 'A4' } as const;
    const state = { title: 'x', unsaved: false, language: 'en' } as const;
    await host.openFile();
    await host.openRecent(token);
    await host.takeLaunchFile();
    await host.openDropped(new File(['{}'], 'a.lodestone'));
    await host.saveFile(token, ['text'], 'print');
    await host.saveFileAs('a', ['text']);
    await host.backup('id', null, 3);
    await host.exportPdf(job, 'a.pdf');
    await host.exportPdfs(sent, ['a.pdf']);
    await host.exportPage(sent, 'a.html');
    host.stopReport();
    await host.printReport(job);
    host.setWindowState(state);
    host.finishClose(true);
    host.log('line');
    expect(calls).toEqual([
      [operationChannel('openFile'), []],
      [operationChannel('openRecent'), [token]],
      [operationChannel('takeLaunchFile'), []],
      [operationChannel('openDropped'), ['/dropped/a.lodestone']],
      [operationChannel('saveFile'), [token, 'text', 'print', false]],
      [operationChannel('saveFileAs'), ['a', 'text']],
      [operationChannel('backup'), ['id', null, 3]],
      [operationChannel('exportPdf'), [job, 'a.pdf']],
      [operationChannel('exportPdfs'), [sent, ['a.pdf']]],
      [operationChannel('exportPage'), [sent, 'a.html']],
      [operationChannel('stopReport'), []],
      [operationChannel('printReport'), [job]],
      [operationChannel('setWindowState'), [state]],
      [operationChannel('finishClose'), [true]],
      [operationChannel('log'), ['line']],
    ]);
  });

  it('sends a large text ahead in pieces, and not the job where a piece is refused', async () => {
    const { calls, host } = await setUp();
    await host.saveFile('t' as FileToken, ['one', 'two'], 'print', true);
    await host.backup('id', ['one', 'two', 'three'], 3);
    const names = calls.map(([channel, args]) => [channel, args.slice(1)]);
    const [first, second] = [calls[0]?.[1][0], calls[3]?.[1][0]];
    expect(first).not.toBe(second);
    expect(names.filter(([channel]) => channel === operationChannel('sendPiece')).map(([, args]) => args)).toEqual([['one'], ['two'], ['one'], ['two'], ['three']]);
    expect(calls[2]).toEqual([operationChannel('saveFile'), ['t', { sent: first }, 'print', true]]);
    expect(calls[6]).toEqual([operationChannel('backup'), ['id', { sent: second }, 3]]);
    const refusing = await setUp(fail('host-refused'));
    expect(await refusing.host.saveFileAs('a', ['one', 'two'])).toEqual(fail('host-refused'));
    expect(refusing.calls).toHaveLength(1);
  });

  it('gives no recent files where the list is refused, and opens nothing that was not dropped', async () => {
    const { calls, host } = await setUp(fail('host-refused'));
    expect(await host.recentFiles()).toEqual([]);
    expect(await host.openDropped('/etc/passwd')).toEqual(fail('file-not-readable'));
    expect(calls).toHaveLength(1);
  });

  it('keeps requests until the page listens and passes them without the event', async () => {
    const { bridge, receive } = await setUp();
    const heard: unknown[][] = [];
    receive(requestChannel, { kind: 'action', action: 'save' });
    const end = bridge.onRequest((...values: unknown[]) => void heard.push(values));
    receive(requestChannel, { kind: 'save-and-close' });
    expect(heard).toEqual([[{ kind: 'action', action: 'save' }], [{ kind: 'save-and-close' }]]);
    end();
    receive(requestChannel, { kind: 'save-and-close' });
    expect(heard).toHaveLength(2);
  });

  it('the window carries out what it is asked', async () => {
    const { calls, host, receive } = await setUp();
    const done: string[] = [];
    followRequests(host, {
      act: async (id) => void done.push(`act ${id}`),
      openGiven: async (file) => void done.push(`open ${file.name}`),
      notify: (text) => void done.push(text.en),
      save: async () => {
        done.push('save');
        return true;
      },
      showProgress: (ready, all) => void done.push(`${ready} of ${all}`),
      checkFile: async () => void done.push('check'),
      settle: async () => void done.push('settle'),
    });
    const file = { token: 't' as FileToken, name: 'a.lodestone', text: '{}', fingerprint: 'f' };
    const requests: HostRequest[] = [{ kind: 'action', action: 'showReport' }, { kind: 'action', action: 'formatDisk' }, { kind: 'open-file', file }, { kind: 'problem', problem: { code: 'file-not-found', place: 'b' } }, { kind: 'file-touched' }, { kind: 'report-progress', done: 2, all: 7 }, { kind: 'save-and-close' }];
    for (const request of requests) receive(requestChannel, request);
    await vi.waitFor(() => expect(done).toHaveLength(7));
    expect(done).toEqual(['act showReport', 'open a.lodestone', 'The file "b" was not found. Check its name and folder.', 'check', '2 of 7', 'save', 'settle']);
    await vi.waitFor(() => expect(calls).toEqual([[operationChannel('log'), ['a request for an unknown action: formatDisk']], [operationChannel('finishClose'), [true]]]));
  });
});
