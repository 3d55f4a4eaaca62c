/** Says where numbers come from, for many cells in one step. In a scenario the source belongs to its differences. */
import { cellCount, sourcedCells } from '../messages/commands.ts';
import { isIsoDate, type IsoDate } from '../model/period.ts';
import type { Cell, CellAddress, CellState, Grade, PeriodKey, ScenarioId, Series, SeriesPath, SourceId, Workbook } from '../model/workbook.ts';
import { fail, ok, type Result } from '../result.ts';
import { annotateCells } from './annotateCells.ts';
import { checkHidden } from './cellRules.ts';
import type { Command } from './command.ts';
import { placeOfCells } from './placeOfCells.ts';

export type SetSourceArgs = {
  readonly scenario: ScenarioId;
  readonly cells: readonly CellAddress[];
  /** Null takes the source and its locator away. */
  readonly source: SourceId | null;
  /** Where in the source; left out, none stands. */
  readonly locator?: string;
  /** Left out, the grade stays. */
  readonly grade?: Grade;
  /** Whether the numbers are published figures, estimates or forecasts; left out, they stay what they are. Of the workbook's own numbers only. */
  readonly state?: CellState;
  /** The day on which they became known, as it was typed; null takes it away, left out it stays. Of the workbook's own numbers only. */
  readonly known?: string | null;
};

/** The workbook's own cells with another state or another day on which they became known; what is hidden at the as-of date stays hidden and as it is. */
function withEvidence(workbook: Workbook, cells: readonly CellAddress[], state: CellState | undefined, known: IsoDate | null | undefined): Workbook {
  const series: Record<SeriesPath, Series> = { ...workbook.series };
  let changed = false;
  for (const address of cells) {
    const own = Object.hasOwn(series, address.path) ? series[address.path] : undefined;
    const cell = own?.cells[address.period];
    if (own === undefined || cell === undefined || !checkHidden(workbook, address).ok) continue;
    const { known: before, ...rest } = cell;
    const day = known === undefined ? before : (known ?? undefined);
    if ((state ?? cell.state) === cell.state && day === before) continue;
    const told: Cell = { ...rest, state: state ?? cell.state, ...(day === undefined ? {} : { known: day }) };
    const next: Record<PeriodKey, Cell> = { ...own.cells, [address.period]: told };
    series[address.path] = { ...own, cells: next };
    changed = true;
  }
  return changed ? { ...workbook, series } : workbook;
}

export const setSource: Command<SetSourceArgs> = {
  name: 'set-source',
  label(workbook, { cells, source }) {
    return sourcedCells(cellCount(cells.length), placeOfCells(workbook, cells), source === null ? null : (workbook.sources[source]?.title ?? source));
  },
  run(workbook, { scenario, cells, source, locator = '', grade, state, known }): Result<Workbook> {
    if (!Object.hasOwn(workbook.scenarios, scenario)) return fail('unknown-scenario', { place: scenario, values: { id: scenario } });
    if (source !== null && !Object.hasOwn(workbook.sources, source)) return fail('unknown-source', { place: source, values: { id: source } });
    const speaksOfEvidence = state !== undefined || known !== undefined;
    if (speaksOfEvidence && workbook.scenarios[scenario]?.parent !== null) return fail('state-of-difference', { place: scenario });
    if (typeof known === 'string' && !isIsoDate(known)) return fail('date-invalid', { values: { date: known } });
    if (typeof known === 'string' && known > workbook.asOf) return fail('known-after-as-of', { values: { known, asOf: workbook.asOf } });
    const where = locator.trim();
    const { workbook: after, count } = annotateCells(workbook, scenario, cells, ({ note, grade: before }) => {
      const kept = grade ?? before;
      return {
        ...(source === null ? {} : { source }),
        ...(source === null || where === '' ? {} : { locator: where }),
        ...(kept === undefined ? {} : { grade: kept }),
        ...(note === undefined ? {} : { note }),
      };
    });
    if (count === 0) return fail('nothing-to-source');
    return ok(speaksOfEvidence ? withEvidence(after, cells, state, typeof known === 'string' && isIsoDate(known) ? known : known === null ? null : undefined) : after);
  },
};
