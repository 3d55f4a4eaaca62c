/** The units of the selected row, asked for by name. It alone follows the selection: the window around it is not drawn again with each step. */
import type { ComponentProps } from 'react';
import { LateView } from '../late/LateView.tsx';
import { lateParts } from '../lateParts.ts';
import type { RowActions } from '../rowActions.ts';
import type { GridInUse } from '../store/gridInUse.ts';
import { useStore, type Store } from '../store/store.ts';
import type { UnitDialog } from './UnitDialog.tsx';

type Props = Pick<ComponentProps<typeof UnitDialog>, 'language' | 'onClose'> & { readonly inUse: Store<GridInUse | null>; readonly rows: RowActions };

export function UnitPanel({ inUse, rows, language, onClose }: Props) {
  const used = useStore(inUse);
  const row = used?.table.rows.find(({ id }) => id === used.selection.active.rowId);
  if (!used || !row) return null;
  return <LateView part={lateParts.unit} language={language} place="over" onClose={onClose} props={{ row, language, onPick: (unit) => rows.chooseUnit(used.table.id, row.id, unit), onClose }} />;
}
