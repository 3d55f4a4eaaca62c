/** The Exports & events grids: assumptions and event parameters above, the months below. */
import { formatDate } from '../format.ts';
import { heads } from '../messages/heads.ts';
import { resultNames } from '../messages/names.ts';
import { phrase, type Language } from '../messages/phrase.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { yearsOf, type IsoDate } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import type { MarketEvent, ScenarioId, Workbook } from '../model/workbook.ts';
import { annualRow, noteColumn, plainYearColumns, scalarRow, valueColumn } from './assumptionRows.ts';
import { formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { calendarRow, inputRow, resultRow, statedRows } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

/** The parameters that an event of a kind has: only an easing has a level to lift to, only a restriction a curve; a note has none. */
const parametersOf: Readonly<Record<MarketEvent['kind'], readonly string[]>> = {
  restrict: ['active', 'graceDays', 'controlledMidpoint', 'uncontrolledMidpoint', 'steepness', 'uncontrolledFloor'],
  ease: ['active', 'level'],
  note: ['active'],
};

/** The day of an event beside the switch that makes it act, before what else is noted there. */
function dated(row: TableRow, date: IsoDate): TableRow {
  const noted = row.cells['note']?.text;
  const day = (language: Language): string => `${formatDate(date, language)}${noted && row.cells['all']?.quiet !== true ? ` · ${noted[language]}` : ''}`;
  return { ...row, cells: { ...row.cells, note: { value: null, text: phrase(day('en'), day('zh')), role: 'label' } } };
}

/** Assumptions of the export model and of every event. */
export function buildExportAssumptionsTable(workbook: Workbook, scenario: ScenarioId): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  // Growth starts from the base year: before it there is nothing to grow.
  const grows = (year: number): boolean => year > workbook.exportBaseYear;
  return {
    id: 'export-assumptions',
    columns: [labelColumn(heads.assumption, 316), unitColumn, valueColumn, ...plainYearColumns(workbook).filter((column) => grows(Number(column.id))), noteColumn],
    rows: [
      annualRow(inputs, 'exports/growth', yearsOf(workbook.horizon).filter(grows)),
      ...['exports/controlledShare', 'exports/releaseRate', 'exports/diversionRate', 'exports/openingBacklog', 'exports/stockpileUnwind'].map((path) => scalarRow(inputs, path)),
      ...Object.entries(workbook.events)
        .sort(([a, x], [b, y]) => (x.date < y.date ? -1 : x.date > y.date ? 1 : a < b ? -1 : 1))
        .flatMap(([id, event]) => [
          ...(event.kind === 'note' ? [] : [groupRow(`events/${id}`, event.title)]),
          ...parametersOf[event.kind].map((name) => {
            // A note has nothing but its mark: one row, under its own name.
            const row = scalarRow(inputs, `events/${id}/${name}`, event.kind === 'note' ? { label: event.title } : { indent: 1 });
            return name === 'active' ? dated(row, event.date) : row;
          }),
        ]),
    ],
  };
}

/** Exports by month: base, approval, shipments, backlog, caps and stockpiling, and the known months. */
export function buildExportsTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const detail = balance.exportsDetail;
  const reason = refusals.exportModel;
  const baseYear = String(workbook.exportBaseYear);
  // In its own year where the horizon holds the whole of it, else in every month.
  const ofBaseYear = balance.months.filter((month) => month.startsWith(baseYear));
  const baseMonths = ofBaseYear.length === 12 ? ofBaseYear : balance.months;
  return {
    id: 'exports',
    columns: [labelColumn(heads.exports, 236), unitColumn, ...monthColumns(balance)],
    rows: [
      calendarRow(baseMonths, inputs, 'exports/baseYear', { label: phrase(`Base year ${baseYear}`, `基期 ${baseYear}`) }),
      resultRow(balance, { id: 'exports/base', label: resultNames.exportBase }, detail.base, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/approval', label: resultNames.approval, weightedBy: 'exports/base' }, detail.approval, 'percent', formats.inPercent, reason, false),
      resultRow(balance, { id: 'exports/approvalControlled', label: resultNames.approvalControlled, indent: 1, weightedBy: 'exports/base' }, detail.approvalControlled, 'percent', formats.inPercent, reason, false),
      resultRow(balance, { id: 'exports/approvalUncontrolled', label: resultNames.approvalUncontrolled, indent: 1, weightedBy: 'exports/base' }, detail.approvalUncontrolled, 'percent', formats.inPercent, reason, false),
      resultRow(balance, { id: 'exports/ship', label: resultNames.ship }, detail.ship, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/release', label: resultNames.release }, detail.release, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/lost', label: resultNames.lost }, detail.lost, 't', formats.tonnes, reason),
      resultRow(balance, { id: 'exports/backlog', label: resultNames.backlog }, detail.backlog, 't', formats.tonnes, reason, false),
      inputRow(balance, inputs, 'exports/cap'),
      inputRow(balance, inputs, 'exports/stockpile'),
      resultRow(balance, { id: 'exports/netStockpile', label: resultNames.netStockpile }, detail.stockpile, 't', formats.signedTonnes, refusals.netStockpile),
      ...statedRows(balance, inputs, { id: 'exports/monthly', label: resultNames.exportsFinished, kind: 'total' }, detail.exports, 'exports/monthly', formats.tonnes, refusals.scaled),
      inputRow(balance, inputs, 'exports/cumulative', { label: heads.sinceJanuary, indent: 1 }),
      resultRow(balance, { id: 'exports/blank', label: resultNames.exports }, balance.exports, 't', formats.tonnes, reason),
    ],
  };
}
