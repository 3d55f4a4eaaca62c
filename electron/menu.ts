/** Puts the menu bar up. */
import { Menu } from 'electron';
import { menuTemplate, type MenuParts } from './menu/menuTemplate.ts';

export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}
