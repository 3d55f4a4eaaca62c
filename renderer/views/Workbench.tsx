/** The home: grid tabs on the left, charts on the right, a divider between them. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActionId } from '../../shared/actions.ts';
import { commands } from '../../shared/commands/registry.ts';
import { latticeOf } from '../../shared/grid/lattice.ts';
import { selectCell, selectedCount, standingSelection } from '../../shared/grid/select.ts';
import type { GridSelection } from '../../shared/grid/selection.ts';
import { sizesAt } from '../../shared/grid/zoom.ts';
import { takesNumbers } from '../../shared/grid/takesNumbers.ts';
import { selectedAddresses } from '../../shared/grid/selectedAddresses.ts';
import { selectionInPeriods } from '../../shared/grid/selectionInPeriods.ts';
import { workbench } from '../../shared/messages/workbench.ts';
import type { Balance } from '../../shared/model/balance.ts';
import type { CellAddress, SourceId } from '../../shared/model/workbook.ts';
import { liesIn, periodOfMonth } from '../../shared/periodicity.ts';
import type { Table, TableColumn } from '../../shared/tables/table.ts';
import { summarizeSelection } from '../../shared/tables/selectionSummary.ts';
import { DataGrid } from '../grid/DataGrid.tsx';
import { createCopied } from '../store/copied.ts';
import type { GridActions } from '../store/gridActions.ts';
import { selectRanges, type Places } from '../store/places.ts';
import { createPointer } from '../store/pointer.ts';
import type { Preferences } from '../store/preferences.ts';
import type { SelectionSummaryStore } from '../store/selectionSummary.ts';
import type { RowActions } from '../rowActions.ts';
import type { GridInUse } from '../store/gridInUse.ts';
import type { FinderControl } from '../useFinder.ts';
import type { Session, SessionState } from '../store/session.ts';
import { useStore, type Store } from '../store/store.ts';
import { ChartsPane } from './ChartsPane.tsx';
import { chooseTables } from './chooseTables.ts';
import { FilterBar } from './FilterBar.tsx';
import { FindBar } from './FindBar.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { addressOfBand } from './placeOf.ts';
import { useGridWork } from './useGridWork.ts';
import { SourceChip } from './SourceChip.tsx';
import { shownTables } from './shownTables.ts';
import { TabRow } from './TabRow.tsx';

type Props = {
  readonly session: Session;
  readonly state: SessionState;
  readonly balance: Balance;
  readonly preferences: Store<Preferences>;
  readonly liked: Preferences;
  readonly dark: boolean;
  readonly places: Store<Places>;
  /** Where the grid in use says what it does for an action. */
  readonly gridActions: GridActions;
  /** Where the status bar reads what is selected. */
  readonly summary: SelectionSummaryStore;
  readonly inUse: Store<GridInUse | null>;
  readonly rows: RowActions;
  readonly search: FinderControl;
  /** Shows the cell of an input or a result, on whatever tab it is. */
  onGo(address: CellAddress): void;
  onAction(id: ActionId): void;
};

/** Where the selection stands in a grid that was not visited yet: its first input, in the as-of month where there is one. */
function firstSelection(table: Table, asOfMonth: string): GridSelection | null {
  const nearest = (columns: readonly TableColumn[]): TableColumn | undefined =>
    columns.find((one) => one.period !== undefined && liesIn(asOfMonth, one.period)) ?? columns[0];
  for (const row of table.rows) {
    const column = nearest(table.columns.filter((one) => takesNumbers(row.cells[one.id])));
    if (column) return selectCell({ rowId: row.id, columnId: column.id });
  }
  const row = table.rows.find((one) => one.kind !== 'group');
  const column = nearest(table.columns.filter((one) => one.kind === 'period'));
  return row && column ? selectCell({ rowId: row.id, columnId: column.id }) : null;
}

/** One grid takes all there is; of two, the upper one takes what its rows need once the lower one has up to three fifths. */
function gridRows(tables: readonly Table[], rowHeight: number): string {
  const [upper, lower] = tables;
  if (!upper || !lower) return 'minmax(0, 1fr)';
  const needed = (table: Table): number => (table.rows.length + 1) * rowHeight + 20;
  return `minmax(120px, ${needed(upper)}px) minmax(min(60%, ${needed(lower)}px), 1fr)`;
}

