/** What typing, clearing, pasting and filling in a grid of the workbench do to the open workbook. */
import { useState } from 'react';
import { commands } from '../../shared/commands/registry.ts';
import { goToInput } from '../../shared/messages/grid.ts';
import type { Phrase } from '../../shared/messages/phrase.ts';
import { problemText } from '../../shared/messages/problems.ts';
import { storedUnit } from '../../shared/model/pathUnits.ts';
import { convertUnit } from '../../shared/model/unit.ts';
import type { CellAddress, Workbook } from '../../shared/model/workbook.ts';
import { freeMonths, spreadEdit } from '../../shared/tables/spreadEdit.ts';
import type { TableCell, TableRow } from '../../shared/tables/table.ts';
import type { GridWork } from '../grid/gridWork.ts';
import type { Session, SessionState } from '../store/session.ts';

/** Cells that just came in, whose source may be asked for as long as nothing else is done. */
export type Unsourced = { readonly cells: readonly CellAddress[]; readonly after: Workbook };

export type WorkbenchWork = {
  readonly work: GridWork;
  readonly unsourced: Unsourced | null;
  forgetUnsourced(): void;
  edit(row: TableRow, cell: TableCell, value: number): void;
  clear(cell: TableCell): void;
  refuse(reason: Phrase, drivenBy?: CellAddress): void;
};

export function useGridWork(session: Session, state: SessionState, onGo: (address: CellAddress) => void): WorkbenchWork {
  const [unsourced, setUnsourced] = useState<Unsourced | null>(null);
  const workbook = state.history.present;
  const { scenario } = state;
  const present = (): Workbook => session.state.get().history.present;
  const work: GridWork = {
    workbook,
    scenario,
    present,
    run(act, changes) {
      const before = present();
      session.run(commands.setCells, { scenario, changes, act });
      return present() !== before;
    },
    undo: session.undo,
    onPasted: (cells) => setUnsourced(cells.length === 0 ? null : { cells, after: present() }),
  };
  return {
    work,
    unsourced: unsourced?.after === workbook ? unsourced : null,
    forgetUnsourced: () => setUnsourced(null),
    edit(row, cell, value) {
      if (cell.edit?.kind === 'spread') {
        const changes = spreadEdit(workbook, scenario, row, cell, cell.edit, value);
        if (changes.ok) session.run(commands.setCells, { scenario, changes: changes.value, act: 'spread' });
        else session.notify(problemText(changes.problem), 'problem');
        return;
      }
      if (cell.edit?.kind !== 'input') return;
      const { address } = cell.edit;
      const unit = cell.unit ?? row.unit;
      const base = unit === undefined ? value : convertUnit(value, unit, storedUnit(workbook, address.path));
      if (base === null) return;
      const [area, sector = '', member] = address.path.split('/');
      if (area === 'sectors' && (member === 'volume' || member === 'intensity' || member === 'demand')) {
        session.run(commands.setDriver, { scenario, sector, year: Number(address.period), member, value: base });
      } else {
        session.run(commands.setCell, { scenario, ...address, value: base });
      }
    },
    clear(cell) {
      if (cell.edit?.kind === 'input') session.run(commands.clearCell, { scenario, ...cell.edit.address });
      if (cell.edit?.kind === 'spread') session.run(commands.setCells, { scenario, act: 'clear', changes: freeMonths(cell.edit) });
    },
    refuse(reason, drivenBy) {
      const go = (): void => {
        session.dismiss();
        if (drivenBy) onGo(drivenBy);
      };
      session.notify(reason, 'refusal', drivenBy && [{ label: goToInput, run: go }]);
    },
  };
}
