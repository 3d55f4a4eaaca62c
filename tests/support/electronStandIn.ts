/**
 * Electron's API as far as the main process uses it, for tests under plain Node: the compiler checks every part against
 * Electron's own types, so that a member the real one does not have cannot be used here. Dialogs answer what the test
 * says; a window's page is whatever `openPage` opens (a real Chromium page in end-to-end tests, nothing in unit tests).
 */
import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';

export type StandInPage = {
  run(script: string): Promise<unknown>;
  pdf(): Promise<Uint8Array>;
  receive(channel: string, value: unknown): void;
  close(): Promise<void>;
};

export type StandInOptions = {
  readonly userData: string;
  readonly appPath: string;
  readonly packaged?: boolean;
  /** Whether this is the first start; a second one gets no lock. */
  readonly first?: boolean;
  /** When the runtime is ready; at once unless said otherwise. */
  whenReady?(): Promise<void>;
  openPage?(url: string, contentsId: number, preload: string | undefined): Promise<StandInPage>;
};

export type StandInFrame = { readonly url: string; readonly parent: object | null } | null;

const ownFrame: StandInFrame = { url: 'app://lodestone/index.html', parent: null };

type AnyListener = (...values: readonly never[]) => unknown;

/** An event that can be prevented. */
function preventable<T extends object>(values: T) {
  const event = { ...values, defaultPrevented: false, preventDefault: () => void (event.defaultPrevented = true) };
  return event;
}

