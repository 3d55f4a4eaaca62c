/**
 * The known months of a line together with what its cumulative releases say of the others (method, section 1 "Chinese New
 * Year" and section 2 "months vs published cumulative"; releases.ts has the equations; worked case M04).
 *
 * A cumulative cell holds the year so far as it was released through its month; January and February together are the cell
 * of February. In the unit of the line. A month found from a release is an estimate, never an actual; a month with a number
 * of its own keeps it. What a release contradicts is a finding at its cell, and the open months of its block are then split
 * as if it had not been released.
 */
import type { Finding, FindingCode } from './balance.ts';
import { monthAt, type IsoDate } from './period.ts';
import { decumulate, identityTolerance, type ReleaseProblem } from './releases.ts';
import { remember } from './remember.ts';
import type { Origin, ResolvedCell, ResolvedSeries } from './resolve.ts';
import { type YearSpan } from './sectorDemand.ts';
import { weakerState } from './state.ts';
import type { Cell, CellState, PeriodKey, SeriesPath, SourceId } from './workbook.ts';

export type ReleasedMonths = {
  /** Known months and those found from releases; null where there is neither. The known series itself without releases. */
  readonly series: ResolvedSeries | null;
  readonly findings: readonly Finding[];
};

/**
 * How far months may lie from a release of theirs: tonnes within rounding, or a part of the year's largest release for
 * counts, because statistics put revisions of earlier months into later cumulative figures and do not print them again.
 */
export type ReleaseTolerance = 'tonnes' | 'counts';

const countTolerance = 0.005;

const codes: Readonly<Record<ReleaseProblem, FindingCode>> = {
  'cumulative-falls': 'cumulative-falls',
  'months-above-cumulative': 'months-above-cumulative',
  'identity-broken': 'months-off-cumulative',
  'weights-invalid': 'release-not-split',
};

/** A month found from a release: what is known of the release is known of it. */
function foundCell(value: number | null, release: Cell | ResolvedCell): Cell | ResolvedCell {
  const cell: { value: number | null; state: CellState; source?: SourceId; known?: IsoDate; origin?: Origin } = { value, state: weakerState(release.state, 'estimate') };
  if (release.source !== undefined) cell.source = release.source;
  if (release.known !== undefined) cell.known = release.known;
  if ('origin' in release) cell.origin = release.origin;
  return cell;
}

const found = remember(
  (
    cumulative: ResolvedSeries,
    span: YearSpan,
    known: ResolvedSeries | null,
    weights: readonly (number | null)[],
    tolerance: ReleaseTolerance,
    place: SeriesPath,
  ): ReleasedMonths => {
    const findings: Finding[] = [];
    const cells: Record<PeriodKey, Cell | ResolvedCell> = { ...known?.cells };
    for (const year of span.years) {
      const values: (number | null)[] = [];
      const months: (number | null)[] = [];
      let largest = 0;
      let hasRelease = false;
      for (let index = year * 12; index < year * 12 + 12; index += 1) {
        const value = cumulative.cells[monthAt(index)]?.value ?? null;
        hasRelease ||= value !== null;
        largest = Math.max(largest, value ?? 0);
        values.push(value);
        months.push(known?.cells[monthAt(index)]?.value ?? null);
      }
      if (!hasRelease) continue;
      const from = (year - span.first) * 12;
      const result = decumulate(values, months, weights.slice(from, from + 12), tolerance === 'tonnes' ? identityTolerance : countTolerance * largest);
      for (const { from: first, to, total, residual, problem } of result.blocks) {
        const release = cumulative.cells[monthAt(year * 12 + to)] ?? null;
        const month = monthAt(year * 12 + to);
        if (problem !== null) {
          const ofBlock = months.slice(first, to + 1).reduce<number>((sum, value) => sum + (value ?? 0), 0);
          const severity = problem === 'identity-broken' || problem === 'weights-invalid' ? 'warning' : 'error';
          findings.push({ code: codes[problem], severity, place: `${place}@${month}`, values: { month, first: monthAt(year * 12 + first), release: total, known: ofBlock, difference: residual ?? ofBlock - total } });
        }
        for (let at = first; at <= to && release !== null; at += 1) {
          const value = result.values[at] ?? null;
          if (result.estimated[at] === true && value !== null) cells[monthAt(year * 12 + at)] = foundCell(value, release);
        }
      }
    }
    return { series: { ...(known ?? cumulative), cells }, findings };
  },
);

const nothing: readonly Finding[] = [];

/**
 * The known months of the span with what the releases add. `weights` are those of every month of the span, by which months
 * that only a common release covers share it; `place` is the path of the cumulative series.
 */
export function releasedMonths(
  span: YearSpan,
  known: ResolvedSeries | null,
  cumulative: ResolvedSeries | null,
  weights: readonly (number | null)[],
  tolerance: ReleaseTolerance,
  place: SeriesPath,
): ReleasedMonths {
  if (cumulative === null || Object.keys(cumulative.cells).length === 0) return { series: known, findings: nothing };
  return found(cumulative, span, known, weights, tolerance, place);
}
