/** The system's menu bar, made of the same list of actions as the window's buttons and keys. */
import type { MenuItemConstructorOptions } from 'electron';
import { actionIds, specOf, type ActionId, type ActionMenu, type ActionSpec } from '../../shared/actions.ts';
import { desktopMenu as say } from '../../shared/messages/desktop.ts';
import type { Language } from '../../shared/messages/phrase.ts';

export type MenuParts = {
  readonly language: Language;
  readonly platform: string;
  /** Developer tools are in the menu of an unpackaged program only. */
  readonly packaged: boolean;
  readonly recent: readonly { readonly name: string; readonly path: string }[];
  act(id: ActionId): void;
  openRecent(path: string): void;
  newWindow(): void;
  showSafetyCopies(): void;
};

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** Groups are told apart by a line above these. */
const beginsGroup: ReadonlySet<ActionId> = new Set<ActionId>(['open', 'save', 'exportPdf', 'zoomIn', 'switchLanguage']);

/** A grid cell that is being typed in has an undo of its own, and a grid's keys only count in it: these keys go to the window, which knows; the menu only shows them. */
function windowHasKeys(id: ActionId): boolean {
  return id === 'undo' || id === 'redo' || specOf(id).where === 'grid';
}

/** "Mod+Shift+S" as the system's menus write it. */
export function acceleratorOf(spec: ActionSpec, platform: string): string | undefined {
  const keys = spec.keys ?? [];
  // Redo is Shift+Cmd+Z on macOS, where Cmd+Y is something else.
  const key = platform === 'darwin' ? (keys.find((candidate) => candidate === 'Mod+Shift+Z') ?? keys[0]) : keys[0];
  return key?.replace('Mod', 'CmdOrCtrl').replace('Arrow', '');
}

export function menuTemplate(parts: MenuParts): Item[] {
  const { language, platform, packaged } = parts;
  const isMac = platform === 'darwin';
  const actionItem = (id: ActionId): Item => {
    const spec = specOf(id);
    const accelerator = acceleratorOf(spec, platform);
    return {
      id,
      label: spec.label[language],
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: !windowHasKeys(id) }),
      click: () => parts.act(id),
    };
  };
  const group = (menu: ActionMenu): Item[] =>
    actionIds
      .filter((id) => specOf(id).menu === menu)
      .flatMap((id) => [...(beginsGroup.has(id) ? [separator] : []), actionItem(id), ...(id === 'open' ? [recentMenu(parts)] : [])]);
  const roles = (entries: readonly (readonly [NonNullable<Item['role']>, string])[]): Item[] => entries.map(([role, label]) => ({ role, label }));

  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: say.file[language],
      submenu: [
        { label: say.newWindow[language], accelerator: 'CmdOrCtrl+Shift+N', click: () => parts.newWindow() },
        ...group('file'),
        separator,
        ...roles([['close', say.closeWindow[language]]]),
        ...(isMac ? [] : roles([['quit', say.quit[language]]])),
      ],
    },
    {
      label: say.edit[language],
      submenu: [...group('edit'), separator, ...roles([['cut', say.cut[language]], ['copy', say.copy[language]], ['paste', say.paste[language]]])],
    },
    {
      label: say.view[language],
      submenu: [
        ...group('view'),
        separator,
        ...roles([['resetZoom', say.actualSize[language]], ['zoomIn', say.zoomIn[language]], ['zoomOut', say.zoomOut[language]], ['togglefullscreen', say.fullScreen[language]]]),
        ...(packaged ? [] : roles([['toggleDevTools', say.developerTools[language]]])),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' as const, label: say.window[language] }] : []),
    {
      role: 'help',
      label: say.help[language],
      submenu: [
        ...group('help'),
        { label: say.safetyCopies[language], click: () => parts.showSafetyCopies() },
        ...(isMac ? [] : roles([['about', say.about[language]]])),
      ],
    },
  ];
}

function recentMenu({ language, recent, openRecent }: MenuParts): Item {
  const files: Item[] = recent.map(({ name, path }) => ({ label: name.replaceAll('&', '&&'), sublabel: path, click: () => openRecent(path) }));
  return { label: say.openRecent[language], submenu: files.length > 0 ? files : [{ label: say.noRecent[language], enabled: false }] };
}
