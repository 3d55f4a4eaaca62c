/** Writing and removing one cell of a series or one difference of a scenario, without a change to anything else. */
import { describePath, periodsOf } from '../model/paths.ts';
import { baseUnitOf } from '../model/pathUnits.ts';
import type { Cell, CellAddress, Overlay, PeriodKey, Scenario, ScenarioId, Series, SeriesPath, Workbook } from '../model/workbook.ts';
import { typedState } from './cellRules.ts';

function seriesAt(workbook: Workbook, path: SeriesPath): Series {
  const kind = describePath(workbook, path)?.kind ?? 'scalar';
  return workbook.series[path] ?? { kind, unit: baseUnitOf(workbook, path), cells: {} };
}

function withSeries(workbook: Workbook, path: SeriesPath, series: Series): Workbook {
  return { ...workbook, series: { ...workbook.series, [path]: series } };
}

/** Puts a typed number into the workbook itself. The source and note of the former number do not stay with it. */
export function writeBaseCell(workbook: Workbook, { path, period }: CellAddress, value: number | null): Workbook {
  const series = seriesAt(workbook, path);
  const before = series.cells[period];
  if (before && before.value === value) return workbook;
  const cell: Cell = { value, state: typedState(workbook, period, before?.state), grade: 'C' };
  return withSeries(workbook, path, { ...series, cells: { ...series.cells, [period]: cell } });
}

/** Takes a cell out of the workbook itself, so that what it replaced is computed again. */
export function removeBaseCell(workbook: Workbook, { path, period }: CellAddress): Workbook {
  const series = workbook.series[path];
  if (!series || !Object.hasOwn(series.cells, period)) return workbook;
  const cells = Object.fromEntries(Object.entries(series.cells).filter(([key]) => key !== period));
  return withSeries(workbook, path, { ...series, cells });
}

function withOverlays(workbook: Workbook, id: ScenarioId, scenario: Scenario, overlays: Scenario['overlays']): Workbook {
  return { ...workbook, scenarios: { ...workbook.scenarios, [id]: { ...scenario, overlays } } };
}

/** The overlays of a scenario without their effect on one cell; one that covers more periods keeps the others. */
function overlaysWithout(workbook: Workbook, overlays: Scenario['overlays'], { path, period }: CellAddress): Scenario['overlays'] {
  const kept: Record<string, Overlay> = {};
  for (const [key, overlay] of Object.entries(overlays)) {
    if (overlay.path !== path) {
      kept[key] = overlay;
      continue;
    }
    const all = overlay.periods.length === 0 ? periodsOf(seriesAt(workbook, path).kind, workbook.horizon) : overlay.periods;
    if (!all.includes(period)) kept[key] = overlay;
    else if (all.length > 1) kept[key] = { ...overlay, periods: all.filter((other: PeriodKey) => other !== period) };
  }
  return kept;
}

/** True when a scenario itself holds a difference on a cell. */
export function hasOverlay(workbook: Workbook, id: ScenarioId, { path, period }: CellAddress): boolean {
  return Object.values(workbook.scenarios[id]?.overlays ?? {}).some(
    (overlay) => overlay.path === path && (overlay.periods.length === 0 || overlay.periods.includes(period)),
  );
}

/** Makes a typed number the scenario's own: what the scenario did to the cell before is dropped, so that the number is shown. */
export function writeOverlay(workbook: Workbook, id: ScenarioId, address: CellAddress, value: number): Workbook {
  const scenario = workbook.scenarios[id];
  if (!scenario) return workbook;
  const overlay: Overlay = { path: address.path, periods: [address.period], op: 'set', value };
  const kept = overlaysWithout(workbook, scenario.overlays, address);
  return withOverlays(workbook, id, scenario, { ...kept, [`${address.path}@${address.period}`]: overlay });
}

/** Returns a cell to what the scenario inherits. */
export function removeOverlay(workbook: Workbook, id: ScenarioId, address: CellAddress): Workbook {
  const scenario = workbook.scenarios[id];
  if (!scenario || !hasOverlay(workbook, id, address)) return workbook;
  return withOverlays(workbook, id, scenario, overlaysWithout(workbook, scenario.overlays, address));
}
