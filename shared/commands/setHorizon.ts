/** The months that a workbook covers, and the first one that charts and the report show. Figures outside stay in the file. */
import { changedHorizon, changedShownFrom } from '../messages/commands.ts';
import { hasCalendar } from '../model/calendar.ts';
import { isMonth, monthIndex, yearOf, type Month } from '../model/period.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Command } from './command.ts';

export const shortestHorizon = 12;
export const longestHorizon = 240;

/** A month as it was typed. */
export function checkedMonth(month: string): Result<Month> {
  return isMonth(month) ? ok(month) : fail('month-invalid', { values: { month } });
}

export const setHorizon: Command<{ readonly start: string; readonly end: string }> = {
  name: 'set-horizon',
  label: (_workbook, { start, end }) => changedHorizon(start, end),
  run(workbook, args) {
    const start = checkedMonth(args.start);
    if (!start.ok) return start;
    const end = checkedMonth(args.end);
    if (!end.ok) return end;
    const horizon = { start: start.value, end: end.value };
    const [first, last] = [monthIndex(horizon.start), monthIndex(horizon.end)];
    const months = last - first + 1;
    if (months < 1) return fail('horizon-reversed', { values: horizon });
    if (months < shortestHorizon) return fail('horizon-too-short', { values: { months, limit: shortestHorizon } });
    if (months > longestHorizon) return fail('horizon-too-long', { values: { months, limit: longestHorizon } });
    if (!hasCalendar(yearOf(first), yearOf(last))) return fail('calendar-year-missing', { values: { first: yearOf(first), last: yearOf(last) } });
    if (horizon.start === workbook.horizon.start && horizon.end === workbook.horizon.end) return ok(workbook);
    const { shownFrom } = workbook;
    return ok({ ...workbook, horizon, shownFrom: shownFrom < horizon.start ? horizon.start : shownFrom > horizon.end ? horizon.end : shownFrom });
  },
};

export const setShownFrom: Command<{ readonly month: string }> = {
  name: 'set-shown-from',
  label: (_workbook, { month }) => changedShownFrom(month),
  run(workbook, args) {
    const month = checkedMonth(args.month);
    if (!month.ok) return month;
    const { start, end } = workbook.horizon;
    if (month.value < start || month.value > end) return fail('month-outside-horizon', { values: { month: month.value, start, end } });
    return ok(month.value === workbook.shownFrom ? workbook : { ...workbook, shownFrom: month.value });
  },
};
