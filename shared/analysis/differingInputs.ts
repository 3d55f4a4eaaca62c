/** The inputs in which some scenarios, vintages or workbooks differ, each with its address, side by side. */
import { pathName } from '../messages/names.ts';
import type { Phrase } from '../messages/phrase.ts';
import type { ResolvedSeries } from '../model/resolve.ts';
import { convertUnit, type UnitId } from '../model/unit.ts';
import type { Cell, CellAddress, PeriodKey, SeriesPath } from '../model/workbook.ts';
import { unitForDisplay } from '../tables/displayUnit.ts';
import { inputCell, inputUnit, lockOfPath, type InputView } from './inputView.ts';

export type InputDifference = CellAddress & {
  readonly name: Phrase;
  /** Of the first subject that has the input. */
  readonly unit: UnitId;
  readonly shownIn: UnitId;
  /** One per subject, in that unit; null where the subject has no such number. */
  readonly cells: readonly (Cell | null)[];
};

/** Every path at which a series stands or a difference is made. */
function pathsOf(views: readonly InputView[]): readonly SeriesPath[] {
  const paths = new Set<SeriesPath>();
  for (const { workbook, inputs } of views) {
    for (const path of Object.keys(workbook.series)) paths.add(path);
    for (const layer of inputs.chain) for (const overlay of Object.values(layer.overlays)) paths.add(overlay.path);
  }
  return [...paths].sort();
}

/** The years of a lock whose member some subject typed or changed: a number that only follows from another is no input that differs. */
function touched(series: readonly (ResolvedSeries | null)[], period: PeriodKey): boolean {
  const cells = series.map((one) => one?.cells[period]);
  return cells.some((cell) => cell?.value !== cells[0]?.value || (cell !== undefined && 'origin' in cell));
}

function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

/** In the order of their paths and periods. */
export function differingInputs(views: readonly InputView[]): readonly InputDifference[] {
  const found: InputDifference[] = [];
  for (const path of pathsOf(views)) {
    const series = views.map(({ inputs }) => inputs.series(path));
    // What is the same object everywhere is the same number everywhere.
    if (series.every((one) => one === series[0])) continue;
    const holder = views.find((_, at) => series[at] !== null) ?? views[0];
    if (!holder) continue;
    const unit = inputUnit(holder, path);
    const periods = new Set<PeriodKey>(series.flatMap((one) => Object.keys(one?.cells ?? {})));
    for (const period of [...periods].sort()) {
      if (lockOfPath(holder.workbook, path) !== null && !touched(series, period)) continue;
      const cells = views.map((view): Cell | null => {
        const cell = inputCell(view, { path, period });
        const value = cell === null || cell.value === null ? null : convertUnit(cell.value, inputUnit(view, path), unit);
        return cell === null ? null : { ...cell, value };
      });
      const [first] = cells;
      if (cells.every((cell) => isSame(cell?.value ?? null, first?.value ?? null))) continue;
      found.push({ path, period, name: pathName(holder.workbook, path), unit, shownIn: unit === 'ratio' ? 'percent' : unitForDisplay(holder.workbook, path, unit), cells });
    }
  }
  return found;
}
