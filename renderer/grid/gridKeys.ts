/** What a key means in a grid whose cell is selected but not being edited. Pure, so that it is tested without a grid. */
export type Move = { readonly rows: number; readonly columns: number } | 'rowStart' | 'rowEnd' | 'top' | 'bottom';

export type KeyIntent =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'edit' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'leave' };

export type Key = { readonly key: string; readonly shift: boolean; readonly mod: boolean; readonly alt: boolean; readonly composing: boolean; readonly cell: 'number' | 'choice' | 'switch' };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const page = 15;

/** The intent of a key; "leave" hands it to the text area (which begins an edit) or to the application. */
export function keyIntent({ key, shift, mod, alt, composing, cell }: Key): KeyIntent {
  if (composing || key === 'Process') return { kind: 'leave' };
  // A cell of words opens its list, as a list box does everywhere.
  if (cell !== 'number' && ((key === 'Enter' && !shift) || (key === 'ArrowDown' && alt))) return { kind: 'edit' };
  if (cell === 'switch' && key === ' ') return { kind: 'toggle' };
  const arrow = arrows[key];
  if (arrow) {
    if (!mod) return { kind: 'move', move: { rows: arrow[0], columns: arrow[1] } };
    return { kind: 'move', move: arrow[0] < 0 ? 'top' : arrow[0] > 0 ? 'bottom' : arrow[1] < 0 ? 'rowStart' : 'rowEnd' };
  }
  if (key === 'Tab') return { kind: 'move', move: { rows: 0, columns: shift ? -1 : 1 } };
  if (key === 'Enter') return { kind: 'move', move: { rows: shift ? -1 : 1, columns: 0 } };
  if (key === 'PageDown' || key === 'PageUp') return { kind: 'move', move: { rows: key === 'PageDown' ? page : -page, columns: 0 } };
  if (key === 'Home') return { kind: 'move', move: mod ? 'top' : 'rowStart' };
  if (key === 'End') return { kind: 'move', move: mod ? 'bottom' : 'rowEnd' };
  if (key === 'F2') return { kind: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' };
  return { kind: 'leave' };
}
