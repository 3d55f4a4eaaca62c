/** The month whose price the margin is calibrated to; null for none. */
import { changedPriceAnchor } from '../messages/commands.ts';
import { fail, ok } from '../result.ts';
import type { Command } from './command.ts';
import { checkedMonth } from './setHorizon.ts';

export const setPriceAnchor: Command<{ readonly month: string | null }> = {
  name: 'set-price-anchor',
  label: (_workbook, { month }) => changedPriceAnchor(month),
  run(workbook, args) {
    if (args.month === null) return ok(workbook.priceAnchor === null ? workbook : { ...workbook, priceAnchor: null });
    const month = checkedMonth(args.month);
    if (!month.ok) return month;
    const { start, end } = workbook.horizon;
    if (month.value < start || month.value > end) return fail('month-outside-horizon', { values: { month: month.value, start, end } });
    return ok(month.value === workbook.priceAnchor ? workbook : { ...workbook, priceAnchor: month.value });
  },
};
