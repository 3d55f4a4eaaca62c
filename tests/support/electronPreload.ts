/** The window's half of Electron's API for a preload that runs in Node, and the loader of the built bundles. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';
import type * as Electron from 'electron';
import type { DesktopBridge } from '../../shared/desktopBridge.ts';

/** Runs a built CommonJS bundle with a stand-in where it asks for electron; gives the names it asked for. */
export function loadBundle(path: string, electron: object): readonly string[] {
  const required: string[] = [];
  const realRequire = createRequire(path);
  const module = { exports: {} };
  const run = compileFunction(readFileSync(path, 'utf8'), ['exports', 'require', 'module', '__filename', '__dirname'], { filename: path }) as (...values: readonly unknown[]) => void;
  const require = (name: string): unknown => {
    required.push(name);
    return name === 'electron' ? electron : realRequire(name);
  };
  run(module.exports, require, module, path, dirname(path));
  return required;
}

type Invoke = (channel: string, args: readonly unknown[]) => Promise<unknown>;

/** What a preload finds in electron. `exposed` fills when it runs; `receive` is what the main process sends. */
export function createPreloadElectron(invoke: Invoke, pathOfFile: (file: unknown) => string = () => '') {
  const exposed: Record<string, DesktopBridge> = {};
  const listeners = new Map<string, (event: object, ...values: readonly unknown[]) => void>();
  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) => invoke(channel, args),
    on: ((channel: string, listener: (event: object, ...values: readonly unknown[]) => void) => listeners.set(channel, listener)) as unknown as Electron.IpcRenderer['on'],
  } satisfies Pick<Electron.IpcRenderer, 'invoke' | 'on'>;
  const contextBridge = {
    exposeInMainWorld: (name: string, api: DesktopBridge) => void (exposed[name] = api),
  } satisfies Pick<Electron.ContextBridge, 'exposeInMainWorld'>;
  const webUtils = { getPathForFile: pathOfFile } satisfies Pick<Electron.WebUtils, 'getPathForFile'>;
  return {
    electron: { ipcRenderer, contextBridge, webUtils },
    exposed,
    receive: (channel: string, value: unknown) => listeners.get(channel)?.({ sender: 'must not reach the page' }, value),
  };
}
