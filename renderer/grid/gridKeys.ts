/** What a key means in a grid whose cell is selected but not being edited. Pure, so that it is tested without a grid. */
import type { Direction, Move } from '../../shared/grid/moves.ts';

export type KeyIntent =
  | { readonly kind: 'move'; readonly move: Move; readonly extend: boolean }
  /** Enter and Tab: on in the row or the column, inside the selection where it holds more than one cell. */
  | { readonly kind: 'next'; readonly along: 'rows' | 'columns'; readonly back: boolean }
  | { readonly kind: 'lines'; readonly lines: 'rows' | 'columns' | 'all' }
  /** `empty` begins with nothing, else with what stands in the cell. */
  | { readonly kind: 'edit'; readonly empty: boolean }
  | { readonly kind: 'clear' | 'toggle' | 'menu' | 'escape' | 'leave' };

export type Key = {
  readonly key: string;
  readonly shift: boolean;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly composing: boolean;
  readonly cell: 'number' | 'choice' | 'switch';
};

const arrows: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Where the keys that move lead; null for any other key. */
export function moveOf({ key, mod }: Pick<Key, 'key' | 'mod'>): Move | null {
  const arrow = arrows[key];
  if (arrow !== undefined) return { by: mod ? 'edge' : 'step', to: arrow };
  if (key === 'PageDown' || key === 'PageUp') return { by: 'page', to: key === 'PageDown' ? 'down' : 'up' };
  if (key === 'Home') return { by: mod ? 'first' : 'rowStart' };
  if (key === 'End') return { by: mod ? 'last' : 'rowEnd' };
  return null;
}

/** The intent of a key; "leave" hands it to the text area (which begins an edit) or to the application. */
export function keyIntent(pressed: Key): KeyIntent {
  const { key, shift, mod, alt, composing, cell } = pressed;
  if (composing || key === 'Process') return { kind: 'leave' };
  // A cell of words opens its list, as a list box does everywhere.
  if (cell !== 'number' && ((key === 'Enter' && !shift && !mod) || (key === 'ArrowDown' && alt))) return { kind: 'edit', empty: false };
  if (cell === 'switch' && key === ' ' && !shift && !mod) return { kind: 'toggle' };
  if (alt) return { kind: 'leave' };
  const move = moveOf(pressed);
  if (move) return { kind: 'move', move, extend: shift };
  if (key === 'Tab' && !mod) return { kind: 'next', along: 'rows', back: shift };
  if (key === 'Enter' && !mod) return { kind: 'next', along: 'columns', back: shift };
  if (key === ' ' && (shift || mod)) return { kind: 'lines', lines: shift && mod ? 'all' : shift ? 'rows' : 'columns' };
  if (mod && !shift && key.toLowerCase() === 'a') return { kind: 'lines', lines: 'all' };
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { kind: 'menu' };
  if (mod) return { kind: 'leave' };
  if (key === 'F2' && !shift) return { kind: 'edit', empty: false };
  if (key === 'Backspace') return { kind: 'edit', empty: true };
  if (key === 'Delete') return { kind: 'clear' };
  if (key === 'Escape') return { kind: 'escape' };
  return { kind: 'leave' };
}
