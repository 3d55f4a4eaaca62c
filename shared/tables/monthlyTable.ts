/** The Monthly grid: volume and demand of every sector by month; a typed month of volume is pinned and the rest follows. */
import { heads } from '../messages/heads.ts';
import { inputName } from '../messages/names.ts';
import { refusals } from '../messages/refusals.ts';
import type { Balance } from '../model/balance.ts';
import { inputsOf } from '../model/inputs.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { convertUnit } from '../model/unit.ts';
import type { ScenarioId, Workbook } from '../model/workbook.ts';
import { decimalsFor, formats, groupRow } from './cells.ts';
import { labelColumn, monthColumns, unitColumn } from './columns.ts';
import { pinnableRow, resultRow } from './monthlyRows.ts';
import type { Table, TableRow } from './table.ts';

/** Sectors x months of a scenario. */
export function buildMonthlyTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const rows: TableRow[] = [];
  for (const [id, sector] of orderedSectors(workbook.sectors)) {
    const result = balance.sectors[id];
    if (!result) continue;
    rows.push(groupRow(`sectors/${id}`, sector.name));
    if (sector.kind === 'driver' && result.volume) {
      const base = workbook.series[`sectors/${id}/volume`]?.unit ?? sector.volumeUnit;
      const first = result.volume.values.find((value) => value !== null) ?? null;
      const decimals = decimalsFor(first === null ? null : convertUnit(first, base, sector.volumeUnit));
      rows.push(
        pinnableRow(
          balance,
          inputs,
          { id: `sectors/${id}/volumeMonthly`, label: inputName(workbook, `sectors/${id}/volume`), indent: 1 },
          result.volume,
          `sectors/${id}/volumeMonthly`,
          base,
          sector.volumeUnit,
          { decimals: Math.min(3, decimals) },
        ),
        resultRow(balance, { id: `sectors/${id}/demandMonthly`, label: heads.demand, indent: 1 }, result.demand, 't', formats.tonnes, refusals.monthlyDemand),
      );
    } else {
      rows.push(
        pinnableRow(balance, inputs, { id: `sectors/${id}/demandMonthly`, label: heads.demand, indent: 1 }, result.demand, `sectors/${id}/demandMonthly`, 't', 't', formats.tonnes),
      );
    }
  }
  return { id: 'monthly', columns: [labelColumn(heads.sector, 190), unitColumn, ...monthColumns(balance)], rows };
}
