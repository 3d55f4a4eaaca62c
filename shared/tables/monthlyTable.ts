/**
 * The Monthly grids: how each sector's year becomes months above, and the months of volume and demand below with the
 * profiles and multipliers that shape them. A typed month is pinned and the rest of its year follows.
 */
import { heads } from '../messages/heads.ts';
import { inputName } from '../messages/names.ts';
import { phrase, type Phrase } from '../messages/phrase.ts';
import { unitNames } from '../messages/units.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { describePath } from '../model/paths.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit } from '../model/unit.ts';
import type { ScenarioId, SectorId, Workbook } from '../model/workbook.ts';
import { decimalsFor, formats, groupRow, inputCell } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { inputDisplay } from './inputDisplay.ts';
import { calendarRow, inputRow, pinnableRow } from './monthlyRows.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';

/** One column each, in this order; a sector without such an input has a blank cell. */
const assumptions = ['actualsMode', 'splitMethod', 'leadMonths', 'holidayFactor', 'subsidyPayback', 'priceElasticity'] as const;
const widths: Readonly<Record<(typeof assumptions)[number], number>> = { actualsMode: 138, splitMethod: 138, leadMonths: 132, holidayFactor: 104, subsidyPayback: 116, priceElasticity: 104 };

function titled(workbook: Workbook, id: SectorId, name: string): Phrase {
  const path = `sectors/${id}/${name}`;
  const short = inputName(workbook, path);
  const { unit } = inputDisplay(workbook, path);
  return unit === undefined || unit === 'ratio' ? short : phrase(`${short.en}, ${unitNames[unit].en}`, `${short.zh}（${unitNames[unit].zh}）`);
}

/** Sectors x what turns their year into months. */
export function buildMonthlyAssumptionsTable(workbook: Workbook, scenario: ScenarioId): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const sectors = orderedSectors(workbook.sectors);
  const driver = sectors.find(([, sector]) => sector.kind === 'driver')?.[0] ?? '';
  const columns = assumptions.map((name): TableColumn => ({ id: name, title: titled(workbook, driver, name), kind: /mode|method/i.test(name) ? 'text' : 'period', width: widths[name] }));
  const rows = sectors.map(([id, sector]): TableRow => {
    const cells: Record<string, TableCell> = {};
    for (const name of assumptions) {
      const path = `sectors/${id}/${name}`;
      if (!describePath(workbook, path)) continue;
      const { unit, format } = inputDisplay(workbook, path);
      cells[name] = { ...inputCell(inputs, path, 'all', unit), format, ...(unit === undefined ? {} : { unit }) };
    }
    return { id: `sectors/${id}/assumptions`, kind: 'row', label: sector.name, format: formats.ratio, cells };
  });
  return { id: 'monthly-assumptions', columns: [labelColumn(heads.sector, 150), ...columns], rows };
}

/** Sectors x months of a scenario. */
export function buildMonthlyTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const rows: TableRow[] = [];
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
      rows.push(pinnableRow(balance, inputs, text, volume, path('volumeMonthly'), base, sector.volumeUnit, { decimals: Math.min(3, decimals) }));
    }
    rows.push(
      pinnableRow(balance, inputs, { id: path('demandMonthly'), label: heads.demand, indent: 1 }, result.demand, path('demandMonthly'), 't', 't', formats.tonnes),
      calendarRow(balance.months, inputs, path('profile'), { indent: 2 }),
      inputRow(balance, inputs, path('rush'), { indent: 2 }),
    );
    if (sector.kind === 'driver') rows.push(inputRow(balance, inputs, path('subsidyUplift'), { indent: 2 }), inputRow(balance, inputs, path('paybackProfile'), { indent: 2 }));
  }
  return { id: 'monthly', columns: [labelColumn(heads.sector, 190), unitColumn, ...monthColumns(balance)], rows };
}
