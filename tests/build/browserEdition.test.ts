import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBrowserEdition } from '../../build/browserEdition.mjs';
import { defaultBrowserCommand, openAppWindow, openDefaultBrowser, profileFolder, profileInUse } from '../../build/browserWindow.mjs';
import { handedOver, handOver, handoverFolder } from '../../build/handover.mjs';
import { portOwner, whoAnswers } from '../../build/portOwner.mjs';

let folder = '';
let port = 0;
const closing: Server[] = [];

function listen(server: Server, at = 0): Promise<number> {
  closing.push(server);
  return new Promise((resolve) => server.listen(at, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lodestone-edition-'));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site', 'index.html'), '<p>workbench</p>');
  writeFileSync(join(folder, 'book.lodestone'), '{"version":1}');
  const probe = createServer();
  port = await listen(probe);
  await new Promise((closed) => probe.close(closed));
});
afterEach(async () => {
  for (const server of closing.splice(0)) await new Promise((closed) => server.close(closed));
  rmSync(folder, { recursive: true, force: true });
});

type Options = Parameters<typeof runBrowserEdition>[0];

async function run(options: Partial<Options> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const status = await runBrowserEdition({
    folder: join(folder, 'site'), data: join(folder, 'data'), file: null, port, stop: new AbortController().signal,
    openWindow: () => Promise.resolve('closed'), say: (line) => said.push(line), complain: (line) => complained.push(line),
    ...options,
  });
  return { status, said, complained };
}

describe('the browser edition', () => {
  it('serves its address while the window is open and ends with it', async () => {
    let page = '';
    const { status, said } = await run({
      openWindow: async (url) => {
        page = await (await fetch(url)).text();
        return 'closed';
      },
    });
    expect({ status, page, said }).toEqual({ status: 0, page: '<p>workbench</p>', said: [`Lodestone is ready at http://127.0.0.1:${port}/`] });
    expect(await whoAnswers(port)).toEqual({ kind: 'free' });
  });
  it.each(['none', 'elsewhere'] as const)('serves until it is stopped when the window is %s', async (window) => {
    const stop = new AbortController();
    const running = run({ stop: stop.signal, openWindow: () => Promise.resolve(window) });
    while ((await whoAnswers(port)).kind === 'free') await new Promise((next) => setTimeout(next, 10));
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    stop.abort();
    const { status, said } = await running;
    expect(status).toBe(0);
    expect(said.at(-1)).toContain('Ctrl-C ends Lodestone');
  });
  it('opens a second window on the running one, which serves its file once', async () => {
    const copies = () => readdirSync(handoverFolder(join(folder, 'data')));
    const bodies: string[] = [];
    const gone: number[] = [];
    const { status } = await run({
      openWindow: async () => {
        const second = await run({
          file: join(folder, 'book.lodestone'),
          openWindow: async (url) => {
            const key = new URL(url).searchParams.get('open') ?? '';
            expect(new URL(url).searchParams.get('name')).toBe('book.lodestone');
            bodies.push(key);
            return 'closed';
          },
        });
        expect(second.status).toBe(0);
        expect(second.said[0]).toContain('running already');
        // The second start has ended, and its workbook still waits for the window.
        expect(copies()).toHaveLength(1);
        const copy = `http://127.0.0.1:${port}/handover/${bodies[0]}.lodestone`;
        expect((await fetch(copy, { method: 'HEAD' })).status).toBe(200);
        expect(await (await fetch(copy)).text()).toBe('{"version":1}');
        while (copies().length > 0) await new Promise((next) => setTimeout(next, 10));
        gone.push((await fetch(copy)).status);
        return 'closed';
      },
    });
    expect(status).toBe(0);
    expect(gone).toEqual([404]);
  });
  it('sweeps what a crash left behind', async () => {
    const handover = handoverFolder(join(folder, 'data'));
    handOver(handover, join(folder, 'book.lodestone'));
    let left: string[] = [];
    await run({
      file: join(folder, 'book.lodestone'),
      openWindow: (url) => {
        left = readdirSync(handover);
        expect(left).toEqual([`${new URL(url).searchParams.get('open')}.lodestone`]);
        return Promise.resolve('closed');
      },
    });
    expect(left).toHaveLength(1);
    expect(existsSync(handover)).toBe(false);
  });
  it('serves nothing else from the handover folder', () => {
    const key = 'a'.repeat(32);
    expect(handedOver('/h', `/handover/${key}.lodestone`)).toBe(join('/h', `${key}.lodestone`));
    for (const url of ['/handover/', `/handover/${key}`, `/handover/../${key}.lodestone`, `/handover/${key}.lodestone/x`, '/handover/A.lodestone']) expect(handedOver('/h', url)).toBeNull();
  });
});

