/**
 * The Monthly grids: how each sector's year becomes months above, and the months of volume and demand below with the
 * profiles and multipliers that shape them. A typed month is pinned and the rest of its year follows.
 */
import { heads } from '../messages/heads.ts';
import { inputGroups, monthlyHeads } from '../messages/inputGroups.ts';
import { inputName, resultNames } from '../messages/names.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance, MonthlyQuantity } from '../model/balance.ts';
import { lostDays, type HolidayWindow } from '../model/calendar.ts';
import { windowIn, windowPaths } from '../model/holidayInputs.ts';
import { inputsOf } from '../model/inputs.ts';
import { memoize } from '../model/memoize.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { actualsModes, describePath } from '../model/paths.ts';
import { monthIndex, type Month } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit } from '../model/unit.ts';
import type { ScenarioId, SectorId, Workbook } from '../model/workbook.ts';
import { scalarRow, valueColumn } from './assumptionRows.ts';
import { computedCell, decimalsFor, formats, groupRow, inputCell } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { inputDisplay } from './inputDisplay.ts';
import { calendarRow, inputRow, pinnableRow, resultRow, statedRows } from './monthlyRows.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';

const modeColumn: TableColumn = { id: 'actualsMode', title: monthlyHeads.actualsMode, kind: 'text', width: 118 };
const growthColumns = actualsModes.map((mode): TableColumn => ({ id: mode, title: monthlyHeads[mode], kind: 'change', width: 82 }));
const otherColumns: readonly TableColumn[] = [
  { id: 'splitMethod', title: monthlyHeads.splitMethod, kind: 'text', width: 112 },
  { id: 'leadMonths', title: monthlyHeads.leadMonths, kind: 'period', width: 112 },
  { id: 'holidayFactor', title: monthlyHeads.holidayFactor, kind: 'period', width: 78 },
  { id: 'subsidyPayback', title: monthlyHeads.subsidyPayback, kind: 'period', width: 108 },
  { id: 'priceElasticity', title: monthlyHeads.priceElasticity, kind: 'period', width: 88 },
];

/** What each mode asks of the months still to come: in the as-of year, else in the last year that has both known and open months. */
function remainingCells(balance: Balance, id: SectorId, asOfYear: string): Record<string, TableCell> {
  const years = balance.sectors[id]?.years ?? {};
  const partly = years[asOfYear]?.remaining ?? Object.values(years).findLast((year) => year.remaining !== null)?.remaining;
  if (!partly) return {};
  return Object.fromEntries(actualsModes.map((mode) => [mode, { ...computedCell(partly[mode].impliedGrowth, 'forecast', refusals.remaining), format: formats.signedPercent }]));
}

/** Sectors x what turns their year into months; a sector without such an input has a blank cell. */
export function buildMonthlyAssumptionsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const rows = orderedSectors(workbook.sectors).map(([id, sector]): TableRow => {
    const cells: Record<string, TableCell> = remainingCells(balance, id, workbook.asOf.slice(0, 4));
    for (const { id: name } of [modeColumn, ...otherColumns]) {
      const path = `sectors/${id}/${name}`;
      if (!describePath(workbook, path)) continue;
      const { unit, format } = inputDisplay(workbook, path);
      cells[name] = { ...inputCell(inputs, path, 'all', unit), format, ...(unit === undefined ? {} : { unit }) };
    }
    return { id: `sectors/${id}/assumptions`, kind: 'row', label: sector.name, format: formats.ratio, cells };
  });
  // The window of Chinese New Year holds for every sector: a column of its own, as what a technology takes has among the drivers.
  rows.push(groupRow('group/newYear', inputGroups.newYear), ...Object.values(windowPaths).flatMap(({ days, weight }) => [days, weight].map((path) => scalarRow(inputs, path, { indent: 1 }))));
  return { id: 'monthly-assumptions', columns: [labelColumn(heads.sector, 220), { ...valueColumn, width: 76 }, modeColumn, ...growthColumns, ...otherColumns], rows };
}

/** Judged, like the window itself; the same line as long as months and window are the same. */
const lostDaysLine = memoize((months: readonly Month[], window: HolidayWindow): MonthlyQuantity => ({ values: months.map((month) => lostDays(monthIndex(month), window)), states: months.map(() => 'estimate') }));

/** Sectors x months of a scenario, under the days that Chinese New Year takes from each. */
export function buildMonthlyTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const rows: TableRow[] = [resultRow(balance, { id: 'calendar/lostDays', label: resultNames.lostDays }, lostDaysLine(balance.months, windowIn(inputs)), 'days', formats.days, refusals.lostDays)];
  for (const [id, sector] of orderedSectors(workbook.sectors)) {
    const result = balance.sectors[id];
    if (!result) continue;
    const path = (name: string): string => `sectors/${id}/${name}`;
    rows.push(groupRow(`sectors/${id}`, sector.name));
    if (sector.kind === 'driver') {
      const volume = result.volume ?? { values: [], states: [] };
      const base = storedUnit(workbook, path('volumeMonthly'));
      const first = volume.values.find((value) => value !== null) ?? null;
      const decimals = decimalsFor(first === null ? null : convertUnit(first, base, sector.volumeUnit));
      const text = { id: path('volumeMonthly'), label: inputName(workbook, path('volume')), indent: 1 };
      rows.push(pinnableRow(balance, inputs, text, volume, path('volumeMonthly'), base, sector.volumeUnit, { decimals: Math.min(3, decimals) }), inputRow(balance, inputs, path('volumeCumulative'), { label: heads.sinceJanuary, indent: 2 }));
    }
    rows.push(
      ...statedRows(balance, inputs, { id: path('demandMonthly'), label: heads.demand, indent: 1 }, result.demand, path('demandMonthly'), formats.tonnes, refusals.scaled),
      inputRow(balance, inputs, path('demandCumulative'), { label: heads.sinceJanuary, indent: 2 }),
      calendarRow(balance.months, inputs, path('profile'), { indent: 2 }),
      inputRow(balance, inputs, path('rush'), { indent: 2 }),
      inputRow(balance, inputs, path('rushShare'), { indent: 2 }),
    );
    if (sector.kind === 'driver') rows.push(inputRow(balance, inputs, path('subsidyUplift'), { indent: 2 }), inputRow(balance, inputs, path('paybackProfile'), { indent: 2 }));
  }
  return { id: 'monthly', columns: [labelColumn(heads.sector, 190), unitColumn, ...monthColumns(balance)], rows };
}
