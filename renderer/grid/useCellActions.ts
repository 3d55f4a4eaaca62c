/** What the menu, the actions and the Delete key do to the selected cells; and the menu itself, open or not. */
import { useState, type RefObject } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import type { Lattice } from '../../shared/grid/lattice.ts';
import { selectedCount } from '../../shared/grid/select.ts';
import { clipboardWords } from '../../shared/messages/grid.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import type { CellAddress } from '../../shared/model/workbook.ts';
import type { Table, TableCell, TableRow } from '../../shared/tables/table.ts';
import type { GridActions } from '../store/gridActions.ts';
import type { Box } from './gridGeometry.ts';
import { isOfApplication, type MenuItem } from './GridMenu.tsx';
import type { GridWork } from './gridWork.ts';
import { planClear } from './planClear.ts';
import type { Clipboard, PasteManner } from './useClipboard.ts';
import type { Fill } from './useFill.ts';
import { useGridActions, type GridHandlers } from './useGridActions.ts';
import type { Plans } from './usePlans.ts';
import type { SelectionKeys } from './useSelection.ts';
import type { Tools } from './useTools.ts';

type Parts = {
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly table: Table;
  readonly lattice: Lattice;
  readonly keys: SelectionKeys;
  readonly work: GridWork;
  readonly plans: Plans;
  readonly clipboard: Clipboard;
  readonly fill: Fill;
  readonly tools: Tools;
  readonly actions: GridActions;
  readonly inUse: boolean;
  onClear(row: TableRow, columnId: string, cell: TableCell): void;
  onAction(id: ActionId): void;
  onRefused(reason: Phrase, drivenBy?: CellAddress): void;
};

export type CellActions = {
  /** Where the menu is open, in the window. */
  readonly menuAt: Box | null;
  openMenu(at: Box | null): void;
  pick(item: MenuItem): void;
  clear(): void;
  /** Gives the keys back to the grid. */
  takeKeys(): void;
};

const armedWords: Readonly<Record<PasteManner, Phrase>> = { plain: clipboardWords.pressPaste, transposed: clipboardWords.armedTransposed, thousands: clipboardWords.armedThousands };

export function useCellActions({ input, table, lattice, keys, work, plans, clipboard, fill, tools, actions, inUse, onClear, onAction, onRefused }: Parts): CellActions {
  const [menuAt, openMenu] = useState<Box | null>(null);
  const takeKeys = (): void => input.current?.focus({ preventScroll: true });
  const clear = (): void => {
    const selection = keys.current();
    if (!selection) return;
    const { rowId, columnId } = selection.active;
    const row = lattice.rows[lattice.rowIndex.get(rowId) ?? -1];
    const cell = row?.cells[columnId];
    if (selectedCount(lattice, selection) > 1) plans.carryOut('clear', planClear(table, selection, work));
    else if (cell?.edit?.kind === 'refused') onRefused(cell.edit.reason, cell.edit.drivenBy);
    else if (row && cell) onClear(row, columnId, cell);
  };
  /** Copies or cuts from a menu: the browser does so only for a text area with a selection of its own. */
  const copyByMenu = (command: 'copy' | 'cut'): void => {
    const area = input.current;
    if (!area) return;
    takeKeys();
    area.value = ' ';
    area.select();
    document.execCommand(command);
    area.value = '';
  };
  const arm = (manner: PasteManner) => (): void => {
    clipboard.arm(manner);
    takeKeys();
    onRefused(armedWords[manner]);
  };
  const handlers: GridHandlers = {
    copyWithHeaders() {
      clipboard.withHeaders();
      copyByMenu('copy');
    },
    pasteTransposed: arm('transposed'),
    pasteThousands: arm('thousands'),
    fillDown: fill.down,
    fillRight: fill.right,
    fillSeries: () => fill.series('linear'),
    fillGrowth: () => fill.series('growth'),
    changeBy: () => tools.ask('changeBy'),
    growBy: () => tools.ask('growBy'),
    interpolate: () => tools.interpolate('linear'),
    interpolateGrowth: () => tools.interpolate('geometric'),
    spreadTotal: () => tools.ask('spreadTotal'),
    shiftBy: () => tools.ask('shiftBy'),
    hold: tools.hold,
  };
  useGridActions(actions, inUse, handlers);
  return {
    menuAt,
    openMenu,
    takeKeys,
    clear,
    pick(item) {
      openMenu(null);
      takeKeys();
      if (item === 'copy' || item === 'cut') copyByMenu(item);
      else if (item === 'paste') arm('plain')();
      else if (item === 'clear') clear();
      else if (isOfApplication(item)) onAction(item);
      else handlers[item]();
    },
  };
}