describe('a foreign program on the port', () => {
  it('is named by the system, and no other port is taken', async () => {
    await listen(createHttpServer((_request, response) => response.end('hello')), port);
    let opened = false;
    const { status, complained } = await run({
      openWindow: () => {
        opened = true;
        return Promise.resolve('closed');
      },
    });
    expect({ status, opened }).toEqual({ status: 2, opened: false });
    expect(complained).toHaveLength(1);
    expect(complained[0]).toContain(`Port ${port}`);
    expect(complained[0]).toContain(`process ${process.pid}`);
  });
  it('is named by its Server header, or as one without a name, where the system does not tell', async () => {
    const owner = () => null;
    const server = createHttpServer((_request, response) => response.setHeader('server', 'Thing/1.0').end());
    await listen(server, port);
    expect((await run({ owner })).complained[0]).toContain('Thing/1.0');
    await new Promise((closed) => server.close(closed));
    await listen(createServer((socket) => socket.resume().end('not http\n')), port);
    expect((await run({ owner })).complained[0]).toContain('a program that does not give its name');
  });
  it('is foreign too when it takes the connection and says nothing', async () => {
    const held: { destroy: () => void }[] = [];
    await listen(createServer((socket) => held.push(socket)), port);
    expect(await whoAnswers(port, 200)).toEqual({ kind: 'foreign', server: null });
    for (const socket of held) socket.destroy();
  });
  it('is found with the tools of Windows and macOS', () => {
    const windows = (program: string) =>
      program === 'netstat'
        ? '  Proto  Lokale Adresse  Remoteadresse  Status  PID\r\n  TCP    127.0.0.1:50000  127.0.0.1:47310  HERGESTELLT  1\r\n  TCP    0.0.0.0:47310  0.0.0.0:0  ABHÖREN  4711\r\n'
        : '"thing.exe","4711","Console","1","10 K"\r\n';
    expect(portOwner(47310, { platform: 'win32', run: windows })).toBe('thing.exe, process 4711');
    expect(portOwner(47310, { platform: 'darwin', run: () => 'p4711\ncPython\n' })).toBe('Python, process 4711');
    expect(portOwner(47310, { platform: 'darwin', run: () => '' })).toBeNull();
  });
});

describe('windows', () => {
  const stop = new AbortController().signal;
  const url = 'http://127.0.0.1:1/';
  it('waits for the end of the profile\'s last window when another process took the window over', async () => {
    const given: string[][] = [];
    // It ends well at once, as a browser does that hands its window to the running one.
    const run = (_program: string, words: readonly string[]) => {
      given.push([...words]);
      return Promise.resolve(true);
    };
    const common = { browser: 'browser', profile: join(folder, 'profile'), url, stop, run };
    let asked = 0;
    const inUse = () => (asked += 1) < 3;
    expect(await openAppWindow({ ...common, superuser: false, inUse })).toBe('closed');
    expect(asked).toBe(3);
    const further = await openAppWindow({ ...common, superuser: true, further: true, inUse: () => true });
    expect(further).toBe('closed');
    expect(given[0]).toContain(`--app=${url}`);
    expect(given.map((words) => words.includes('--no-sandbox'))).toEqual([false, true]);
  });
  it('says when the browser does not start', async () => {
    const profile = join(folder, 'profile');
    expect(await openAppWindow({ browser: process.execPath, profile, url, superuser: false, stop })).toBe('failed');
    expect(await openAppWindow({ browser: join(folder, 'nowhere'), profile, url, superuser: false, stop })).toBe('failed');
    expect(await openDefaultBrowser({ program: join(folder, 'nowhere'), words: [url] })).toBe(false);
    expect(await openDefaultBrowser({ program: process.execPath, words: ['-e', 'setTimeout(() => {}, 400)'] }, 100)).toBe(true);
  });
  it('knows a profile in use by the lock its browser holds', () => {
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    expect(profileInUse(profile, { platform: 'darwin' })).toBe(false);
    const readLock = () => `${hostname()}-${process.pid}`;
    expect(profileInUse(profile, { platform: 'darwin', readLock })).toBe(true);
    expect(profileInUse(profile, { platform: 'darwin', readLock: () => `elsewhere-${process.pid}` })).toBe(false);
    mkdirSync(join(folder, 'proc', String(process.pid)), { recursive: true });
    writeFileSync(join(folder, 'proc', String(process.pid), 'cmdline'), 'another program');
    expect(profileInUse(profile, { platform: 'linux', proc: join(folder, 'proc'), readLock })).toBe(false);
    expect(profileInUse(profile, { platform: 'win32' })).toBe(false);
    writeFileSync(join(profile, 'lockfile'), '');
    expect(profileInUse(profile, { platform: 'win32' })).toBe(true);
  });
  it('opens the default browser without a shell, and keeps a snap\'s profile where a snap may write', () => {
    expect(defaultBrowserCommand('win32', url)).toEqual({ program: 'rundll32', words: ['url.dll,FileProtocolHandler', url] });
    expect(defaultBrowserCommand('darwin', url)).toEqual({ program: 'open', words: [url] });
    expect(defaultBrowserCommand('linux', url)).toEqual({ program: 'xdg-open', words: [url] });
    expect(profileFolder('/usr/bin/chromium', '/data')).toBe(join('/data', 'browser'));
    expect(profileFolder('/snap/bin/chromium', '/data', '/home/a')).toBe(join('/home/a', 'snap', 'chromium', 'common', 'lodestone-browser'));
  });
});
