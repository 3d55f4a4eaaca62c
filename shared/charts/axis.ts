/** What every monthly chart shares: the month axis, the value axis and the marks of events. */
import { formatMonthInitial } from '../format.ts';
import type { Language } from '../messages/phrase.ts';
import type { Balance } from '../model/balance.ts';
import { chainOfScenario } from '../model/resolve.ts';
import { inputsOf } from '../model/inputs.ts';
import { monthOfDate } from '../model/period.ts';
import { liesIn } from '../periodicity.ts';
import type { MarketEvent, ScenarioId, Workbook } from '../model/workbook.ts';
import type { Palette } from './palette.ts';

/** Months from `from` on: their positions in the balance and their names. */
export type Shown = { readonly first: number; readonly months: readonly string[] };

export function shownMonths(balance: Pick<Balance, 'months'>, from: string): Shown {
  const first = Math.max(0, balance.months.findIndex((month) => month >= from));
  return { first, months: balance.months.slice(first) };
}

/** Margins are given, so ECharts need not measure every label to find them. */
export const fixedGrid = { outerBoundsMode: 'none' as const };

/** A line without marks on its points, which the pointer does not change: ECharts makes ready nothing that is not shown. */
export const plainLine = { symbol: 'none', showSymbol: false, silent: true, emphasis: { disabled: true } } as const;

type MonthName = (month: string, at: number) => string;

function beginsYear(month: string): boolean {
  return month.endsWith('-01') || month.endsWith('-Q1');
}

/** Named once, so that an axis which says the same is the same. */
function monthNames(language: Language): Readonly<Record<'roomy' | 'crowded', MonthName>> {
  const named =
    (firstHasYear: boolean): MonthName =>
    (month, at) =>
      month.length === 4 ? month : `${month[5] === 'Q' ? month.slice(5) : formatMonthInitial(month, language)}${beginsYear(month) || (at === 0 && firstHasYear) ? `\n${month.slice(0, 4)}` : ''}`;
  return { roomy: named(true), crowded: named(false) };
}

const monthNamesIn = { en: monthNames('en'), zh: monthNames('zh') };

/** Initials of the months, with the year under each January and, where there is room for it, under the first month. */
function nameOfMonth(shown: Shown, language: Language, narrow: boolean): MonthName {
  return monthNamesIn[language][narrow && shown.months.findIndex(beginsYear) < 4 ? 'crowded' : 'roomy'];
}

/** What the axis of months says, name by name. */
export function namesAlongAxis(shown: Shown, language: Language, narrow: boolean): readonly string[] {
  return shown.months.map(nameOfMonth(shown, language, narrow));
}

export function monthAxis(shown: Shown, palette: Palette, language: Language, narrow = false) {
  return {
    type: 'category' as const,
    data: [...shown.months],
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: palette.muted,
      interval: 0,
      lineHeight: 13,
      hideOverlap: false,
      formatter: nameOfMonth(shown, language, narrow),
    },
  };
}

const withMinus = (value: number): string => String(value).replace('-', '−');

export function valueAxis(palette: Palette) {
  return {
    type: 'value' as const,
    splitLine: { lineStyle: { color: palette.hairline } },
    axisLabel: { color: palette.muted, formatter: withMinus },
  };
}

/** The events that are switched on in a scenario; a note is until somebody switches it off. */
export function switchedOn(workbook: Workbook, scenario: ScenarioId): readonly MarketEvent[] {
  const chain = chainOfScenario(workbook, scenario);
  if (!chain.ok) return [];
  const inputs = inputsOf(workbook, chain.value);
  return Object.entries(workbook.events)
    .filter(([id]) => inputs.cell(`events/${id}/active`, 'all')?.value === 1)
    .map(([, event]) => event);
}

/**
 * The events that charts mark, in the order of their dates: those that are switched on, notes only where their day has come by
 * the day of the view. Only what lies in the months that charts show, so that the numbers beside the marks are those of the list under them.
 */
export function activeEvents(workbook: Workbook, scenario: ScenarioId): readonly MarketEvent[] {
  const { asOf, shownFrom, horizon } = workbook;
  return switchedOn(workbook, scenario)
    .filter(({ kind, date }) => (kind !== 'note' || date <= asOf) && monthOfDate(date) >= shownFrom && monthOfDate(date) <= horizon.end)
    .sort((a, b) => (a.date === b.date ? (a.title.en < b.title.en ? -1 : 1) : a.date < b.date ? -1 : 1));
}

/** Numbered marks at the months of events; events of one month, or of one longer period, share a mark. */
export function eventMarks(events: readonly MarketEvent[], shown: Shown, palette: Palette) {
  const numbers = new Map<string, number[]>();
  events.forEach(({ date }, at) => {
    const dated = monthOfDate(date);
    const month = shown.months.find((one) => liesIn(dated, one));
    if (month !== undefined) numbers.set(month, [...(numbers.get(month) ?? []), at + 1]);
  });
  return [...numbers].map(([month, list]) => ({
    xAxis: month,
    lineStyle: { color: palette.faint, type: [3, 3] as number[], width: 1 },
    label: { show: true, formatter: list.join(', '), position: 'end' as const, distance: 2, color: palette.background, backgroundColor: palette.ink, borderRadius: 7, padding: [2, 5], fontSize: 10, lineHeight: 10, fontWeight: 600 as const, rotate: 0 },
  }));
}

export function inKilotonnes(values: readonly (number | null)[], shown: Shown): (number | null)[] {
  return values.slice(shown.first).map((value) => (value === null ? null : value / 1000));
}
