import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuTemplate, type MenuParts } from '../../electron/menu/menuTemplate.ts';
import { actions } from '../../shared/actions.ts';

type Item = MenuItemConstructorOptions;

function setUp(parts: Partial<MenuParts> = {}) {
  const calls: string[] = [];
  const menus = menuTemplate({
    language: 'en',
    platform: 'linux',
    packaged: true,
    recent: [],
    act: (id) => void calls.push(id),
    openRecent: (path) => void calls.push(path),
    newWindow: () => void calls.push('new window'),
    showSafetyCopies: () => void calls.push('copies'),
    ...parts,
  });
  const flat = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
  return { calls, menus, items: flat(menus) };
}
const click = (item: Item | undefined): void => (item?.click as (() => void) | undefined)?.();

describe('the menu bar', () => {
  it.each(['linux', 'win32', 'darwin'])('has every action, in its menu, with its words and keys, on %s', (platform) => {
    for (const language of ['en', 'zh'] as const) {
      const { calls, items } = setUp({ platform, language });
      for (const [id, spec] of Object.entries(actions)) {
        const item = items.find((candidate) => candidate.id === id);
        expect(item?.label, id).toBe(spec.label[language]);
        expect(item?.accelerator !== undefined, id).toBe('keys' in spec);
        click(item);
      }
      expect(calls).toEqual(Object.keys(actions));
    }
  });

  it('writes keys as the system does, and leaves undo and redo to the window', () => {
    expect(acceleratorOf(actions.saveAs, 'linux')).toBe('CmdOrCtrl+Shift+S');
    expect(acceleratorOf(actions.redo, 'linux')).toBe('CmdOrCtrl+Y');
    expect(acceleratorOf(actions.redo, 'darwin')).toBe('CmdOrCtrl+Shift+Z');
    const { items } = setUp();
    expect(items.find(({ id }) => id === 'undo')).toMatchObject({ registerAccelerator: false });
    expect(items.find(({ id }) => id === 'save')).toMatchObject({ registerAccelerator: true });
  });

  it('has no two items with the same keys', () => {
    const keys = setUp().items.map(({ accelerator }) => accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has copy, paste and zoom, never Chromium’s own undo, and no way to load the page again', () => {
    const roles = setUp().items.map(({ role }) => role);
    for (const role of ['cut', 'copy', 'paste', 'resetZoom', 'zoomIn', 'zoomOut', 'close', 'quit']) expect(roles).toContain(role);
    for (const role of ['undo', 'redo', 'reload', 'forceReload', 'toggleDevTools']) expect(roles).not.toContain(role);
    expect(setUp({ packaged: false }).items.map(({ role }) => role)).toContain('toggleDevTools');
  });

  it('lists recent workbooks by name', () => {
    const { calls, items } = setUp({ recent: [{ name: 'R&D.lodestone', path: '/a/R&D.lodestone' }] });
    click(items.find(({ label }) => label === 'R&&D.lodestone'));
    expect(calls).toEqual(['/a/R&D.lodestone']);
    expect(setUp().items.find(({ label }) => label === 'No recent workbooks')).toMatchObject({ enabled: false });
  });
});
