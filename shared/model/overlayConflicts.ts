/**
 * Overlays that set one cell between them (method, section 8; settled point 30): within one layer only their keys would decide
 * which counts, and of two packages of one scenario only the order of its list. Of set, mul, add and growth only set competes.
 */
import type { Finding } from './balance.ts';
import { remember } from './remember.ts';
import { overlaysByPath, type ChainScenario } from './resolve.ts';
import type { LocalText, Overlay, Package, PeriodKey, Scenario, SeriesPath } from './workbook.ts';

export type OverlayConflict = {
  readonly path: SeriesPath;
  /** "all" where both mean every period. */
  readonly period: PeriodKey;
  /** What the two are called: the keys of two differences, the names of two packages. */
  readonly first: LocalText;
  readonly second: LocalText;
};

/** A period that both reach; null where there is none. */
function sharedPeriod(a: Overlay, b: Overlay): PeriodKey | null {
  if (a.periods.length === 0) return b.periods[0] ?? 'all';
  return (b.periods.length === 0 ? a.periods[0] : a.periods.find((period) => b.periods.includes(period))) ?? null;
}

/** The first cell that an overlay of each list sets; null where they leave each other alone. */
function setByBoth(first: readonly Overlay[], second: readonly Overlay[]): PeriodKey | null {
  for (const a of first) {
    if (a.op !== 'set') continue;
    for (const b of second) {
      const period = b.op === 'set' && a !== b ? sharedPeriod(a, b) : null;
      if (period !== null) return period;
    }
  }
  return null;
}

/** Where two packages that one scenario mixes in set the same cell; the earlier one first. */
export function packageConflicts(packages: readonly Pick<Package, 'name' | 'overlays'>[]): readonly OverlayConflict[] {
  const conflicts: OverlayConflict[] = [];
  packages.forEach((second, at) => {
    for (const first of packages.slice(0, at)) {
      const seconds = overlaysByPath(second.overlays);
      for (const [path, list] of overlaysByPath(first.overlays)) {
        const period = setByBoth(list, seconds.get(path) ?? []);
        if (period !== null) conflicts.push({ path, period, first: first.name, second: second.name });
      }
    }
  });
  return conflicts;
}

/** Where two differences of one layer set the same cell. */
export function layerConflicts(overlays: Scenario['overlays']): readonly OverlayConflict[] {
  const conflicts: OverlayConflict[] = [];
  const keys = Object.keys(overlays).sort();
  for (const [path, list] of overlaysByPath(overlays)) {
    list.forEach((second, at) => {
      for (const first of list.slice(0, at)) {
        const period = setByBoth([first], [second]);
        if (period === null) continue;
        const keyOf = (wanted: Overlay): string => keys.find((key) => overlays[key] === wanted) ?? '';
        const [a, b] = [keyOf(first), keyOf(second)];
        conflicts.push({ path, period, first: { en: a, zh: a }, second: { en: b, zh: b } });
      }
    });
  }
  return conflicts;
}

/** A finding for each cell of a chain that two overlays set in one layer, or two packages of one scenario. */
export const conflictFindings = remember((chain: readonly ChainScenario[]): readonly Finding[] => {
  const conflicts: OverlayConflict[] = [];
  let mixed: ChainScenario[] = [];
  for (const layer of chain) {
    conflicts.push(...layerConflicts(layer.overlays));
    if (layer.isPackage === true) mixed.push(layer);
    else {
      conflicts.push(...packageConflicts(mixed));
      mixed = [];
    }
  }
  return conflicts.map(({ path, period, first, second }) => ({
    code: 'overlays-compete',
    severity: 'warning',
    place: `${path}@${period}`,
    values: { path, period, first: first.en, firstZh: first.zh, second: second.en, secondZh: second.zh },
  }));
});
