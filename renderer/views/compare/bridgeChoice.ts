/** Which bridge the view asks for: between what it compares, or between two ranges of months of the chosen scenario. */
import type { BridgeJob } from '../../../shared/analysis/bridgeJob.ts';
import type { BridgeLevel } from '../../../shared/analysis/bridgeLevel.ts';
import type { View } from '../../../shared/analysis/bridgeVintages.ts';
import type { MonthRange } from '../../../shared/analysis/gapSum.ts';
import { monthsOf, type Month } from '../../../shared/model/period.ts';
import type { ScenarioId, Workbook } from '../../../shared/model/workbook.ts';
import type { Comparing } from '../../store/preferences.ts';
import type { Subject } from './subjects.ts';

/** The calendar year of the as-of date, or what of it lies in the horizon. */
export function asOfYear({ asOf, horizon }: Pick<Workbook, 'asOf' | 'horizon'>): MonthRange {
  const months = monthsOf(horizon).filter((month) => month.startsWith(asOf.slice(0, 4)));
  return { from: months[0] ?? horizon.start, to: months.at(-1) ?? horizon.end };
}

/** The same months a year before, or the first months of the horizon where there are none. */
function yearBefore(range: MonthRange, { horizon }: Pick<Workbook, 'horizon'>): MonthRange {
  const back = (month: Month): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
  const months = monthsOf(horizon);
  const at = (month: string): Month => months.find((one) => one >= month) ?? horizon.start;
  return { from: at(back(range.from)), to: at(back(range.to)) };
}

/** A kept range; null where the horizon no longer has it. */
function rangeIn({ horizon }: Pick<Workbook, 'horizon'>, kept: Comparing['months']): MonthRange | null {
  const months = monthsOf(horizon);
  const [from, to] = [months.find((month) => month === kept?.from), months.find((month) => month === kept?.to)];
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}

export type BridgeChoice = {
  readonly between: 'subjects' | 'months';
  readonly level: BridgeLevel;
  readonly months: MonthRange;
  readonly earlier: MonthRange;
  readonly other: Subject | undefined;
  /** Null where no bridge leads from the one to the other. */
  readonly job: BridgeJob | null;
};

/** How a subject looks at the workbook, where a bridge between views can start or end at it. */
function viewOf({ side, workbook: { asOf, vintage } }: Subject, scenario: ScenarioId): View | null {
  return side.kind === 'vintage' || side.kind === 'day' || (side.kind === 'scenario' && side.id === scenario) ? { asOf, vintage } : null;
}

function jobBetween(first: Subject | undefined, second: Subject | undefined, scenario: ScenarioId, how: Pick<BridgeJob & { kind: 'scenarios' }, 'months' | 'level' | 'sampled'>): BridgeJob | null {
  if (!first || !second) return null;
  if (first.side.kind === 'scenario' && second.side.kind === 'scenario') return { kind: 'scenarios', from: first.scenario, to: second.scenario, ...how };
  const [from, to] = [viewOf(first, scenario), viewOf(second, scenario)];
  return from && to && { kind: 'vintages', scenario, from, to, ...how };
}

export function bridgeChoice(workbook: Workbook, scenario: ScenarioId, subjects: readonly Subject[], comparing: Comparing): BridgeChoice {
  const between = comparing.between ?? 'subjects';
  const kept = comparing.level ?? 'driver';
  const months = rangeIn(workbook, comparing.months) ?? asOfYear(workbook);
  const earlier = rangeIn(workbook, comparing.earlier) ?? yearBefore(months, workbook);
  const [first, ...others] = subjects;
  const other = others.find(({ key }) => key === comparing.to) ?? others[0];
  if (between === 'months') {
    const level = kept === 'driver' ? 'driver' : 'sector';
    return { between, level, months, earlier, other, job: { kind: 'months', scenario, from: earlier, to: months, level } };
  }
  const how = { months, level: kept, ...(comparing.sampled ? { sampled: comparing.sampled } : {}) };
  return { between, level: kept, months, earlier, other, job: jobBetween(first, other, scenario, how) };
}
