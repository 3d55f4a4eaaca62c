/** The Drivers grid: volume x intensity = demand by sector and year, with the yielding member marked. */
import { heads } from '../messages/heads.ts';
import { inputName, resultNames } from '../messages/names.ts';
import { refusals } from '../messages/refusals.ts';
import type { AnnualValue, Balance, SectorYear } from '../model/balance.ts';
import { yearTotal } from '../model/computeBalance.ts';
import type { Inputs } from '../model/inputs.ts';
import { inputsOf } from '../model/inputs.ts';
import { orderedSectors } from '../model/orderedSectors.ts';
import { yearsOf } from '../model/period.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { storedUnit } from '../model/pathUnits.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import { weakestState } from '../model/state.ts';
import type { DriverSector, LockMember, ScenarioId, SectorId, Workbook } from '../model/workbook.ts';
import { valueColumn } from './assumptionRows.ts';
import { computedCell, contextCell, decimalsFor, formats, groupRow, inputCell, inputContext, type InputContext } from './cells.ts';
import { labelColumn, unitColumn, yearColumns } from './columns.ts';
import { technologyRows } from './technologyRows.ts';
import type { Table, TableCell, TableColumn, TableRow } from './table.ts';

const members: readonly LockMember[] = ['volume', 'intensity', 'demand'];

function changeCells(years: readonly number[], value: (year: number) => AnnualValue): Record<string, TableCell> {
  return Object.fromEntries(
    years.slice(1).map((year) => {
      const now = value(year);
      const before = value(year - 1);
      const growth = now.value === null || before.value === null || before.value === 0 ? null : now.value / before.value - 1;
      return [`${year}-yoy`, { ...computedCell(growth, weakestState(now.state, before.state), refusals.growth), format: formats.signedPercent }];
    }),
  );
}

/** A member of the lock: the balance gives its value, the inputs its source and whether it is the scenario's own. */
function memberCell(context: InputContext, member: LockMember, year: number, result: SectorYear, base: UnitId, unit: UnitId): TableCell {
  const { path, inScenario } = context;
  const typed = contextCell(context, String(year));
  const value = result[member].value;
  const yielding = result.yields === member;
  return {
    ...typed,
    value: value === null ? null : convertUnit(value, base, unit),
    state: result[member].state,
    role: yielding && typed.origin !== 'own' ? 'computed' : 'input',
    // A computed member is no default, whether or not a number of its own stands under it.
    quiet: false,
    ...(yielding ? { yielding: true } : {}),
    edit: inScenario && result[member].state === 'actual' ? { kind: 'refused', reason: refusals.actualLocked } : { kind: 'input', address: { path, period: String(year) } },
  };
}

const bounds = { low: 'intensityLow', high: 'intensityHigh' } as const;

/** The columns at the end: between which an intensity is plausible, typed in its own row. */
const rangeColumns: readonly TableColumn[] = [
  { id: 'low', title: heads.plausibleFrom, kind: 'period', width: 92 },
  { id: 'high', title: heads.plausibleTo, kind: 'period', width: 84 },
];

function rangeCells(inputs: Inputs, id: SectorId, unit: UnitId): Record<string, TableCell> {
  return Object.fromEntries(
    Object.entries(bounds).map(([column, name]) => {
      const cell = inputCell(inputs, `sectors/${id}/${name}`, 'all', unit);
      // A bound is a round number and shows no more digits than it has.
      const own = cell.value === null ? 0 : (String(Number(cell.value.toFixed(4))).split('.')[1] ?? '').length;
      return [column, { ...cell, format: { decimals: own } }];
    }),
  );
}

/** The cells on which a finding of the balance stands, "path@year". */
function flaggedPlaces(balance: Balance): ReadonlySet<string> {
  return new Set(balance.findings.flatMap(({ place, severity }) => (place === null || severity === 'info' ? [] : [place])));
}

function driverRows(workbook: Workbook, inputs: Inputs, balance: Balance, id: SectorId, sector: DriverSector, years: readonly number[], flagged: ReadonlySet<string>): TableRow[] {
  const unitOf: Readonly<Record<LockMember, UnitId>> = { volume: sector.volumeUnit, intensity: sector.intensityUnit, demand: 't' };
  return [
    groupRow(`sectors/${id}`, sector.name),
    ...members.map((member): TableRow => {
      const path = `sectors/${id}/${member}`;
      const unit = unitOf[member];
      const base = storedUnit(workbook, path);
      const context = inputContext(inputs, path, unit);
      const valueOf = (year: number): AnnualValue => balance.sectors[id]?.years[String(year)]?.[member] ?? { value: null, state: 'forecast' };
      const first = years.map((year) => valueOf(year).value).find((value) => value !== null) ?? null;
      const shownFirst = first === null ? null : convertUnit(first, base, unit);
      return {
        id: path,
        kind: 'row',
        indent: 1,
        label: inputName(workbook, path),
        unit,
        format: member === 'demand' ? formats.tonnes : { decimals: decimalsFor(shownFirst) },
        cells: {
          ...Object.fromEntries(
            years.flatMap((year) => {
              const result = balance.sectors[id]?.years[String(year)];
              if (!result) return [];
              const cell = memberCell(context, member, year, result, base, unit);
              return [[String(year), flagged.has(`${path}@${year}`) ? { ...cell, flagged: true } : cell]];
            }),
          ),
          ...changeCells(years, valueOf),
          ...(member === 'intensity' ? rangeCells(inputs, id, unit) : {}),
        },
      };
    }),
    ...technologyRows(inputs, balance, id, sector, years),
  ];
}