/** Rows that hold numbers. */
function rowCount(tables: readonly Table[]): number {
  return tables.reduce((sum, { rows }) => sum + rows.filter(({ kind }) => kind !== 'group').length, 0);
}

const noWidths: Readonly<Record<string, number>> = {};

export function Workbench({ session, state, balance, preferences, liked, dark, places, gridActions, summary, inUse, rows, search, onGo, onAction }: Props) {
  const workbook = state.history.present;
  const { scenario } = state;
  const { language, tab, periodicity } = liked;
  const { selections, active, explaining, annotating, arrivals, filters, filterAsked } = useStore(places);
  const filter = filters[tab];
  const [pointer] = useState(createPointer);
  const tables = useMemo(() => shownTables(tab, workbook, scenario, balance, { periodicity, rows: liked.rows, folded: liked.folded }, filter ?? ''), [tab, workbook, scenario, balance, periodicity, liked.rows, liked.folded, filter]);
  const caption = tables[0]?.caption;
  const current = tables.find((table) => table.id === active) ?? tables[0];
  // A row or a column may have gone since it was selected.
  const shown = useMemo(
    () =>
      new Map(
        tables.map((table) => {
          const kept = selections[table.id];
          return [table.id, (kept && (standingSelection(latticeOf(table), kept) ?? selectionInPeriods(table, kept))) ?? firstSelection(table, workbook.asOf.slice(0, 7))] as const;
        }),
      ),
    [tables, selections, workbook.asOf],
  );
  const selection = (current && shown.get(current.id)) ?? null;
  const row = current?.rows.find((one) => one.id === selection?.active.rowId);
  useEffect(() => {
    summary.set(current && selection && selectedCount(latticeOf(current), selection) > 1 ? summarizeSelection(current, selection) : null);
  }, [summary, current, selection]);
  useEffect(() => () => summary.set(null), [summary]);
  useEffect(() => {
    inUse.set(current && selection ? { table: current, selection } : null);
    return () => inUse.set(null);
  }, [inUse, current, selection]);

  const { work, unsourced, forgetUnsourced, edit, clear, refuse } = useGridWork(session, state, onGo);
  const [copied] = useState(createCopied);
  const [lastSource, setLastSource] = useState<SourceId | null>(null);
  const selectedInputs = (): readonly CellAddress[] => (current && selection ? selectedAddresses(current, selection) : []);

  const setWidth = (table: string, column: string, width: number): void => {
    const { widths } = preferences.get();
    preferences.set({ ...preferences.get(), widths: { ...widths, [table]: { ...widths[table], [column]: width } } });
  };
  const select = (table: string, next: GridSelection): void => {
    selectRanges(places, table, next);
    if (session.state.get().notice?.tone === 'refusal') session.dismiss();
  };
  const grids = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever was led to a cell by a search goes on there with the keyboard.
    const input = arrivals === 0 ? null : grids.current?.querySelector<HTMLElement>(`[data-table="${CSS.escape(places.get().active)}"] textarea`);
    // A dialog that closes gives the focus back but leaves the caret in its own field, and typing would go nowhere.
    input?.blur();
    input?.focus({ preventScroll: true });
  }, [arrivals, places]);
  const { sectors } = workbook;
  const latestGo = useRef(onGo);
  useEffect(() => {
    latestGo.current = onGo;
  });
  const go = useCallback((band: string, month: string): void => latestGo.current(addressOfBand({ sectors }, band, month)), [sectors]);

  const leaveFilter = (): void => places.set({ ...places.get(), active: current?.id ?? active, arrivals: places.get().arrivals + 1 });
  const foldPressed = (event: React.MouseEvent): void => {
    const pressed = event.target instanceof Element ? event.target.closest('.row-group') : null;
    const group = pressed?.getAttribute('row-id');
    const table = tables.find(({ id }) => id === pressed?.closest('[data-table]')?.getAttribute('data-table'));
    if (group && table?.rows.some(({ id, folded }) => id === group && folded !== undefined)) rows.toggleGroup(table.id, group);
  };

  const startDrag = (event: React.PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: React.PointerEvent<HTMLDivElement>): void => {
    const main = event.currentTarget.parentElement;
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !main) return;
    const box = main.getBoundingClientRect();
    const share = Math.min(0.8, Math.max(0.25, (event.clientX - box.left) / box.width));
    preferences.set({ ...preferences.get(), gridShare: share });
  };

  return (
    <main className="workbench" style={{ gridTemplateColumns: `minmax(0, ${liked.gridShare}fr) 5px minmax(0, ${1 - liked.gridShare}fr)` }}>
      <section className="inputs" aria-label={workbench.grid[language]}>
        <TabRow tab={tab} periodicity={periodicity} language={language} onTab={(next) => preferences.set({ ...liked, tab: next })} onAction={onAction} />
        <FormulaBar workbook={workbook} scenario={scenario} balance={balance} row={row} columnId={selection?.active.columnId ?? ''} language={language} annotating={annotating} selected={selectedInputs} onAnnotate={(what) => places.set({ ...places.get(), annotating: what })} onComment={(address, text) => session.run(commands.setComment, { scenario, ...address, language, text })} onSource={(cells, said) => session.run(commands.setSource, { scenario, cells, ...said })} onNewSource={() => onAction('editSources')} onTerms={(args) => session.run(commands.setTerms, args)} explaining={explaining} onExplain={(open) => places.set({ ...places.get(), explaining: open })} onGo={onGo} />
        <div className="grids" ref={grids} onClick={foldPressed} style={{ gridTemplateRows: `${filter === undefined ? '' : 'auto '}${caption ? 'auto ' : ''}${gridRows(tables, sizesAt(liked.zoom).row)}` }}>
          {filter !== undefined && (
            <FilterBar text={filter} asked={filterAsked} shown={rowCount(tables)} all={rowCount(chooseTables(tab, workbook, scenario, balance))} language={language} onText={(text) => rows.setFilter(tab, text)} onLeave={leaveFilter} onClose={() => { rows.setFilter(tab, null); leaveFilter(); }} />
          )}
          {caption && <p className="grid-caption">{caption[language]}</p>}
          {tables.map((table) => (
            <DataGrid
              key={`${table.id} ${periodicity}`}
              table={table}
              label={workbench.tabs[tab]}
              language={language}
              readOnly={state.readOnly}
              selection={shown.get(table.id) ?? null}
              inUse={table === current}
              startsAt={periodOfMonth(workbook.shownFrom, periodicity)}
              zoom={liked.zoom}
              holdsTotals={liked.pinTotals}
              widths={liked.widths[table.id] ?? noWidths}
              pointer={pointer}
              onWidth={(column, width) => setWidth(table.id, column, width)}
              onSelect={(next) => select(table.id, next)}
              work={work}
              copied={copied}
              actions={gridActions}
              onEdit={(target, _columnId, cell, value) => edit(target, cell, value)}
              onClear={(_row, _columnId, cell) => clear(cell)}
              onEscape={() => {
                forgetUnsourced();
                if (explaining) places.set({ ...places.get(), explaining: false });
              }}
              onAction={onAction}
              onRefused={refuse}
            />
          ))}
        </div>
        {unsourced && (
          <SourceChip session={session} workbook={workbook} scenario={scenario} unsourced={unsourced} language={language} last={lastSource} onNamed={setLastSource} onClose={forgetUnsourced} />
        )}
        {search.finder.open && <FindBar finder={search.finder} hits={search.hits} language={language} onQuery={search.query} onStep={(by) => search.step(by, false)} onClose={search.close} />}
      </section>
      <div className="divider" role="separator" aria-orientation="vertical" aria-label={workbench.divider[language]} onPointerDown={startDrag} onPointerMove={drag} />
      <ChartsPane periodicity={periodicity} state={state} balance={balance} language={language} dark={dark} pointer={pointer} onGo={go} />
    </main>
  );
}
