/** A scenario's view of the workbook's inputs: one accessor, so that what is missing is decided and reported in one place. */
import type { Finding } from './balance.ts';
import { remember } from './remember.ts';
import { describePath, periodsOf, type PathSpec } from './paths.ts';
import type { Horizon } from './period.ts';
import { knownSeries } from './knownAt.ts';
import { overlaysByPath, resolveSeries, type ChainScenario, type ResolvedCell, type ResolvedSeries } from './resolve.ts';
import type { UnitId } from './unit.ts';
import { units } from './unit.ts';
import type { Cell, PeriodKey, Series, SeriesKind, SeriesPath, Workbook } from './workbook.ts';

export type Inputs = {
  readonly workbook: Workbook;
  readonly chain: readonly ChainScenario[];
  /** Everything but the series that stands behind the answers: two inputs with the same items here differ in series alone. */
  readonly frame: readonly unknown[];
  /** True in the scenario without a parent, whose numbers are the workbook's own. */
  readonly isRoot: boolean;
  /** True when a scenario of the chain has a difference at this path. */
  mentions(path: SeriesPath): boolean;
  /** The workbook's own series without any difference, as it was known on the as-of date. */
  own(path: SeriesPath): Series | null;
  /** The series with the scenario's differences; null when the workbook has none at this path and no overlay makes one. */
  series(path: SeriesPath): ResolvedSeries | null;
  /** The same for a series that the model derived from others (a solved lock). */
  derived(path: SeriesPath, series: Series): ResolvedSeries;
  /** One cell; an optional path without a cell gives its documented fallback, any other null. */
  cell(path: SeriesPath, period: PeriodKey): Cell | ResolvedCell | null;
};

const periodsIn = remember((horizon: Horizon, kind: SeriesKind) => periodsOf(kind, horizon));

function baseUnit(dimension: string): UnitId {
  for (const id of Object.keys(units) as UnitId[]) if (units[id].dimension === dimension && units[id].factor === 1) return id;
  return 'ratio';
}

/** An empty series for a path that only overlays fill. */
const emptySeries = remember((spec: PathSpec): Series => ({ kind: spec.kind, unit: baseUnit(spec.dimensions[0] ?? 'ratio'), cells: {} }));

/** What stands at a path, with the cell that stands in for a missing one. */
type Described = { readonly spec: PathSpec | null; readonly fallback: Cell | null };

/** What stands at the paths that were asked for, while sectors, events and expansions stay as they are. */
const describedOf = remember((_sectors: Workbook['sectors'], _events: Workbook['events'], _expansions: Workbook['expansions']) => new Map<SeriesPath, Described>());

/** A series that was asked for: as the workbook has it, and as it was known on the as-of date. */
export type Read = { readonly path: SeriesPath; readonly typed: Series | undefined; readonly series: Series | null };

/** What the computation under way has asked for; null where nobody wants to know. */
let recorded: Read[] | null = null;

/** Runs a computation and tells which series it asked for, through whatever inputs of one workbook. Records may lie within each other. */
export function recordReads<T>(run: () => T): { readonly result: T; readonly reads: readonly Read[] } {
  const outer = recorded;
  const reads: Read[] = [];
  recorded = reads;
  try {
    return { result: run(), reads };
  } finally {
    recorded = outer;
    if (outer !== null) for (const read of reads) outer.push(read);
  }
}

/** What computations have asked for, with the day on which it was known and the claims that stand in for what was not. */
export type Reads = { readonly day: Workbook['asOf']; readonly claims: Workbook['claims']; readonly all: readonly Read[] };

/** True where inputs give the same series for everything that was asked for; it counts as asked for again. */
export function sameReads({ day, claims, all }: Reads, inputs: Inputs): boolean {
  const { asOf, claims: claimsNow, series: typedNow } = inputs.workbook;
  if (day !== asOf || claims !== claimsNow) {
    for (const { path, series } of all) if (inputs.own(path) !== series) return false;
    return true;
  }
  // The same series on the same day is known the same, which needs no asking.
  for (const { path, typed, series } of all) if (typedNow[path] !== typed && inputs.own(path) !== series) return false;
  if (recorded !== null) for (const read of all) recorded.push(read);
  return true;
}

/** The inputs of the last scenario of a chain. */
export function inputsOf(workbook: Workbook, chain: readonly ChainScenario[]): Inputs {
  const layers = chain.map((scenario) => overlaysByPath(scenario.overlays)).filter((layer) => layer.size > 0);
  const known = knownSeries(workbook.series, workbook.asOf, workbook.claims);
  const described = describedOf(workbook.sectors, workbook.events, workbook.expansions);
  const mentions = (path: SeriesPath): boolean => {
    for (const layer of layers) if (layer.has(path)) return true;
    return false;
  };
  const look = (path: SeriesPath): Series | null => {
    const series = known(path);
    recorded?.push({ path, typed: workbook.series[path], series });
    return series;
  };
  const describe = (path: SeriesPath): Described => {
    const before = described.get(path);
    if (before !== undefined) return before;
    const spec = describePath(workbook, path);
    const made: Described = { spec, fallback: spec?.fallback === undefined ? null : { value: spec.fallback, state: 'forecast' } };
    described.set(path, made);
    return made;
  };
  const resolve = (path: SeriesPath, series: Series, spec: PathSpec | null): ResolvedSeries =>
    resolveSeries(series, path, chain, periodsIn(workbook.horizon, series.kind), spec?.fallback);
  const inputs: Inputs = {
    workbook,
    chain,
    frame: [workbook.sectors, workbook.events, workbook.expansions, workbook.horizon, workbook.exportBaseYear, workbook.priceAnchor, ...chain],
    isRoot: chain.filter((layer) => layer.isVintage !== true).length <= 1,
    mentions,
    own: look,
    series(path) {
      const own = look(path);
      if (!mentions(path)) return own;
      const { spec } = describe(path);
      const series = own ?? (spec ? emptySeries(spec) : null);
      return series ? resolve(path, series, spec) : null;
    },
    derived: (path, series) => (mentions(path) ? resolve(path, series, describe(path).spec) : series),
    cell: (path, period) => inputs.series(path)?.cells[period] ?? describe(path).fallback,
  };
  return inputs;
}

/** The finding for an input that is not there. */
export function missingInput(path: SeriesPath, period: PeriodKey): Finding {
  return { code: 'input-missing', severity: 'error', place: `${path}@${period}`, values: { path, period } };
}
