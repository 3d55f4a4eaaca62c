/**
 * Keys by name, "Mod+Shift+Z": how an event is named, how a name is shown, and which names no action may have because the
 * browser keeps them. Mod is Ctrl, and Cmd on macOS.
 */
export type KeyPlatform = 'mac' | 'other';

/** What of a keyboard event names it. */
export type KeyEventParts = {
  readonly key: string;
  /** The place of the key on the keyboard. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

/** Browsers act on these before, or whatever, the page says; on macOS some belong to the system. */
export const keptKeys: ReadonlySet<string> = new Set([
  ...['N', 'T', 'W', 'Tab', 'PageUp', 'PageDown', 'Q', 'M', 'H', 'L', '1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '=', '+', '-', 'F4'].map((key) => `Mod+${key}`),
  ...['N', 'T', 'W', 'Tab', 'PageUp', 'PageDown', 'Q', 'I', 'J', 'Delete', '+'].map((key) => `Mod+Shift+${key}`),
  ...['F4', 'F6', 'D', 'E', 'F', 'ArrowLeft', 'ArrowRight', 'Home', 'Tab', ' ', 'Enter'].map((key) => `Alt+${key}`),
  ...['F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Shift+F5', 'Shift+F10', 'Mod+F5', 'Mod+Shift+R'],
]);

/** These load the page again; where work would be lost they do nothing. Ctrl+R alone fills to the right in a grid. */
export const reloadKeys: ReadonlySet<string> = new Set(['F5', 'Mod+F5', 'Shift+F5', 'Mod+R', 'Mod+Shift+R']);

const places: Readonly<Record<string, string>> = { Equal: '=', Minus: '-', Period: '.', Comma: ',' };

/** Alt makes other letters on macOS and Ctrl is pressed on keyboards without Latin letters: there the place of the key counts. */
function baseKey({ key, code, altKey }: KeyEventParts): string {
  const latin = /^[\x20-\x7e]$/.test(key);
  if (key.length > 1 && key !== 'Dead') return key;
  if (latin && !altKey) return key.toUpperCase();
  return /^(?:Key([A-Z])|Digit(\d))$/.exec(code)?.slice(1).find((part) => part !== undefined) ?? places[code] ?? key.toUpperCase();
}

/** "Mod+Shift+Z" for a key event. */
export function keyName(event: KeyEventParts, platform: KeyPlatform): string {
  const mod = platform === 'mac' ? event.metaKey : event.ctrlKey;
  const other = platform === 'mac' ? event.ctrlKey : event.metaKey;
  return [other ? 'Other' : '', mod ? 'Mod' : '', event.altKey ? 'Alt' : '', event.shiftKey ? 'Shift' : '', baseKey(event)].filter((part) => part !== '').join('+');
}

const signs: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', PageUp: 'PgUp', PageDown: 'PgDn', Escape: 'Esc', ContextMenu: 'Menu' };
const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↩', Delete: '⌫' };

/** A key as people read it: "Ctrl+Shift+P", and "⇧⌘P" on macOS. */
export function keyText(name: string, platform: KeyPlatform): string {
  const parts = name.split('+').map((part) => signs[part] ?? part);
  if (platform !== 'mac') return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const order = ['Alt', 'Shift', 'Mod'];
  const held = order.filter((part) => parts.includes(part));
  return [...held, ...parts.filter((part) => !order.includes(part))].map((part) => macSigns[part] ?? part).join('');
}