/** Sectors x years of a scenario. */
export function buildDriversTable(workbook: Workbook, scenario: ScenarioId, balance: Balance): Table {
  const chain = chainOfScenario(workbook, scenario);
  const inputs = inputsOf(workbook, chain.ok ? chain.value : []);
  const years = yearsOf(workbook.horizon);
  const sectors = orderedSectors(workbook.sectors);
  const rows: TableRow[] = [];
  const flagged = flaggedPlaces(balance);
  const named = (year: number): AnnualValue => {
    const parts = sectors.flatMap(([id, sector]) => (sector.kind === 'driver' ? [balance.sectors[id]?.years[String(year)]?.demand ?? { value: null, state: 'forecast' as const }] : []));
    return {
      value: parts.reduce<number | null>((sum, part) => (sum === null || part.value === null ? null : sum + part.value), 0),
      state: weakestState(...parts.map((part) => part.state)),
    };
  };
  for (const [id, sector] of sectors) if (sector.kind === 'driver') rows.push(...driverRows(workbook, inputs, balance, id, sector, years, flagged));
  rows.push({
    id: 'named-uses',
    kind: 'total',
    label: resultNames.namedUses,
    unit: 't',
    format: formats.tonnes,
    cells: {
      ...Object.fromEntries(years.map((year) => [String(year), computedCell(named(year).value, named(year).state, refusals.sum)])),
      ...changeCells(years, named),
    },
  });
  const share = (year: number): AnnualValue => {
    const output = yearTotal(balance, balance.supply, year);
    const value = named(year).value;
    return { value: value === null || output === null || output === 0 ? null : (value / output) * 100, state: named(year).state };
  };
  rows.push({
    id: 'explained',
    kind: 'row',
    label: resultNames.explained,
    unit: 'percent',
    format: formats.inPercent,
    cells: Object.fromEntries(years.map((year) => [String(year), computedCell(share(year).value, share(year).state, refusals.sum)])),
  });
  for (const [id, sector] of sectors) {
    if (sector.kind !== 'residual') continue;
    const demand = (year: number): AnnualValue => balance.sectors[id]?.years[String(year)]?.demand ?? { value: null, state: 'forecast' };
    rows.push({
      id: `sectors/${id}/demand`,
      kind: 'row',
      label: sector.name,
      unit: 't',
      format: formats.tonnes,
      cells: {
        ...Object.fromEntries(years.map((year) => [String(year), computedCell(demand(year).value, demand(year).state, refusals.residual, { path: `sectors/${id}/growth`, period: String(year) })])),
        ...changeCells(years, demand),
      },
    });
    rows.push({
      id: `sectors/${id}/growth`,
      kind: 'row',
      indent: 1,
      label: heads.growth,
      unit: 'percent',
      format: { decimals: 1, signed: true },
      cells: Object.fromEntries(years.filter((year) => year > sector.baseYear).map((year) => [String(year), inputCell(inputs, `sectors/${id}/growth`, String(year), 'percent')])),
    });
  }
  const exports = (year: number): AnnualValue => ({ value: yearTotal(balance, balance.exports, year), state: 'forecast' });
  rows.push({
    id: 'exports',
    kind: 'row',
    label: resultNames.exports,
    unit: 't',
    format: formats.tonnes,
    cells: {
      ...Object.fromEntries(years.map((year) => [String(year), computedCell(exports(year).value, 'forecast', refusals.exportsAnnual)])),
      ...changeCells(years, exports),
    },
  });
  // What a technology takes holds for every year: a column of its own, where there is a technology.
  const stacks = sectors.some(([, sector]) => sector.kind === 'driver' && Object.keys(sector.technologies).length > 0);
  return { id: 'drivers', columns: [labelColumn(heads.sector), unitColumn, ...(stacks ? [{ ...valueColumn, width: 84 }] : []), ...yearColumns(workbook), ...rangeColumns], rows };
}
