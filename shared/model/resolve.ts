/**
 * Scenario resolution (method, section 8; settled points 30, 35; worked case M25).
 *
 * From the root to the leaf, layer by layer, a chosen vintage directly above the root, the packages of a scenario directly
 * under its own differences in the order of its list; within a layer the canonical order growth (on the levels the earlier layers left), set, then the product of mul, then the sum of add, so that the order of mul and add does not matter. A set discards what earlier layers did to that cell. An actual
 * outranks every overlay that is not marked counterfactual.
 */
import type { Result } from '../result.ts';
import { fail, ok } from '../result.ts';
import { finite } from './finite.ts';
import { applyGrowth, type GrowthProblem } from './growth.ts';
import { remember, shelf } from './remember.ts';
import type { Cell, Overlay, Package, PeriodKey, Scenario, ScenarioId, Series, SeriesPath, Vintage, Workbook } from './workbook.ts';

export type Origin = 'root' | 'inherited' | 'own';

/** A cell as a scenario sees it. */
export type ResolvedCell = Cell & { readonly origin: Origin };

/** Why a growth overlay does nothing in a period: see growth.ts; `not-annual`: only annual series grow. */
export type OverlayProblem = { readonly period: PeriodKey; readonly problem: GrowthProblem | 'not-annual' };

export type ResolvedSeries = Omit<Series, 'cells'> & {
  readonly cells: Readonly<Record<PeriodKey, ResolvedCell | Cell>>;
  readonly problems?: readonly OverlayProblem[];
};

/** A layer of a chain: a scenario, a package that one mixes in, or the vintage that stands under all of them. */
export type ChainScenario = Scenario & { readonly isVintage?: true; readonly isPackage?: true };

/** The overlays of one scenario on one path. */
type Layer = { readonly own: boolean; readonly overlays: readonly Overlay[] };

