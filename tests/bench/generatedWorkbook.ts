/** A workbook of any size, grown from a real one: its sectors repeated, its last year carried on, scenarios in pairs of parent and child. */
import { monthAt, monthIndex, yearsOf, type Horizon } from '../../shared/model/period.ts';
import type { Cell, Overlay, Scenario, Sector, SectorId, Series, Workbook } from '../../shared/model/workbook.ts';

export type Size = { readonly sectors: number; readonly months: number; readonly scenarios: number };

/** Annual series go on with the last year's cell; the others stay as they are. */
function carriedOn(series: Series, lastYear: number, horizon: Horizon): Series {
  const last = series.kind === 'annual' ? series.cells[String(lastYear)] : undefined;
  if (!last) return series;
  const later = yearsOf(horizon).filter((year) => year > lastYear);
  return { ...series, cells: { ...series.cells, ...Object.fromEntries(later.map((year) => [String(year), last])) } };
}

function scaled(series: Series, factor: number): Series {
  const cells = Object.entries(series.cells).map(([period, cell]): [string, Cell] => [period, { ...cell, value: cell.value === null ? null : cell.value * factor }]);
  return { ...series, cells: Object.fromEntries(cells) };
}

function overlaysOf(scenario: number, sectorIds: readonly SectorId[], year: number): Scenario['overlays'] {
  const overlays: Record<string, Overlay> = {};
  for (let at = 0; at < 6; at += 1) {
    const id = sectorIds[(scenario * 7 + at * 5) % sectorIds.length];
    const path = `sectors/${String(id)}/volume`;
    overlays[`${path}@${year}`] = { path, periods: [String(year)], op: 'mul', value: 1 + scenario / 50 };
  }
  return overlays;
}

/** A workbook of a size whose named uses add up to those of the one it is grown from. `months` is a multiple of twelve. */
export function generatedWorkbook(from: Workbook, { sectors: count, months, scenarios: scenarioCount }: Size): Workbook {
  const start = monthIndex(from.horizon.start);
  const horizon: Horizon = { start: from.horizon.start, end: monthAt(start + months - 1) };
  const lastYear = yearsOf(from.horizon).at(-1) ?? 0;
  const drivers = Object.entries(from.sectors).filter(([, sector]) => sector.kind === 'driver');
  const others = Object.entries(from.sectors).filter(([, sector]) => sector.kind !== 'driver');
  const wanted = count - others.length;
  const sectors: Record<SectorId, Sector> = Object.fromEntries(others);
  const series: Record<string, Series> = {};
  const ownPaths = (id: SectorId): readonly string[] => Object.keys(from.series).filter((path) => path.startsWith(`sectors/${id}/`));
  const copied = new Set(drivers.flatMap(([id]) => ownPaths(id)));
  for (const [path, one] of Object.entries(from.series)) if (!copied.has(path)) series[path] = carriedOn(one, lastYear, horizon);
  const driverIds: SectorId[] = [];
  for (let at = 0; at < wanted; at += 1) {
    const [model, sector] = drivers[at % drivers.length] ?? [];
    if (model === undefined || sector === undefined) break;
    const id = at < drivers.length ? model : `${model}${Math.floor(at / drivers.length) + 1}`;
    driverIds.push(id);
    sectors[id] = { ...sector, order: at };
    for (const path of ownPaths(model)) {
      const one = carriedOn(from.series[path] ?? { kind: 'annual', unit: 't', cells: {} }, lastYear, horizon);
      series[path.replace(`sectors/${model}/`, `sectors/${id}/`)] = /\/(intensity|demand|demandMonthly)$/.test(path) ? scaled(one, drivers.length / wanted) : one;
    }
  }
  const [rootId, root] = Object.entries(from.scenarios).find(([, scenario]) => scenario.parent === null) ?? [];
  if (rootId === undefined || root === undefined) throw new Error('The workbook to grow from has no root scenario.');
  const scenarios: Record<string, Scenario> = { [rootId]: root };
  for (let at = 1; at < scenarioCount; at += 1) {
    const parent = at % 2 === 0 ? `generated${at - 1}` : rootId;
    scenarios[`generated${at}`] = { ...root, parent, order: at, overlays: overlaysOf(at, driverIds, lastYear) };
  }
  return { ...from, horizon, sectors, series, scenarios };
}
