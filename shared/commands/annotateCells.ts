/** Changing what is said about numbers (source, place in it, grade, note) without changing any number. */
import { describePath, periodsOf } from '../model/paths.ts';
import type { Cell, CellAddress, Overlay, PeriodKey, ScenarioId, Series, SeriesPath, Workbook } from '../model/workbook.ts';
import { freeKey } from './overlayDraft.ts';

/** What stands beside a number, in a cell of the workbook and in a difference of a scenario alike. */
export type Annotation = Pick<Cell, 'source' | 'locator' | 'grade' | 'note'>;
export type Annotate = (before: Annotation) => Annotation;

type Annotated = {
  readonly workbook: Workbook;
  /** How many of the addresses hold a number of their own. */
  readonly count: number;
};

function byPath(addresses: readonly CellAddress[]): ReadonlyMap<SeriesPath, ReadonlySet<PeriodKey>> {
  const map = new Map<SeriesPath, Set<PeriodKey>>();
  for (const { path, period } of addresses) {
    const periods = map.get(path);
    if (periods) periods.add(period);
    else map.set(path, new Set([period]));
  }
  return map;
}

/** The same value with other words beside it; the same object where the words are the same. */
function withWords<T extends Annotation>(held: T, annotate: Annotate): T {
  const { source, locator, grade, note, ...rest } = held;
  const before: Annotation = {
    ...(source === undefined ? {} : { source }),
    ...(locator === undefined ? {} : { locator }),
    ...(grade === undefined ? {} : { grade }),
    ...(note === undefined ? {} : { note }),
  };
  const after = annotate(before);
  const same = after.source === source && after.locator === locator && after.grade === grade && after.note?.en === note?.en && after.note?.zh === note?.zh;
  return same ? held : ({ ...rest, ...after } as T);
}

function annotateBase(workbook: Workbook, addresses: readonly CellAddress[], annotate: Annotate): Annotated {
  const series: Record<SeriesPath, Series> = { ...workbook.series };
  let count = 0;
  let changed = false;
  for (const [path, periods] of byPath(addresses)) {
    const own = Object.hasOwn(workbook.series, path) ? workbook.series[path] : undefined;
    if (!own) continue;
    const cells = { ...own.cells };
    let touched = false;
    for (const period of periods) {
      const cell = Object.hasOwn(cells, period) ? cells[period] : undefined;
      if (!cell) continue;
      count += 1;
      cells[period] = withWords(cell, annotate);
      touched = touched || cells[period] !== cell;
    }
    if (touched) series[path] = { ...own, cells };
    changed = changed || touched;
  }
  return { workbook: changed ? { ...workbook, series } : workbook, count };
}

/** A difference that covers more cells than those meant is divided, where it sets a number; a factor or a growth stays one. */
function annotateOverlay(workbook: Workbook, overlay: Overlay, meant: ReadonlySet<PeriodKey>, annotate: Annotate): { readonly hit: readonly PeriodKey[]; readonly kept: Overlay | null; readonly annotated: Overlay | null } {
  const all = overlay.periods.length > 0 ? overlay.periods : periodsOf(describePath(workbook, overlay.path)?.kind ?? 'scalar', workbook.horizon);
  const hit = all.filter((period) => meant.has(period));
  if (hit.length === 0) return { hit, kept: overlay, annotated: null };
  const whole = overlay.op !== 'set' || hit.length === all.length;
  const annotated = withWords(whole ? overlay : { ...overlay, periods: hit }, annotate);
  return whole ? { hit, kept: null, annotated } : { hit, kept: { ...overlay, periods: all.filter((period) => !meant.has(period)) }, annotated };
}

function annotateOverlays(workbook: Workbook, id: ScenarioId, addresses: readonly CellAddress[], annotate: Annotate): Annotated {
  const scenario = workbook.scenarios[id];
  if (!scenario) return { workbook, count: 0 };
  const meant = byPath(addresses);
  const overlays: Record<string, Overlay> = {};
  const hitCells = new Set<string>();
  let changed = false;
  for (const [key, overlay] of Object.entries(scenario.overlays)) {
    const periods = meant.get(overlay.path);
    const { hit, kept, annotated } = periods ? annotateOverlay(workbook, overlay, periods, annotate) : { hit: [], kept: overlay, annotated: null };
    for (const period of hit) hitCells.add(`${overlay.path}@${period}`);
    if (kept) overlays[key] = kept;
    if (!annotated) continue;
    overlays[kept ? freeKey(`${overlay.path}@${hit[0] ?? ''}`, overlays, scenario.overlays) : key] = annotated;
    changed = changed || annotated !== overlay;
  }
  return { workbook: changed ? { ...workbook, scenarios: { ...workbook.scenarios, [id]: { ...scenario, overlays } } } : workbook, count: hitCells.size };
}

/** Cells without a number of their own are passed over; in a scenario only its own differences count. */
export function annotateCells(workbook: Workbook, scenario: ScenarioId, addresses: readonly CellAddress[], annotate: Annotate): Annotated {
  return workbook.scenarios[scenario]?.parent === null ? annotateBase(workbook, addresses, annotate) : annotateOverlays(workbook, scenario, addresses, annotate);
}