/** The scenarios from the root down to one, or the reason why there is no such chain. The same array for the same scenarios. */
export const scenarioChain = remember((scenarios: Workbook['scenarios'], id: ScenarioId): Result<readonly Scenario[]> => {
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

/** The same layer for every scenario that mixes a package in, so that what it gives is remembered once. */
const packageLayer = remember(
  (mixed: Package, name: Scenario['name']): ChainScenario => ({ name, parent: null, order: mixed.order, color: 0, narrative: mixed.narrative, overlays: mixed.overlays, isPackage: true }),
);

const noPackages: NonNullable<Workbook['packages']> = {};

/** The chain with the packages of each scenario directly under it. */
const withPackages = remember((chain: readonly Scenario[], packages: NonNullable<Workbook['packages']>): Result<readonly ChainScenario[]> => {
  const layers: ChainScenario[] = [];
  for (const scenario of chain) {
    for (const id of scenario.packages ?? []) {
      const mixed = Object.hasOwn(packages, id) ? packages[id] : undefined;
      if (!mixed) return fail('unknown-package', { place: id, values: { id } });
      layers.push(packageLayer(mixed, mixed.name));
    }
    layers.push(scenario);
  }
  return ok(layers);
});

/** The same layer for every scenario above a root, so that what it gives is remembered once. */
const vintageLayer = remember((vintage: Vintage, root: Scenario): ChainScenario => ({ ...root, name: vintage.name, overlays: vintage.overlays, isVintage: true }));

const withVintage = remember((chain: readonly ChainScenario[], vintage: Vintage): Result<readonly ChainScenario[]> => {
  const [root, ...above] = chain;
  return ok(root ? [root, vintageLayer(vintage, root), ...above] : []);
});

/**
 * The layers of a scenario as the workbook shows it: the root, the assumptions of the chosen vintage, and the scenarios down
 * to it, each after the packages it mixes in. Fails as scenarioChain does, with `unknown-package` and with `unknown-vintage`.
 * The same array while nothing of it changes.
 */
export function chainOfScenario(workbook: Pick<Workbook, 'scenarios' | 'packages' | 'vintage' | 'vintages'>, id: ScenarioId): Result<readonly ChainScenario[]> {
  const bare = scenarioChain(workbook.scenarios, id);
  const chain = bare.ok && bare.value.some(({ packages }) => packages !== undefined) ? withPackages(bare.value, workbook.packages ?? noPackages) : bare;
  if (!chain.ok || workbook.vintage === null) return chain;
  const vintage = Object.hasOwn(workbook.vintages, workbook.vintage) ? workbook.vintages[workbook.vintage] : undefined;
  return vintage ? withVintage(chain.value, vintage) : fail('unknown-vintage', { place: workbook.vintage, values: { id: workbook.vintage } });
}

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
/** One array for the same overlays, so that a series is not resolved again because another one's overlay changed. */
const listOf = remember((first: Overlay, ...rest: readonly Overlay[]): readonly Overlay[] => [first, ...rest]);
const byPathOf = shelf<Scenario['overlays'], ReadonlyMap<SeriesPath, readonly Overlay[]>>();

/** The overlays of a scenario by path; the same arrays for the same overlays, so that results can be remembered. */
export function overlaysByPath(overlays: Scenario['overlays']): ReadonlyMap<SeriesPath, readonly Overlay[]> {
  const known = byPathOf.get(overlays);
  if (known) return known;
  const lists = new Map<SeriesPath, [Overlay, ...Overlay[]]>();
  for (const key of Object.keys(overlays).sort()) {
    const overlay = overlays[key];
    if (!overlay) continue;
    const list = lists.get(overlay.path);
    if (list) list.push(overlay);
    else lists.set(overlay.path, [overlay]);
  }
  const map = new Map<SeriesPath, readonly Overlay[]>();
  for (const [path, [first, ...rest]] of lists) map.set(path, listOf(first, ...rest));
  byPathOf.set(overlays, map);
  return map;
}

/** A cell on its way through the layers. */
type Track = {
  readonly period: PeriodKey;
  readonly cell: Cell | undefined;
  value: number | null;
  touched: Origin | null;
  removed: boolean;
  last: Overlay | null;
  counterfactual: boolean;
};

/** True where an overlay reaches a cell: it means the period, and an actual yields only to a counterfactual. */
function reaches(overlay: Overlay, { period, cell }: Track): boolean {
  return (overlay.periods.length === 0 || overlay.periods.includes(period)) && (cell?.state !== 'actual' || overlay.counterfactual === true);
}

function touch(track: Track, origin: Origin, overlays: readonly Overlay[]): void {
  track.counterfactual = track.counterfactual || overlays.some((overlay) => overlay.counterfactual === true);
  track.touched = origin;
  track.last = overlays[overlays.length - 1] ?? null;
}

function applyToCell(track: Track, layer: Layer): void {
  const here = layer.overlays.filter((overlay) => overlay.op !== 'growth' && reaches(overlay, track));
  if (here.length === 0) return;
  track.value = applyLayer(track.value, here);
  track.removed = here.some((overlay) => overlay.counterfactual === true && overlay.op === 'set' && overlay.value === null);
  touch(track, layer.own ? 'own' : 'inherited', here);
}

/** The growth overlays of one layer, on the levels that the earlier layers left: what each year's growth gains, and where that is not possible. */
function applyGrowthLayer(tracks: readonly Track[], layer: Layer, growth: readonly Overlay[]): readonly OverlayProblem[] {
  const byYear = [...tracks].sort((a, b) => (a.period < b.period ? -1 : 1));
  const first = Number(byYear[0]?.period ?? 0);
  const last = Number(byYear.at(-1)?.period ?? first - 1);
  const years: (Track | null)[] = Array.from({ length: last - first + 1 }, () => null);
  for (const track of byYear) years[Number(track.period) - first] = track;
  const levelAt = (year: number): number | null => years[year]?.value ?? null;
  const means = (overlay: Overlay, year: number): boolean => {
    const track = years[year];
    if (!track || !reaches(overlay, track)) return false;
    // "Every year" means each one that has a year before to grow from.
    return overlay.periods.length > 0 || (levelAt(year) !== null && levelAt(year - 1) !== null);
  };

  // An actual that no overlay reaches stays; what follows grows from it.
  const isHeld = (year: number): boolean => years[year]?.cell?.state === 'actual' && !growth.some((overlay) => means(overlay, year));
  const starts = years.map((_, year) => year).filter((year) => year === 0 || isHeld(year));
  const problems: OverlayProblem[] = [];
  const levels = years.map((_, year) => levelAt(year));
  starts.forEach((start, position) => {
    const end = starts[position + 1] ?? years.length;
    const overlays = growth.map((overlay) => ({
      years: Array.from({ length: end - start }, (_, at) => at).filter((at) => means(overlay, start + at)),
      points: overlay.value ?? 0,
    }));
    const rebuilt = applyGrowth(levels.slice(start, end), overlays.filter((overlay) => overlay.years.length > 0));
    rebuilt.levels.forEach((level, at) => {
      const track = years[start + at];
      const problem = rebuilt.problems[at] ?? null;
      if (!track) return;
      if (problem !== null) problems.push({ period: track.period, problem });
      if (level === track.value) return;
      track.value = level;
      touch(track, layer.own ? 'own' : 'inherited', growth);
    });
  });
  return problems;
}

function resolvedCell({ cell, value, touched, removed, last, counterfactual }: Track): ResolvedCell | Cell | null {
  if (touched === null) return cell ?? null;
  if (removed) return null;
  const state = counterfactual && cell?.state === 'actual' ? 'estimate' : (cell?.state ?? 'forecast');
  return {
    value: value === null ? null : finite(value),
    state,
    origin: touched,
    ...(last?.source === undefined ? {} : { source: last.source }),
    ...(last?.locator === undefined ? {} : { locator: last.locator }),
    ...(last?.grade === undefined ? {} : { grade: last.grade }),
    ...(last?.note === undefined ? {} : { note: last.note }),
  };
}

const resolveLayers = remember(
  (series: Series, fallback: number | undefined, periods: readonly PeriodKey[], ...flat: readonly (boolean | readonly Overlay[])[]): ResolvedSeries => {
    const tracks = [...new Set([...Object.keys(series.cells), ...periods])].map((period): Track => {
      const cell = series.cells[period];
      return { period, cell, value: cell ? cell.value : (fallback ?? null), touched: null, removed: false, last: null, counterfactual: false };
    });
    const problems: OverlayProblem[] = [];
    for (let at = 0; at < flat.length; at += 2) {
      const own = flat[at];
      const overlays = flat[at + 1];
      if (typeof own !== 'boolean' || !Array.isArray(overlays)) continue;
      const layer: Layer = { own, overlays };
      const growth = layer.overlays.filter((overlay) => overlay.op === 'growth');
      if (growth.length > 0 && series.kind === 'annual') problems.push(...applyGrowthLayer(tracks, layer, growth));
      else if (growth.length > 0) problems.push({ period: growth[0]?.periods[0] ?? 'all', problem: 'not-annual' });
      for (const track of tracks) applyToCell(track, layer);
    }
    const cells: Record<PeriodKey, ResolvedCell | Cell> = {};
    for (const track of tracks) {
      const resolved = resolvedCell(track);
      if (resolved) cells[track.period] = resolved;
    }
    return { ...series, cells, ...(problems.length === 0 ? {} : { problems }) };
  },
);

/**
 * A series as a scenario sees it. Without overlays on the path it is the series itself, the same object.
 * `series` may be one the model derived (a solved lock); `periods` are those that an overlay on "all" reaches.
 */
export function resolveSeries(
  series: Series,
  path: SeriesPath,
  chain: readonly ChainScenario[],
  periods: readonly PeriodKey[],
  fallback?: number,
): ResolvedSeries {
  const flat: (boolean | readonly Overlay[])[] = [];
  chain.forEach((scenario, depth) => {
    const overlays = overlaysByPath(scenario.overlays).get(path) ?? noOverlays;
    if (overlays.length > 0) flat.push(depth === chain.length - 1 && scenario.isVintage !== true, overlays);
  });
  return flat.length === 0 ? series : resolveLayers(series, fallback, periods, ...flat);
}
