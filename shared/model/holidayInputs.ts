/** The window of Chinese New Year as a scenario has it, and what a row feels of it (method, section 1; settled point 2). */
import { holidayLoss, holidayWindow, standardWindow, type HolidayLoss, type HolidayPart, type HolidayWindow } from './calendar.ts';
import type { Inputs } from './inputs.ts';
import type { SeriesPath } from './workbook.ts';

export const windowPaths: Readonly<Record<HolidayPart, { readonly days: SeriesPath; readonly weight: SeriesPath }>> = {
  before: { days: 'calendar/daysBefore', weight: 'calendar/weightBefore' },
  feast: { days: 'calendar/feastDays', weight: 'calendar/feastWeight' },
  after: { days: 'calendar/daysAfter', weight: 'calendar/weightAfter' },
};

const allPaths: readonly SeriesPath[] = Object.values(windowPaths).flatMap(({ days, weight }) => [days, weight]);

/** The window; a part of which a number was taken away loses nothing. */
export function windowIn(inputs: Inputs): HolidayWindow {
  if (allPaths.every((path) => inputs.series(path) === null)) return standardWindow;
  const value = (path: SeriesPath): number => inputs.cell(path, 'all')?.value ?? 0;
  const part = (name: HolidayPart) => ({ days: value(windowPaths[name].days), weight: value(windowPaths[name].weight) });
  return holidayWindow({ before: part('before'), feast: part('feast'), after: part('after') });
}

/** What the row of a holiday factor feels of the window. */
export function lossAt(inputs: Inputs, path: SeriesPath, window: HolidayWindow): HolidayLoss {
  return holidayLoss(inputs.cell(path, 'all')?.value ?? 0, window);
}
