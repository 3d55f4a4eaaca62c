/**
 * Many differences of one scenario written in one go: its overlays are gone through once at the end. What is typed last into a
 * cell is what the scenario says of it, as in writeCell.ts.
 */
import { describePath, periodsOf } from '../model/paths.ts';
import { overlaysByPath } from '../model/resolve.ts';
import type { CellAddress, Overlay, PeriodKey, Scenario, ScenarioId, SeriesPath, Workbook } from '../model/workbook.ts';

export type OverlayDraft = {
  write(address: CellAddress, value: number): void;
  /** Returns a cell to what the scenario inherits. False where the scenario had no difference there. */
  clear(address: CellAddress): boolean;
  finish(): Workbook;
};

export function overlayDraft(workbook: Workbook, id: ScenarioId, scenario: Scenario): OverlayDraft {
  const byPath = overlaysByPath(scenario.overlays);
  /** Cells on which the former overlays say nothing any more, and the numbers that stand there instead. */
  const dropped = new Map<SeriesPath, Set<PeriodKey>>();
  const written = new Map<SeriesPath, Map<PeriodKey, number>>();
  const allOf = new Map<SeriesPath, readonly PeriodKey[]>();

  const periodsAt = (overlay: Overlay): readonly PeriodKey[] => {
    if (overlay.periods.length > 0) return overlay.periods;
    const { path } = overlay;
    const all = allOf.get(path) ?? periodsOf(workbook.series[path]?.kind ?? describePath(workbook, path)?.kind ?? 'scalar', workbook.horizon);
    allOf.set(path, all);
    return all;
  };
  const held = ({ path, period }: CellAddress): boolean => {
    if (written.get(path)?.has(period)) return true;
    if (dropped.get(path)?.has(period)) return false;
    return (byPath.get(path) ?? []).some((overlay) => overlay.periods.length === 0 || overlay.periods.includes(period));
  };
  const drop = ({ path, period }: CellAddress): void => {
    const periods = dropped.get(path);
    if (periods) periods.add(period);
    else dropped.set(path, new Set([period]));
    written.get(path)?.delete(period);
  };
  const keptOf = (overlay: Overlay): Overlay | null => {
    const gone = dropped.get(overlay.path);
    if (!gone) return overlay;
    const all = periodsAt(overlay);
    const left = all.filter((period) => !gone.has(period));
    if (left.length === all.length) return overlay;
    return left.length === 0 ? null : { ...overlay, periods: left };
  };

  return {
    write(address, value) {
      drop(address);
      const values = written.get(address.path);
      if (values) values.set(address.period, value);
      else written.set(address.path, new Map([[address.period, value]]));
    },
    clear(address) {
      const had = held(address);
      if (had) drop(address);
      return had;
    },
    finish() {
      if (dropped.size === 0) return workbook;
      const overlays: Record<string, Overlay> = {};
      for (const [key, overlay] of Object.entries(scenario.overlays)) {
        const kept = keptOf(overlay);
        if (kept) overlays[key] = kept;
      }
      for (const [path, values] of written) {
        for (const [period, value] of values) overlays[freeKey(`${path}@${period}`, overlays)] = { path, periods: [period], op: 'set', value };
      }
      return { ...workbook, scenarios: { ...workbook.scenarios, [id]: { ...scenario, overlays } } };
    },
  };
}

/** The key of a typed cell; one that an overlay over more periods holds is left to it. */
export function freeKey(wanted: string, ...taken: readonly Scenario['overlays'][]): string {
  let key = wanted;
  for (let count = 2; taken.some((overlays) => Object.hasOwn(overlays, key)); count += 1) key = `${wanted}~${count}`;
  return key;
}
