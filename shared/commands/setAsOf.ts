/** The day of the view: typed, or that of a vintage together with the assumptions then held. */
import { changedAsOf, choseVintage } from '../messages/commands.ts';
import { isIsoDate } from '../model/period.ts';
import type { VintageId } from '../model/workbook.ts';
import { fail, ok } from '../result.ts';
import type { Command } from './command.ts';

export const setAsOf: Command<{ readonly date: string }> = {
  name: 'set-as-of',
  label: (_workbook, { date }) => changedAsOf(date),
  run(workbook, { date }) {
    if (!isIsoDate(date)) return fail('date-invalid', { values: { date } });
    return ok(date === workbook.asOf ? workbook : { ...workbook, asOf: date });
  },
};

/** null takes the assumptions of the vintage away and leaves the day as it is. */
export const chooseVintage: Command<{ readonly vintage: VintageId | null }> = {
  name: 'choose-vintage',
  label: (workbook, { vintage }) => choseVintage(vintage === null ? null : (workbook.vintages[vintage]?.name ?? { en: vintage, zh: vintage })),
  run(workbook, { vintage: id }) {
    if (id === null) return ok(workbook.vintage === null ? workbook : { ...workbook, vintage: null });
    const vintage = Object.hasOwn(workbook.vintages, id) ? workbook.vintages[id] : undefined;
    if (!vintage) return fail('unknown-vintage', { place: id, values: { id } });
    return ok(workbook.vintage === id && workbook.asOf === vintage.asOf ? workbook : { ...workbook, vintage: id, asOf: vintage.asOf });
  },
};
