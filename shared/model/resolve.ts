/**
 * Scenario resolution (method, section 8; settled point 30; worked case M25).
 *
 * From the root to the leaf, layer by layer; within a layer the canonical order set, then the product of mul, then the sum
 * of add, so that the order of mul and add does not matter. A set discards what earlier layers did to that cell. An actual
 * outranks every overlay that is not marked counterfactual.
 */
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { memoize } from './memoize.ts';
import type { Cell, Overlay, PeriodKey, Scenario, ScenarioId, Series, SeriesPath, Workbook } from './workbook.ts';

export type Origin = 'root' | 'inherited' | 'own';

/** A cell as a scenario sees it. */
export type ResolvedCell = Cell & { readonly origin: Origin };

export type ResolvedSeries = Omit<Series, 'cells'> & { readonly cells: Readonly<Record<PeriodKey, ResolvedCell | Cell>> };

/** The overlays of one scenario on one path. */
type Layer = { readonly own: boolean; readonly overlays: readonly Overlay[] };

/** The scenarios from the root down to one, or the reason why there is no such chain. The same array for the same scenarios. */
export const scenarioChain = memoize((scenarios: Workbook['scenarios'], id: ScenarioId): Result<readonly Scenario[]> => {
  const chain: Scenario[] = [];
  const seen = new Set<ScenarioId>();
  for (let at: ScenarioId | null = id; at !== null; ) {
    const scenario: Scenario | undefined = Object.hasOwn(scenarios, at) ? scenarios[at] : undefined;
    if (!scenario) return fail(at === id ? 'unknown-scenario' : 'scenario-parent-missing', { place: id, values: { id: at } });
    if (seen.has(at)) return fail('scenario-cycle', { place: id, values: { id: at } });
    seen.add(at);
    chain.unshift(scenario);
    at = scenario.parent;
  }
  return ok(chain);
});

/** The value of a cell after one layer's overlays, given what the earlier layers left. Null stays null but for a set. */
export function applyLayer(value: number | null, overlays: readonly Pick<Overlay, 'op' | 'value'>[]): number | null {
  let result = value;
  for (const overlay of overlays) if (overlay.op === 'set') result = overlay.value;
  for (const overlay of overlays) {
    if (overlay.op === 'mul') result = result === null || overlay.value === null ? null : result * overlay.value;
  }
  for (const overlay of overlays) {
    if (overlay.op === 'add') result = result === null || overlay.value === null ? null : result + overlay.value;
  }
  return result;
}

const noOverlays: readonly Overlay[] = [];
const byPathOf = new WeakMap<Scenario['overlays'], ReadonlyMap<SeriesPath, readonly Overlay[]>>();

/** The overlays of a scenario by path; the same arrays for the same scenario, so that results can be remembered. */
export function overlaysByPath(overlays: Scenario['overlays']): ReadonlyMap<SeriesPath, readonly Overlay[]> {
  const known = byPathOf.get(overlays);
  if (known) return known;
  const map = new Map<SeriesPath, Overlay[]>();
  for (const key of Object.keys(overlays).sort()) {
    const overlay = overlays[key];
    if (!overlay) continue;
    const list = map.get(overlay.path);
    if (list) list.push(overlay);
    else map.set(overlay.path, [overlay]);
  }
  byPathOf.set(overlays, map);
  return map;
}

function resolveCell(cell: Cell | undefined, fallback: number | undefined, layers: readonly Layer[], period: PeriodKey): ResolvedCell | Cell | null {
  let value = cell ? cell.value : (fallback ?? null);
  let touched: Origin | null = null;
  let removed = false;
  let last: Overlay | null = null;
  let counterfactual = false;
  for (const layer of layers) {
    const here = layer.overlays.filter(
      (overlay) =>
        (overlay.periods.length === 0 || overlay.periods.includes(period)) &&
        (cell?.state !== 'actual' || overlay.counterfactual === true),
    );
    if (here.length === 0) continue;
    value = applyLayer(value, here);
    removed = here.some((overlay) => overlay.counterfactual === true && overlay.op === 'set' && overlay.value === null);
    counterfactual = counterfactual || here.some((overlay) => overlay.counterfactual === true);
    touched = layer.own ? 'own' : 'inherited';
    last = here[here.length - 1] ?? null;
  }
  if (touched === null) return cell ?? null;
  if (removed) return null;
  const state = counterfactual && cell?.state === 'actual' ? 'estimate' : (cell?.state ?? 'forecast');
  return {
    value,
    state,
    origin: touched,
    ...(last?.source === undefined ? {} : { source: last.source }),
    ...(last?.note === undefined ? {} : { note: last.note }),
  };
}

const resolveLayers = memoize(
  (series: Series, fallback: number | undefined, periods: readonly PeriodKey[], ...flat: readonly (boolean | readonly Overlay[])[]): ResolvedSeries => {
    const layers: Layer[] = [];
    for (let at = 0; at < flat.length; at += 2) {
      const own = flat[at];
      const overlays = flat[at + 1];
      if (typeof own === 'boolean' && Array.isArray(overlays)) layers.push({ own, overlays });
    }
    const cells: Record<PeriodKey, ResolvedCell | Cell> = {};
    for (const period of new Set([...Object.keys(series.cells), ...periods])) {
      const resolved = resolveCell(series.cells[period], fallback, layers, period);
      if (resolved) cells[period] = resolved;
    }
    return { ...series, cells };
  },
);

/**
 * A series as a scenario sees it. Without overlays on the path it is the series itself, the same object.
 * `series` may be one the model derived (a solved lock); `periods` are those that an overlay on "all" reaches.
 */
export function resolveSeries(
  series: Series,
  path: SeriesPath,
  chain: readonly Scenario[],
  periods: readonly PeriodKey[],
  fallback?: number,
): ResolvedSeries {
  const flat: (boolean | readonly Overlay[])[] = [];
  chain.forEach((scenario, depth) => {
    const overlays = overlaysByPath(scenario.overlays).get(path) ?? noOverlays;
    if (overlays.length > 0) flat.push(depth === chain.length - 1, overlays);
  });
  return flat.length === 0 ? series : resolveLayers(series, fallback, periods, ...flat);
}
