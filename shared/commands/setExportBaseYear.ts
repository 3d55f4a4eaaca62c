/** The year whose months stand as the base of exports; later years grow from it. */
import { changedExportBase } from '../messages/commands.ts';
import { monthIndex, yearOf } from '../model/period.ts';
import { ok } from '../result.ts';
import type { Command } from './command.ts';
import { checkedYear } from './sectorSettings.ts';

const firstYear = 2000;

export const setExportBaseYear: Command<{ readonly year: number }> = {
  name: 'set-export-base-year',
  label: (_workbook, { year }) => changedExportBase(year),
  run(workbook, args) {
    // Growth runs forward: a base after the horizon would leave every month of it without one.
    const year = checkedYear(args.year, { first: firstYear, last: yearOf(monthIndex(workbook.horizon.end)) });
    if (!year.ok) return year;
    return ok(year.value === workbook.exportBaseYear ? workbook : { ...workbook, exportBaseYear: year.value });
  },
};
