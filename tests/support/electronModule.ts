/** What the test runner puts in place of the module electron: one stand-in, new with every reset of the modules. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createElectron } from './electronStandIn.ts';

const standIn = createElectron({ userData: mkdtempSync(join(tmpdir(), 'lodestone-desktop-')), appPath: fileURLToPath(new URL('../..', import.meta.url)) });

export const { control } = standIn;
export const { app, BrowserWindow, dialog, ipcMain, protocol, session, screen, Menu, shell, crashReporter, nativeTheme } = standIn.electron;