export function createElectron(options: StandInOptions) {
  const windows: StandInWindow[] = [];
  const handlers = new Map<string, AnyListener>();
  const pages = new Map<string, (request: Request) => Response | Promise<Response>>();
  const control = {
    windows,
    handlers,
    /** Answers of the next dialogs; null cancels. */
    openAnswer: null as string | null,
    saveAnswer: null as string | null,
    /** Buttons of message boxes, the next one first; without one the box stays open. */
    boxAnswers: [] as number[],
    boxes: [] as Electron.MessageBoxOptions[],
    dialogs: [] as (Electron.OpenDialogOptions | Electron.SaveDialogOptions)[],
    schemes: [] as Electron.CustomScheme[],
    menu: [] as Electron.MenuItemConstructorOptions[],
    calls: [] as string[],
    lockData: undefined as unknown,
    quitted: false,
    permissionRequest: null as Parameters<Electron.Session['setPermissionRequestHandler']>[0],
    permissionCheck: null as Parameters<Electron.Session['setPermissionCheckHandler']>[0],
    beforeRequest: null as ((details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void) | null,
    /** What a page gets for an address of the custom scheme. */
    serve: async (url: string, method = 'GET'): Promise<Response> => {
      const handler = pages.get(new URL(url).protocol.replace(':', ''));
      return handler === undefined ? new Response(null, { status: 404 }) : handler(new Request(url, { method }));
    },
    /** A request as it crosses the processes: copied there and back, so nothing that cannot be copied passes. */
    invoke: async (contentsId: number, channel: string, args: readonly unknown[], senderFrame: StandInFrame = ownFrame): Promise<unknown> => {
      const handler = handlers.get(channel) as ((event: object, ...args: readonly unknown[]) => unknown) | undefined;
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const event = { senderFrame, sender: { id: contentsId } };
      return structuredClone(await handler(event, ...structuredClone(args)));
    },
    /** Fires an event of the application and says whether it was prevented. */
    fire: (name: string, ...values: readonly unknown[]): boolean => {
      const event = preventable({});
      appEvents.emit(name, event, ...values);
      return event.defaultPrevented;
    },
  };

  const appEvents = new EventEmitter();
  const app = {
    isPackaged: options.packaged ?? false,
    enableSandbox: () => void control.calls.push('enableSandbox'),
    getPath: () => options.userData,
    getAppPath: () => options.appPath,
    getLocale: () => 'en-GB',
    addRecentDocument: (path: string) => void control.calls.push(`addRecentDocument ${path}`),
    requestSingleInstanceLock: (data?: Record<string, unknown>) => {
      control.lockData = data;
      return options.first ?? true;
    },
    whenReady: () => options.whenReady?.() ?? Promise.resolve(),
    exit: (code?: number) => void control.calls.push(`exit ${String(code)}`),
    on: appEvents.on.bind(appEvents) as unknown as Electron.App['on'],
    quit: () => {
      if (control.quitted) return;
      control.fire('before-quit');
      for (const window of [...windows]) window.close();
      if (windows.length === 0 && !control.fire('will-quit')) control.quitted = true;
    },
  } satisfies Pick<
    Electron.App,
    'isPackaged' | 'enableSandbox' | 'getPath' | 'getAppPath' | 'getLocale' | 'addRecentDocument' | 'requestSingleInstanceLock' | 'whenReady' | 'on' | 'quit' | 'exit'
  >;

  let lastId = 0;
  class StandInContents {
    readonly id = ++lastId;
    readonly events = new EventEmitter();
    page: StandInPage | null = null;
    openHandler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
    readonly sent: unknown[] = [];
    reloads = 0;
    gone = false;
    readonly on = this.events.on.bind(this.events) as unknown as Electron.WebContents['on'];
    setWindowOpenHandler = (handler: Parameters<Electron.WebContents['setWindowOpenHandler']>[0]): void => void (this.openHandler = handler);
    isDestroyed = (): boolean => this.gone;
    reload = (): void => void (this.reloads += 1);
    send = (channel: string, ...values: readonly unknown[]): void => {
      this.sent.push(...values);
      for (const value of values) this.page?.receive(channel, structuredClone(value));
    };
    executeJavaScript = (script: string): Promise<unknown> => this.page?.run(script) ?? Promise.reject(new Error('no page'));
    printToPDF = async (wanted: Electron.PrintToPDFOptions): Promise<Buffer> => {
      control.calls.push(`printToPDF ${JSON.stringify(wanted)}`);
      return Buffer.from((await this.page?.pdf()) ?? new Uint8Array());
    };
    print = (_wanted?: Electron.WebContentsPrintOptions, done?: (success: boolean, reason: string) => void): void => done?.(true, '');
    /** Fires an event that asks for permission to go on; true when it was prevented. */
    refuses = (name: string, values: object): boolean => {
      const event = preventable(values);
      this.events.emit(name, event);
      return event.defaultPrevented;
    };
  }
  null as unknown as StandInContents satisfies Pick<
    Electron.WebContents,
    'id' | 'on' | 'setWindowOpenHandler' | 'isDestroyed' | 'reload' | 'send' | 'executeJavaScript' | 'printToPDF' | 'print'
  >;

  class StandInWindow {
    readonly events = new EventEmitter();
    readonly webContents = new StandInContents();
    title = '';
    shown = false;
    destroyed = false;
    loaded: Promise<void> = Promise.resolve();
    constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
      windows.push(this);
      appEvents.emit('web-contents-created', preventable({}), this.webContents);
    }
    readonly on = this.events.on.bind(this.events) as unknown as Electron.BrowserWindow['on'];
    readonly once = this.events.once.bind(this.events) as unknown as Electron.BrowserWindow['once'];
    loadURL = (url: string): Promise<void> => {
      this.loaded = this.load(url);
      return this.loaded;
    };
    private async load(url: string): Promise<void> {
      this.webContents.page = (await options.openPage?.(url, this.webContents.id, this.options.webPreferences?.preload)) ?? null;
      this.events.emit('ready-to-show');
    }
    show = (): void => void (this.shown = true);
    focus = (): void => void this.events.emit('focus');
    restore = (): void => undefined;
    maximize = (): void => undefined;
    isMinimized = (): boolean => false;
    isMaximized = (): boolean => false;
    isFocused = (): boolean => windows.at(-1) === this;
    getNormalBounds = (): Electron.Rectangle => pick(this.options);
    setTitle = (title: string): void => void (this.title = title);
    setDocumentEdited = (): void => undefined;
    close = (): void => {
      const event = preventable({});
      this.events.emit('close', event);
      if (!event.defaultPrevented) this.destroy();
    };
    destroy = (): void => {
      if (this.destroyed) return;
      this.destroyed = true;
      this.webContents.gone = true;
      windows.splice(windows.indexOf(this), 1);
      void this.webContents.page?.close();
      this.events.emit('closed');
      if (windows.length === 0) control.fire('window-all-closed');
    };
  }
  null as unknown as StandInWindow satisfies Pick<
    Electron.BrowserWindow,
    'on' | 'once' | 'loadURL' | 'show' | 'focus' | 'restore' | 'maximize' | 'isMinimized' | 'isMaximized' | 'isFocused' | 'getNormalBounds' | 'setTitle' | 'setDocumentEdited' | 'close' | 'destroy'
  >;

  const dialog = {
    showOpenDialog: (_window: unknown, wanted?: Electron.OpenDialogOptions) => {
      if (wanted) control.dialogs.push(wanted);
      return Promise.resolve({ canceled: control.openAnswer === null, filePaths: control.openAnswer === null ? [] : [control.openAnswer] });
    },
    showSaveDialog: (_window: unknown, wanted?: Electron.SaveDialogOptions) => {
      if (wanted) control.dialogs.push(wanted);
      return Promise.resolve({ canceled: control.saveAnswer === null, filePath: control.saveAnswer ?? '' });
    },
    showMessageBox: (_window: unknown, wanted?: Electron.MessageBoxOptions) => {
      if (wanted) control.boxes.push(wanted);
      const response = control.boxAnswers.shift();
      return response === undefined ? new Promise<never>(() => undefined) : Promise.resolve({ response, checkboxChecked: false });
    },
  } satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;

  const ipcMain = {
    handle: (channel: string, listener: AnyListener) => void handlers.set(channel, listener),
  } satisfies Pick<Electron.IpcMain, 'handle'>;

  const protocol = {
    registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void control.schemes.push(...schemes),
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => void pages.set(scheme, handler),
  } satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>;

  const defaultSession = {
    setPermissionRequestHandler: (handler) => void (control.permissionRequest = handler),
    setPermissionCheckHandler: (handler) => void (control.permissionCheck = handler),
    setDevicePermissionHandler: () => undefined,
  } satisfies Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'>;
  const webRequest = {
    onBeforeRequest: ((listener: typeof control.beforeRequest) => void (control.beforeRequest = listener)) as Electron.WebRequest['onBeforeRequest'],
  } satisfies Pick<Electron.WebRequest, 'onBeforeRequest'>;

  const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } } as Electron.Display;
  const screen = { getAllDisplays: () => [display], getPrimaryDisplay: () => display } satisfies Pick<Electron.Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  const menuOf = (template: Electron.MenuItemConstructorOptions[]) => ({ template });
  const Menu = {
    buildFromTemplate: (template: (Electron.MenuItemConstructorOptions | Electron.MenuItem)[]) => menuOf(template as Electron.MenuItemConstructorOptions[]) as unknown as Electron.Menu,
    setApplicationMenu: (menu: Electron.Menu | null) => void (control.menu = (menu as unknown as ReturnType<typeof menuOf>).template),
  } satisfies Pick<typeof Electron.Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  const shell = {
    openPath: (path: string) => {
      control.calls.push(`openPath ${path}`);
      return Promise.resolve('');
    },
  } satisfies Pick<Electron.Shell, 'openPath'>;
  const crashReporter = { start: () => undefined } satisfies Pick<Electron.CrashReporter, 'start'>;
  const nativeTheme = { shouldUseDarkColors: false } satisfies Pick<Electron.NativeTheme, 'shouldUseDarkColors'>;

  return {
    control,
    electron: { app, BrowserWindow: StandInWindow, dialog, ipcMain, protocol, session: { defaultSession: { ...defaultSession, webRequest } }, screen, Menu, shell, crashReporter, nativeTheme },
  };
}

export type StandIn = ReturnType<typeof createElectron>;

function pick({ x = 0, y = 0, width = 0, height = 0 }: Electron.BrowserWindowConstructorOptions): Electron.Rectangle {
  return { x, y, width, height };
}
