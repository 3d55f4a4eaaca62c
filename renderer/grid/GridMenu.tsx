/** The menu of a grid: by the right button at the pointer, by Shift+F10 or the menu key at the cell. Arrows, Enter and Esc as in every menu. */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { specOf, type GridActionId } from '../../shared/actions.ts';
import { keyText } from '../../shared/keys.ts';
import { menuWords } from '../../shared/messages/grid.ts';
import type { Language, Phrase } from '../../shared/messages/phrase.ts';
import { keyPlatform } from '../host/keyPlatform.ts';
import type { Box } from './gridGeometry.ts';
import { besideCell } from './besideCell.ts';

export type NativeId = 'cut' | 'copy' | 'paste' | 'clear';
/** What of the application's actions speaks of the cell or its row. */
const ofApplication = ['writeComment', 'assignSource', 'explain', 'chooseUnit', 'moreDecimals', 'fewerDecimals'] as const;
type CellActionId = (typeof ofApplication)[number];
export type MenuItem = GridActionId | NativeId | CellActionId;

type Props = {
  /** The cell or the pointer, in the window. */
  readonly at: Box;
  readonly language: Language;
  readonly readOnly: boolean;
  onPick(item: MenuItem): void;
  onClose(): void;
};

const groups: readonly (readonly MenuItem[])[] = [
  ['cut', 'copy', 'copyWithHeaders', 'paste', 'pasteTransposed', 'pasteThousands', 'clear'],
  ['fillDown', 'fillRight', 'fillSeries', 'fillGrowth'],
  ['changeBy', 'growBy', 'interpolate', 'interpolateGrowth', 'spreadTotal', 'shiftBy', 'hold'],
  ['writeComment', 'assignSource', 'explain'],
  ['chooseUnit', 'moreDecimals', 'fewerDecimals'],
];

const itemHeight = 24;

const nativeKeys: Readonly<Record<NativeId, string>> = { cut: 'Mod+X', copy: 'Mod+C', paste: 'Mod+V', clear: 'Delete' };

function isNative(item: MenuItem): item is NativeId {
  return Object.hasOwn(nativeKeys, item);
}

export function isOfApplication(item: MenuItem): item is CellActionId {
  return ofApplication.some((id) => id === item);
}

function labelOf(item: MenuItem): Phrase {
  return isNative(item) ? menuWords[item] : specOf(item).label;
}

function keyOf(item: MenuItem): string {
  const key = isNative(item) ? nativeKeys[item] : specOf(item).keys?.[0];
  return key === undefined ? '' : keyText(key, keyPlatform);
}

const changesNothing: ReadonlySet<MenuItem> = new Set(['copy', 'copyWithHeaders', 'explain', 'chooseUnit', 'moreDecimals', 'fewerDecimals']);

export function GridMenu({ at, language, readOnly, onPick, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const buttons = (): HTMLButtonElement[] => [...(menu.current?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [])];
  useEffect(() => {
    menu.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus({ preventScroll: true });
    const onDown = (event: MouseEvent): void => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) onClose();
    };
    window.addEventListener('mousedown', onDown, true);
    return () => window.removeEventListener('mousedown', onDown, true);
  }, [onClose]);
  const go = (by: number | 'first' | 'last'): void => {
    const all = buttons();
    const now = all.findIndex((one) => one === document.activeElement);
    const next = by === 'first' ? 0 : by === 'last' ? all.length - 1 : (now + by + all.length) % all.length;
    all[next]?.focus({ preventScroll: true });
  };
  const items = groups.flat().length;
  return createPortal(
    <div
      ref={menu}
      className="grid-menu"
      role="menu"
      aria-label={menuWords.menu[language]}
      style={besideCell(at, { width: 236, height: items * itemHeight + groups.length * 9 + 10 })}
      onMouseDown={(event) => event.stopPropagation()}
      onContextMenu={(event) => {
        event.preventDefault();
        event.stopPropagation();
      }}
      onKeyDown={(event) => {
        const moves: Readonly<Record<string, number | 'first' | 'last'>> = { ArrowDown: 1, ArrowUp: -1, Home: 'first', End: 'last' };
        const by = moves[event.key];
        event.stopPropagation();
        if (by !== undefined) go(by);
        else if (event.key === 'Escape' || event.key === 'Tab') onClose();
        else return;
        event.preventDefault();
      }}
    >
      {groups.map((group) => (
        <div key={group[0]} role="group">
          {group.map((item) => (
            <button key={item} type="button" role="menuitem" tabIndex={-1} disabled={readOnly && !changesNothing.has(item)} onMouseEnter={(event) => event.currentTarget.focus({ preventScroll: true })} onClick={() => onPick(item)}>
              <span>{labelOf(item)[language]}</span>
              <kbd>{keyOf(item)}</kbd>
            </button>
          ))}
        </div>
      ))}
    </div>,
    document.body,
  );
}
